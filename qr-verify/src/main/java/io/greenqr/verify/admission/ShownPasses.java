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
    for (int i = 0; i < accepted.size(); i++) {
      if (!isCopy(accepted, i)) {
        subjects.add(accepted.get(i).pass().subject());
      }
    }
    return PersonMatch.of(subjects);
  }

  /**
   * Whether the pass was shown before. A copy says nothing new of the person: where the year of a
   * birth is all that is known, a pass would be doubtful beside itself.
   */
  private static boolean isCopy(List<Accepted> accepted, int index) {
    for (int i = 0; i < index; i++) {
      if (accepted.get(i).claims().equals(accepted.get(index).claims())) {
        return true;
      }
    }
    return false;
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
      if (best == null || compare(subject, best) > 0) {
        best = subject;
      }
    }
    return best;
  }

  /** By how well the birth is known; the rest only makes one answer of every order. */
  private static int compare(Subject a, Subject b) {
    int order = Integer.compare(precision(a.birth()), precision(b.birth()));
    order = order == 0 ? a.birth().iso().compareTo(b.birth().iso()) : order;
    return order == 0 ? a.name().compareTo(b.name()) : order;
  }

  /** January 1 is what registers write that know the year only, as {@link Births} explains. */
  private static int precision(Birth birth) {
    if (birth.date().isPresent()) {
      return birth.date().get().getDayOfYear() == 1 ? 1 : 3;
    }
    return birth.month().isPresent() ? 2 : 0;
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
