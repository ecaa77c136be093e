package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of a pass: statements of up to four kinds about one person.
 *
 * <pre>{@code
 * pass = [ subject, statements ]
 *      / [ subject, statements, status ]
 *      / [ subject, statements, status / null, assurance ]
 *      / [ subject, statements, status / null, assurance / null, extensions ]
 * }</pre>
 *
 * <p>A value of this type says nothing about who stated it; only an accepted verification does.
 */
public final class Pass {
  private final Subject subject;
  private final @Nullable Declaration declaration;
  private final @Nullable Vaccination vaccination;
  private final @Nullable Tests tests;
  private final @Nullable Monitoring monitoring;
  private final @Nullable StatusReference status;
  private final Assurance assurance;
  private final Extensions extensions;

  Pass(
      Subject subject,
      @Nullable Declaration declaration,
      @Nullable Vaccination vaccination,
      @Nullable Tests tests,
      @Nullable Monitoring monitoring,
      @Nullable StatusReference status,
      Assurance assurance,
      Extensions extensions) {
    this.subject = subject;
    this.declaration = declaration;
    this.vaccination = vaccination;
    this.tests = tests;
    this.monitoring = monitoring;
    this.status = status;
    this.assurance = assurance;
    this.extensions = extensions;
    Set<ClaimKind> kinds = kinds();
    InvalidValueException.require(!kinds.isEmpty(), FormatFault.STATEMENTS_EMPTY, "");
    // Bits for a claim that is not there mean nothing, and what means nothing is not carried.
    InvalidValueException.require(
        assurance.isOnlyFor(kinds), FormatFault.ASSURANCE_VALUE, "assurance");
  }

  /** Starts a pass about {@code subject}. */
  public static Builder builder(Subject subject) {
    return new Builder(subject);
  }

  /** The person. */
  public Subject subject() {
    return subject;
  }

  /** The kinds of claims there are, at least one; unmodifiable. */
  public Set<ClaimKind> kinds() {
    return ClaimKind.set(
        declaration != null, vaccination != null, tests != null, monitoring != null);
  }

  /** The health declaration. */
  public Optional<Declaration> declaration() {
    return Optional.ofNullable(declaration);
  }

  /** The vaccination. */
  public Optional<Vaccination> vaccination() {
    return Optional.ofNullable(vaccination);
  }

  /** The tests. */
  public Optional<Tests> tests() {
    return Optional.ofNullable(tests);
  }

  /** The monitoring. */
  public Optional<Monitoring> monitoring() {
    return Optional.ofNullable(monitoring);
  }

  /** Where the pass stands in a status list; absent for a pass that cannot be stopped alone. */
  public Optional<StatusReference> status() {
    return Optional.ofNullable(status);
  }

  /** Who vouches for each claim. */
  public Assurance assurance() {
    return assurance;
  }

  /** Additions that this release has no meaning for. */
  public Extensions extensions() {
    return extensions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pass that
        && that.subject.equals(subject)
        && Objects.equals(that.declaration, declaration)
        && Objects.equals(that.vaccination, vaccination)
        && Objects.equals(that.tests, tests)
        && Objects.equals(that.monitoring, monitoring)
        && Objects.equals(that.status, status)
        && that.assurance.equals(assurance)
        && that.extensions.equals(extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject, declaration, vaccination, tests, monitoring, status, assurance);
  }

  /** The kinds of claims only: the rest is personal data. */
  @Override
  public String toString() {
    return "Pass" + kinds();
  }

  /** Collects the statements. */
  public static final class Builder {
    private final Subject subject;
    private @Nullable Declaration declaration;
    private @Nullable Vaccination vaccination;
    private @Nullable Tests tests;
    private @Nullable Monitoring monitoring;
    private @Nullable StatusReference status;
    private Assurance assurance = Assurance.NONE;
    private Extensions extensions = Extensions.NONE;

    private Builder(Subject subject) {
      this.subject = Objects.requireNonNull(subject);
    }

    /** A health declaration. */
    public Builder declaration(Declaration statement) {
      declaration = Objects.requireNonNull(statement);
      return this;
    }

    /** A vaccination. */
    public Builder vaccination(Vaccination statement) {
      vaccination = Objects.requireNonNull(statement);
      return this;
    }

    /** Tests. */
    public Builder tests(Tests statement) {
      tests = Objects.requireNonNull(statement);
      return this;
    }

    /** Monitoring. */
    public Builder monitoring(Monitoring statement) {
      monitoring = Objects.requireNonNull(statement);
      return this;
    }

    /** Where the pass stands in a status list. */
    public Builder status(StatusReference reference) {
      status = Objects.requireNonNull(reference);
      return this;
    }

    /** Who vouches for each claim. */
    public Builder assurance(Assurance levels) {
      assurance = Objects.requireNonNull(levels);
      return this;
    }

    /** Additions. */
    public Builder extensions(Extensions additions) {
      extensions = Objects.requireNonNull(additions);
      return this;
    }

    /**
     * The pass.
     *
     * @throws InvalidValueException STATEMENTS_EMPTY without any statement; ASSURANCE_VALUE for a
     *     level given to a claim that is not there
     */
    public Pass build() {
      return new Pass(
          subject, declaration, vaccination, tests, monitoring, status, assurance, extensions);
    }
  }
}
