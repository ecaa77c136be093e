package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first root of a scheme, or the next one. For use by one thread.
 *
 * <p>The next one starts with the roles of the newest: none is lost by oversight.
 */
public final class RootEditor {
  private final Environment environment;
  private final @Nullable RootDocument before;
  private final Map<Integer, RoleKeys> roles = new TreeMap<>();
  private boolean singleSigner;

  private RootEditor(Environment environment, @Nullable RootDocument before) {
    this.environment = environment;
    this.before = before;
    if (before != null) {
      roles.putAll(before.roles());
    }
  }

  /** For the first root of a scheme. */
  public static RootEditor first(Environment environment) {
    return new RootEditor(environment, null);
  }

  /** For the root after the newest of a chain, with the same roles. */
  public static RootEditor after(SchemeRoots roots) {
    return new RootEditor(roots.environment(), roots.newest());
  }

  /**
   * Who holds a role, in place of those who did.
   *
   * @param threshold how many of them must sign
   * @throws InvalidValueException as {@link RoleKeys#of} does
   */
  public RootEditor role(Role role, int threshold, Collection<CoseKey> keys) {
    return role(role.code(), RoleKeys.of(threshold, keys));
  }

  /**
   * Who holds a role that this release may have no name for.
   *
   * @param number 1 to {@link io.greenqr.format.fault.FormatLimits#MAX_ROLE}
   */
  public RootEditor role(int number, RoleKeys keys) {
    roles.put(number, keys);
    return this;
  }

  /** Takes a role away. */
  public RootEditor removeRole(int number) {
    roles.remove(number);
    return this;
  }

  /**
   * Allows a threshold of 1 for roots and trust lists in production: whoever has this one key, or
   * steals it, can make every gate accept what it likes.
   */
  public RootEditor allowSingleSigner() {
    singleSigner = true;
    return this;
  }

  /** The roles as they are now, by number; unmodifiable. */
  public Map<Integer, RoleKeys> roles() {
    return Collections.unmodifiableMap(roles);
  }

  /**
   * The root without signatures.
   *
   * @param issuedAt rounded down to whole seconds, as {@code expires} is
   * @param expires from this second on nothing under this root is trusted
   * @throws PublishException ROLE_MISSING, TIMES, ISSUED_BEFORE_PREVIOUS, VERSION_EXHAUSTED,
   *     KEY_UNSOUND, KID_CLASH, SINGLE_SIGNER, DOCUMENT_TOO_LONG
   */
  public DocumentDraft draft(Instant issuedAt, Instant expires) throws PublishException {
    RootDocument root;
    try {
      root =
          RootDocument.of(
              environment,
              before == null ? 1 : DocumentContent.versionAfter(before.version()),
              issuedAt.truncatedTo(ChronoUnit.SECONDS),
              expires.truncatedTo(ChronoUnit.SECONDS),
              roles);
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
    if (before != null) {
      RootRules.requireFollows(before, root);
    }
    RootRules.requireSoundKeys(root);
    if (!singleSigner) {
      RootRules.requireSeveralSigners(root);
    }
    return DocumentDraft.of(root);
  }
}
