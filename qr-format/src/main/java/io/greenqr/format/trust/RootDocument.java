package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.ByteOrder;
import io.greenqr.format.internal.cbor.CborItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may sign what in a scheme: the top of all trust.
 *
 * <pre>{@code
 * root  = [ 1, environment, version, issuedAt, expires, roles ]
 * roles = {
 *   1 => role,               ; root: signs roots
 *   2 => role,               ; list: signs trust lists
 *   3 => role,               ; status: signs status lists and deltas
 *   4 => role,               ; freshness: signs freshness cards
 *   ? 5 => role,             ; policy: signs policies
 *   * 6..63 => role,         ; for documents of other specifications
 * }
 * }</pre>
 */
public final class RootDocument {
  private static final int FIELDS = 6;

  private final Environment environment;
  private final long version;
  private final Instant issuedAt;
  private final Instant expires;
  private final Map<Integer, RoleKeys> roles;

  private RootDocument(
      Environment environment,
      long version,
      Instant issuedAt,
      Instant expires,
      Map<Integer, RoleKeys> roles) {
    this.environment = environment;
    this.version = DocumentValues.requireVersion(version, "version");
    this.issuedAt = InvalidValueException.requireNumericDate(issuedAt, "issuedAt");
    this.expires = InvalidValueException.requireNumericDate(expires, "expires");
    DocumentValues.requireOrder(issuedAt, expires, "expires");
    this.roles = Collections.unmodifiableMap(new TreeMap<>(roles));
    for (Role role : Role.values()) {
      InvalidValueException.require(
          !role.isRequired() || roles.containsKey(role.code()),
          FormatFault.ROLE_MISSING,
          role.jsonName());
    }
    for (int role : roles.keySet()) {
      InvalidValueException.require(
          role >= 1 && role <= FormatLimits.MAX_ROLE, FormatFault.ROLE_RANGE, "roles");
    }
  }

  /**
   * A root.
   *
   * @param version 1 for the first of a scheme, then one more each
   * @param expires from this second on nothing under this root is trusted
   * @param roles by number; those that {@linkplain Role#isRequired are required} must be there
   * @throws InvalidValueException VERSION_RANGE, TIME_RANGE, TIME_ORDER, ROLE_MISSING, ROLE_RANGE
   */
  public static RootDocument of(
      Environment environment,
      long version,
      Instant issuedAt,
      Instant expires,
      Map<Integer, RoleKeys> roles) {
    return new RootDocument(environment, version, issuedAt, expires, roles);
  }

  /**
   * Reads the payload of a root.
   *
   * @throws FormatException with a fault of layer CBOR, PAYLOAD or DOCUMENT; offsets are bytes of
   *     the payload
   */
  public static RootDocument decode(byte[] payload) throws FormatException {
    return DocumentReader.read(
        payload,
        DocumentType.ROOT,
        FIELDS,
        in ->
            new RootDocument(in.environment(), in.version(), in.time(), in.time(), readRoles(in)));
  }

  private static Map<Integer, RoleKeys> readRoles(DocumentReader in) throws FormatException {
    Map<Integer, RoleKeys> roles = new TreeMap<>();
    int pairs = in.cursor().readMap();
    long number = 0;
    for (int i = 0; i < pairs; i++) {
      int at = in.cursor().position();
      number = in.cursor().readKey(i == 0, number);
      if (number < 1 || number > FormatLimits.MAX_ROLE) {
        throw new FormatException(FormatFault.ROLE_RANGE, at);
      }
      roles.put((int) number, readRole(in));
    }
    in.cursor().leave();
    return roles;
  }

  private static RoleKeys readRole(DocumentReader in) throws FormatException {
    int start = in.cursor().position();
    in.cursor().enterRecord(2, 2);
    int threshold = in.cursor().readInt();
    int count = in.cursor().enterList(1, FormatLimits.MAX_ROLE_KEYS);
    List<CoseKey> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = in.cursor().position();
      CoseKey key = in.key();
      if (i > 0 && ByteOrder.compare(keys.get(i - 1).encode(), key.encode()) >= 0) {
        throw new FormatException(FormatFault.KEY_ORDER, at);
      }
      keys.add(key);
    }
    in.cursor().leave();
    in.cursor().leave();
    try {
      return RoleKeys.of(threshold, keys);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  /** The payload. */
  public byte[] encode() {
    CborItem map = CborItem.map();
    roles.forEach(
        (number, role) -> {
          CborItem keys = CborItem.array();
          role.keys().forEach(key -> keys.add(CborItem.decoded(key.encode())));
          map.put(number, CborItem.array().add(role.threshold()).add(keys));
        });
    return CborItem.array()
        .add(DocumentType.ROOT.code())
        .add(environment.code())
        .add(version)
        .add(issuedAt.getEpochSecond())
        .add(expires.getEpochSecond())
        .add(map)
        .encode();
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** Its place in the chain of roots, from 1. */
  public long version() {
    return version;
  }

  /** When it was made. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** From this second on nothing under this root is trusted. */
  public Instant expires() {
    return expires;
  }

  /**
   * Who holds a role that {@linkplain Role#isRequired every root has}.
   *
   * @throws IllegalStateException for another role that this root does not have
   */
  public RoleKeys role(Role role) {
    return find(role).orElseThrow(() -> new IllegalStateException("this root has no role " + role));
  }

  /** Who holds {@code role}; empty if this root does not have it. */
  public Optional<RoleKeys> find(Role role) {
    return Optional.ofNullable(roles.get(role.code()));
  }

  /** All roles by number, also those that this release has no name for; unmodifiable. */
  public Map<Integer, RoleKeys> roles() {
    return roles;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RootDocument that
        && that.environment == environment
        && that.version == version
        && that.issuedAt.equals(issuedAt)
        && that.expires.equals(expires)
        && that.roles.equals(roles);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(version) + roles.hashCode();
  }

  /** Environment, version and end. */
  @Override
  public String toString() {
    return "RootDocument[" + environment + ", " + version + ", until " + expires + "]";
  }
}
