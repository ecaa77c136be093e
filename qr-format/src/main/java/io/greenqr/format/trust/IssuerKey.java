package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.Invisible;
import io.greenqr.format.internal.text.Nfc;
import io.greenqr.format.pass.ClaimKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public key of an issuer and what it may be used for: the statement about a key that trust is
 * made of. A value of this type is data; whether to trust it is decided elsewhere.
 *
 * <pre>{@code
 * listed-key = [ cose-key, claimKinds ]
 *            / [ cose-key, claimKinds, notBefore ]
 *            / [ cose-key, claimKinds, notBefore / null, notAfter ]
 *            / [ cose-key, claimKinds, notBefore / null, notAfter / null, keyState ]
 * claimKinds = 1..15                       ; bit 0 declaration, 1 vaccination, 2 tests, 3 monitoring
 * }</pre>
 */
public final class IssuerKey {
  /** Bytes of UTF-8 in an issuer's name. */
  public static final int MAX_ISSUER_BYTES = 64;

  private final String issuer;
  private final CoseKey key;
  private final Set<ClaimKind> claims;
  private final @Nullable Instant notBefore;
  private final @Nullable Instant notAfter;
  private final @Nullable KeyState state;

  private IssuerKey(Builder builder) {
    this.issuer = requireIssuer(builder.issuer);
    this.key = builder.key;
    this.claims = builder.claims;
    this.notBefore = builder.notBefore;
    this.notAfter = builder.notAfter;
    this.state = builder.state;
    InvalidValueException.require(!claims.isEmpty(), FormatFault.STATEMENTS_EMPTY, "claims");
    InvalidValueException.require(
        notBefore == null || notAfter == null || notAfter.isAfter(notBefore),
        FormatFault.TIME_ORDER,
        "notAfter");
  }

  /**
   * Starts the statement about a key.
   *
   * @param issuer name of the authority, shown at checkpoints: NFC, 1 to 64 bytes of UTF-8,
   *     letters, marks, digits, single spaces and {@code '-.,&()/}
   * @param key the key
   * @param claims the kinds of claims it may sign, at least one: a key of a test centre must not be
   *     able to sign vaccinations
   */
  public static Builder builder(String issuer, CoseKey key, Set<ClaimKind> claims) {
    return new Builder(issuer, key, claims);
  }

  /** Name of the authority. */
  public String issuer() {
    return issuer;
  }

  /** The key. */
  public CoseKey key() {
    return key;
  }

  /** The kinds of claims that the key may sign, unmodifiable. */
  public Set<ClaimKind> claims() {
    return claims;
  }

  /** The first second at which the key may be used; absent: always has been. */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  /** The last second at which the key may be used; absent: no end is set. */
  public Optional<Instant> notAfter() {
    return Optional.ofNullable(notAfter);
  }

  /** Why and since when the key signs no more; absent for an active key. */
  public Optional<KeyState> state() {
    return Optional.ofNullable(state);
  }

  /** A builder that holds all that this statement says. */
  public Builder toBuilder() {
    Builder builder = new Builder(issuer, key, claims);
    builder.notBefore = notBefore;
    builder.notAfter = notAfter;
    builder.state = state;
    return builder;
  }

  /**
   * An issuer's name ends on the screens of officers: nothing that moves or hides text, and no two
   * names that look the same but for spaces or normalization.
   */
  private static String requireIssuer(String name) {
    boolean valid =
        !name.isEmpty()
            && name.length() <= MAX_ISSUER_BYTES
            && name.getBytes(StandardCharsets.UTF_8).length <= MAX_ISSUER_BYTES
            && Nfc.isNormalized(name);
    int before = ' ';
    for (int i = 0; valid && i < name.length(); ) {
      int point = name.codePointAt(i);
      valid = isNameCharacter(point, before);
      before = point;
      i += Character.charCount(point);
    }
    InvalidValueException.require(valid && before != ' ', FormatFault.ISSUER_NAME, "issuer");
    return name;
  }

  private static boolean isNameCharacter(int point, int before) {
    if (Invisible.is(point)) {
      return false;
    }
    int type = Character.getType(point);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetterOrDigit(point)
        || ((point == ' ' || mark) ? before != ' ' : "'-.,&()/".indexOf(point) >= 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IssuerKey that
        && that.issuer.equals(issuer)
        && that.key.equals(key)
        && that.claims.equals(claims)
        && Objects.equals(that.notBefore, notBefore)
        && Objects.equals(that.notAfter, notAfter)
        && Objects.equals(that.state, state);
  }

  @Override
  public int hashCode() {
    return Objects.hash(issuer, key, claims, notBefore, notAfter, state);
  }

  /** Issuer, key, kinds and state. */
  @Override
  public String toString() {
    return "IssuerKey["
        + issuer
        + ", "
        + key
        + ", "
        + claims
        + (state == null ? "" : ", " + state)
        + "]";
  }

  /** Collects the optional validity and state. */
  public static final class Builder {
    private final String issuer;
    private final CoseKey key;
    private final Set<ClaimKind> claims;
    private @Nullable Instant notBefore;
    private @Nullable Instant notAfter;
    private @Nullable KeyState state;

    private Builder(String issuer, CoseKey key, Set<ClaimKind> claims) {
      this.issuer = issuer;
      this.key = key;
      EnumSet<ClaimKind> copy = EnumSet.noneOf(ClaimKind.class);
      copy.addAll(claims);
      this.claims = Collections.unmodifiableSet(copy);
    }

    /** The first second at which the key may be used, in whole seconds. */
    public Builder notBefore(Instant first) {
      notBefore = InvalidValueException.requireNumericDate(first, "notBefore");
      return this;
    }

    /** The last second at which the key may be used, in whole seconds. */
    public Builder notAfter(Instant last) {
      notAfter = InvalidValueException.requireNumericDate(last, "notAfter");
      return this;
    }

    /** That the key signs no more. */
    public Builder state(KeyState retiredOrRevoked) {
      state = retiredOrRevoked;
      return this;
    }

    /**
     * The statement.
     *
     * @throws InvalidValueException ISSUER_NAME, STATEMENTS_EMPTY, TIME_RANGE, TIME_ORDER
     */
    public IssuerKey build() {
      return new IssuerKey(this);
    }
  }
}
