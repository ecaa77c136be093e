package io.greenqr.verify.admission;

import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of an answer (docs/spec/policy.md section 9). What the role may not see is
 * absent, as is everything about the person where no pass was accepted, or where the passes may be
 * those of several.
 */
public final class AdmissionView {
  private final Admission admission;
  private final @Nullable Subject subject;
  private final ViewRole role;

  AdmissionView(Admission admission, @Nullable Subject subject, ViewRole role) {
    this.admission = admission;
    this.subject = subject;
    this.role = role;
  }

  /** The answer. */
  public TrafficLight colour() {
    return admission.colour();
  }

  /** The first letter of each word of the name, such as {@code N. V. A.}; everybody sees it. */
  public Optional<String> initials() {
    return subject == null ? Optional.empty() : Optional.of(initials(subject.name()));
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      initials.append(initials.length() == 0 ? "" : " ");
      initials.appendCodePoint(word.codePointAt(0)).append('.');
    }
    return initials.toString();
  }

  /** The year of birth; everybody sees it. */
  public OptionalInt birthYear() {
    return subject == null ? OptionalInt.empty() : OptionalInt.of(subject.birth().year());
  }

  private Optional<Subject> subjectFor(ViewRole least) {
    return role.compareTo(least) < 0 ? Optional.empty() : Optional.ofNullable(subject);
  }

  /** The name; for checkpoints and health officers. */
  public Optional<String> name() {
    return subjectFor(ViewRole.CHECKPOINT).map(Subject::name);
  }

  /** The birth date as far as it is known, ISO 8601; for health officers. */
  public Optional<String> birth() {
    return subjectFor(ViewRole.HEALTH_OFFICER).map(it -> it.birth().iso());
  }

  /** The identifier that links the person's passes; for health officers. */
  public Optional<PersonId> person() {
    return subjectFor(ViewRole.HEALTH_OFFICER).flatMap(Subject::person);
  }

  /** Why it is not green; for checkpoints and health officers. */
  public List<Words> reasons() {
    return role == ViewRole.SHOP ? Collections.<Words>emptyList() : admission.reasons();
  }

  /** What would make it green; for checkpoints and health officers. */
  public List<Words> remedies() {
    return role == ViewRole.SHOP ? Collections.<Words>emptyList() : admission.remedies();
  }

  /** What each rule said; for health officers. */
  public List<RuleResult> rules() {
    return role == ViewRole.HEALTH_OFFICER
        ? admission.rules()
        : Collections.<RuleResult>emptyList();
  }

  /** Colour and role: the rest is personal data. */
  @Override
  public String toString() {
    return "AdmissionView[" + colour() + ", for " + role + "]";
  }
}
