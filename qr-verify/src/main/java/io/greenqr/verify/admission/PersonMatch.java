package io.greenqr.verify.admission;

import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Whether the subjects of several passes are one person (docs/decisions/0010).
 *
 * <p>Never by guess. One person's test must not open a gate for another with the same name, so what
 * is not certain has an answer of its own, and a certain one follows from rules that can be told to
 * the holder. Names and births are compared, and the identifier where both passes have one.
 */
enum PersonMatch {
  /** One person: equal identifiers without a contradiction, or equal name and full birth date. */
  SAME,

  /** Perhaps one person. Whoever sees the holder and the papers can tell. */
  DOUBTFUL,

  /** Not one person, or passes that contradict each other too much to be used together. */
  DIFFERENT;

  /**
   * Whether all subjects are one person: the worst answer of any two of them.
   *
   * <p>Any two, because being the same is not transitive. THUY is the same as Thúy and as Thùy,
   * which are two people: compared with one of the passes only, a card without marks, or without a
   * full birth date, would join what it cannot tell apart, and the answer would depend on which
   * pass was shown first. So a further pass never makes an answer better.
   *
   * @param subjects one at least; one alone is the same. The caller bounds them: the work grows
   *     with their square
   * @throws IllegalArgumentException if there is none
   */
  static PersonMatch of(List<Subject> subjects) {
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("no subject");
    }
    PersonMatch worst = SAME;
    for (int i = 1; i < subjects.size(); i++) {
      for (int j = 0; j < i; j++) {
        PersonMatch match = of(subjects.get(i), subjects.get(j));
        if (match == DIFFERENT) {
          return DIFFERENT;
        }
        worst = match == DOUBTFUL ? DOUBTFUL : worst;
      }
    }
    return worst;
  }

  /**
   * Whether two subjects are one person. Two equal subjects need not be: without identifier and
   * full birth date, equal names in one year are {@link #DOUBTFUL}.
   */
  static PersonMatch of(Subject a, Subject b) {
    Optional<PersonId> person = a.person();
    Optional<PersonId> other = b.person();
    boolean identified = person.isPresent() && other.isPresent();
    boolean sameIdentifier = identified && person.equals(other);
    Agreement births = Births.compare(a.birth(), b.birth());
    if (births == Agreement.DIFFERS && !sameIdentifier) {
      return DIFFERENT;
    }
    Agreement names = PersonName.compare(a.name(), b.name());
    if (!identified) {
      return ofUnidentified(names, births);
    }
    return sameIdentifier ? ofSameIdentifier(names, births) : ofTwoIdentifiers(names, births);
  }

  /**
   * The identifier answers what is open, and no contradiction: it can be read from every pass, so
   * that a borrowed pass is enough to ask an issuer for one's own with the identifier of its
   * holder.
   */
  private static PersonMatch ofSameIdentifier(Agreement names, Agreement births) {
    if (names.contradicts() && births.contradicts()) {
      return DIFFERENT;
    }
    return names.contradicts() || births.contradicts() ? DOUBTFUL : SAME;
  }

  /**
   * The apps of a scheme share one identifier for a person, but two schemes do not, and a new phone
   * may bring a new one. Never more than doubtful, and that only where all else agrees.
   */
  private static PersonMatch ofTwoIdentifiers(Agreement names, Agreement births) {
    return names == Agreement.AGREES && births == Agreement.AGREES ? DOUBTFUL : DIFFERENT;
  }

  private static PersonMatch ofUnidentified(Agreement names, Agreement births) {
    if (names == Agreement.AGREES && births == Agreement.AGREES) {
      return SAME;
    }
    if (names == Agreement.DIFFERS || births == Agreement.DIFFERS) {
      return DIFFERENT;
    }
    // A slip is believed where all else agrees.
    boolean slip = names == Agreement.DISPUTED || births == Agreement.DISPUTED;
    return slip && names != Agreement.AGREES && births != Agreement.AGREES ? DIFFERENT : DOUBTFUL;
  }
}
