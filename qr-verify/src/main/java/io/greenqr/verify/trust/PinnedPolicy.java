package io.greenqr.verify.trust;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.policy.PolicyDocument;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy that a trust list puts in force: what it says, verified, or why that is not known.
 *
 * <p>Nobody knows for which places a policy with a fault was meant, so whoever answers for a place
 * has no answer that is green while there is one (docs/spec/policy.md section 2).
 */
public final class PinnedPolicy {
  private final String name;
  private final long version;
  private final @Nullable PolicyDocument document;
  private final @Nullable PolicyFault fault;
  private final @Nullable FormatFault formatFault;

  private PinnedPolicy(
      String name,
      long version,
      @Nullable PolicyDocument document,
      @Nullable PolicyFault fault,
      @Nullable FormatFault formatFault) {
    this.name = name;
    this.version = version;
    this.document = document;
    this.fault = fault;
    this.formatFault = formatFault;
  }

  /** Signed, of the environment of the list, and what its pin says. */
  static PinnedPolicy verified(PolicyDocument document) {
    return new PinnedPolicy(document.name(), document.version(), document, null, null);
  }

  static PinnedPolicy refused(String name, long version, PolicyFault fault) {
    return new PinnedPolicy(name, version, null, fault, null);
  }

  static PinnedPolicy unreadable(String name, long version, FormatFault formatFault) {
    return new PinnedPolicy(name, version, null, PolicyFault.POLICY_FORMAT, formatFault);
  }

  /** The name under which it is pinned. */
  public String name() {
    return name;
  }

  /** The version that is pinned. */
  public long version() {
    return version;
  }

  /** What it says; empty if it has a {@link #fault}. */
  public Optional<PolicyDocument> document() {
    return Optional.ofNullable(document);
  }

  /** Why it is not used; empty if there is a {@link #document}. */
  public Optional<PolicyFault> fault() {
    return Optional.ofNullable(fault);
  }

  /** The rule of the format that it breaks; only for {@link PolicyFault#POLICY_FORMAT}. */
  public Optional<FormatFault> formatFault() {
    return Optional.ofNullable(formatFault);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PinnedPolicy that
        && that.name.equals(name)
        && that.version == version
        && Objects.equals(that.document, document)
        && that.fault == fault
        && that.formatFault == formatFault;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Long.hashCode(version);
  }

  /** Name, version and fault. */
  @Override
  public String toString() {
    return "PinnedPolicy["
        + name
        + ", version "
        + version
        + (fault == null ? "" : ", " + fault)
        + "]";
  }
}
