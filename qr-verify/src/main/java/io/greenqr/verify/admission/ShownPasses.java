package io.greenqr.verify.admission;

import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.Subject;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.Rejected;
import io.greenqr.verify.Rejection;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustFreshness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person showed: the passes that were accepted, and what is known of the others. */
final class ShownPasses {
  private final List<Accepted> accepted;
  private final boolean rejected;
  private final PersonMatch match;

  private ShownPasses(List<Accepted> accepted, boolean rejected) {
    this.accepted = accepted;
    this.rejected = rejected;
    this.match = match(accepted);
  }

  static ShownPasses of(Collection<? extends Verification> verifications) {
    List<Accepted> accepted = new ArrayList<>(verifications.size());
    boolean rejected = false;
    for (Verification verification : verifications) {
      if (verification instanceof Accepted pass) {
        accepted.add(pass);
      } else if (verification instanceof Rejected other) {
        // An old pass says nothing against the person. A suspended one does, and a forged one.
        rejected |= other.rejection() != Rejection.EXPIRED;
      }
    }
    return new ShownPasses(accepted, rejected);
  }

  private static PersonMatch match(List<Accepted> accepted) {
    if (accepted.size() <= 1) {
      return PersonMatch.SAME;
    }
    List<Subject> subjects = new ArrayList<>(accepted.size());
    for (Accepted pass : accepted) {
      subjects.add(pass.pass().subject());
    }
    return PersonMatch.of(subjects);
  }

  List<Accepted> accepted() {
    return accepted;
  }

  /** Whether a pass was shown that was rejected for more than its age. */
  boolean hasRejected() {
    return rejected;
  }

  /** Whether the accepted passes are of one person. */
  PersonMatch match() {
    return match;
  }

  /** The person whom the passes are about, with the birth most exactly known; null for nobody. */
  @Nullable Subject subject() {
    Subject best = null;
    for (int i = 0; i < accepted.size(); i++) {
      Subject subject = accepted.get(i).pass().subject();
      if (best == null || precision(subject.birth()) > precision(best.birth())) {
        best = subject;
      }
    }
    return best;
  }

  private static int precision(Birth birth) {
    return birth.date().isPresent() ? 2 : birth.month().isPresent() ? 1 : 0;
  }

  /** Whether one of the passes still holds at {@code now}, in seconds since 1970. */
  boolean anyHoldsAt(long now) {
    for (int i = 0; i < accepted.size(); i++) {
      if (now < accepted.get(i).claims().expires().getEpochSecond()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the trust data were stale when one of the passes was verified. */
  boolean isTrustStale() {
    for (int i = 0; i < accepted.size(); i++) {
      if (accepted.get(i).trustFreshness() == TrustFreshness.STALE) {
        return true;
      }
    }
    return false;
  }

  boolean has(Accepted.StatusKnowledge status) {
    for (int i = 0; i < accepted.size(); i++) {
      if (accepted.get(i).status() == status) {
        return true;
      }
    }
    return false;
  }
}
