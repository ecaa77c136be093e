package io.greenqr.verify.admission;

import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;

/** A guard that was raised (docs/spec/policy.md section 7). */
public final class GuardResult {
  private final Guard guard;
  private final boolean lifted;

  GuardResult(Guard guard, boolean lifted) {
    this.guard = guard;
    this.lifted = lifted;
  }

  /** Which one. */
  public Guard guard() {
    return guard;
  }

  /** Whether the policy lifts it for this person. */
  public boolean isLifted() {
    return lifted;
  }

  /** The colour that it gives: green if it is lifted. */
  public TrafficLight colour() {
    return lifted ? TrafficLight.GREEN : guard.colour();
  }

  /** Why it says no. */
  public Words reason() {
    return guard.reason();
  }

  /** What would change it. */
  public Words remedy() {
    return guard.remedy();
  }

  /** Name, and whether it is lifted. */
  @Override
  public String toString() {
    return "GuardResult[" + guard + (lifted ? ", lifted]" : "]");
  }
}
