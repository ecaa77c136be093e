package io.greenqr.cli;

import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.verify.Verification;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pass of a table of cases, and how a gate takes it. */
final class ShownPass {
  /** Longer than an outlook looks ahead, so that no case ends with its pass. */
  static final Duration LIFE = Duration.ofDays(3653);

  /** How a gate takes a pass. */
  enum Reception {
    ACCEPTED,
    RESTRICTED,
    UNCHECKED,
    EXPIRED,
    /** For anything but its age: to an answer all of these are one. */
    REJECTED
  }

  private final @Nullable Pass content;
  private final Reception reception;

  private ShownPass(@Nullable Pass content, Reception reception) {
    this.content = content;
    this.reception = reception;
  }

  static ShownPass of(Pass content, Reception reception) {
    return new ShownPass(content, reception);
  }

  static ShownPass rejected(boolean forItsAge) {
    return new ShownPass(null, forItsAge ? Reception.EXPIRED : Reception.REJECTED);
  }

  /** What the gate says of it at {@code now}. */
  Verification verify(Instant now) {
    return switch (reception) {
      case REJECTED -> SimulatedGate.pinned(now).verify("");
      case EXPIRED ->
          SimulatedGate.pinned(now)
              .verify(
                  CwtClaims.of(
                      now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(1)), nothing(now)));
      case UNCHECKED -> SimulatedGate.pinned(now).verify(claims(now, SimulatedScheme.RESTRICTED));
      case RESTRICTED -> SimulatedGate.fresh(now).verify(claims(now, SimulatedScheme.RESTRICTED));
      case ACCEPTED -> SimulatedGate.fresh(now).verify(claims(now, null));
    };
  }

  private CwtClaims claims(Instant now, @Nullable StatusReference status) {
    Pass pass = content == null ? nothing(now) : content;
    return CwtClaims.of(now, now.plus(LIFE), withStatus(pass, status));
  }

  private static Pass nothing(Instant now) {
    return NothingShown.at(now);
  }

  private static Pass withStatus(Pass pass, @Nullable StatusReference status) {
    Pass.Builder same =
        Pass.builder(pass.subject()).assurance(pass.assurance()).extensions(pass.extensions());
    pass.declaration().ifPresent(same::declaration);
    pass.vaccination().ifPresent(same::vaccination);
    pass.tests().ifPresent(same::tests);
    pass.monitoring().ifPresent(same::monitoring);
    if (status != null) {
      same.status(status);
    }
    return same.build();
  }
}
