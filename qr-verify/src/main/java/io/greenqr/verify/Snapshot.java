package io.greenqr.verify;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.internal.signature.SignatureEngine;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one verification works on: the trust with its keys made ready. Immutable. */
final class Snapshot {
  private final Map<KeyId, List<Key>> keys = new HashMap<>();
  private final TrustList trust;
  private final @Nullable Instant asOf;

  private final Map<CoseKey, PreparedKey> prepared;

  private Snapshot(TrustList trust, Map<CoseKey, PreparedKey> prepared) {
    for (TrustedKey trusted : trust.keys()) {
      keys.computeIfAbsent(trusted.key().keyId(), id -> new ArrayList<>(1))
          .add(new Key(trusted, Objects.requireNonNull(prepared.get(trusted.key()))));
    }
    this.trust = trust;
    this.asOf = trust.asOf().orElse(null);
    this.prepared = prepared;
  }

  /**
   * The first.
   *
   * @throws IllegalArgumentException if the engine cannot use a key
   */
  static Snapshot of(TrustList trust, SignatureEngine engine) {
    return prepare(trust, engine, Collections.emptyMap());
  }

  /**
   * The next; keys that are in both are not made ready again.
   *
   * @throws IllegalArgumentException as {@link #of} does
   */
  Snapshot replacedBy(TrustList next, SignatureEngine engine) {
    return prepare(next, engine, prepared);
  }

  private static Snapshot prepare(
      TrustList trust, SignatureEngine engine, Map<CoseKey, PreparedKey> ready) {
    Map<CoseKey, PreparedKey> prepared = new HashMap<>();
    for (TrustedKey trusted : trust.keys()) {
      CoseKey key = trusted.key();
      PreparedKey held = ready.get(key);
      prepared.put(key, held == null ? engine.prepare(key) : held);
    }
    engine.keep(prepared.values());
    return new Snapshot(trust, prepared);
  }

  /** The keys with this identifier: four bytes collide, so there may be several. */
  List<Key> find(KeyId keyId) {
    List<Key> found = keys.get(keyId);
    return found == null ? Collections.emptyList() : found;
  }

  /** All of them. */
  Iterable<Key> keys() {
    List<Key> all = new ArrayList<>();
    keys.values().forEach(all::addAll);
    return all;
  }

  TrustList trust() {
    return trust;
  }

  @Nullable Instant asOf() {
    return asOf;
  }

  /** A trusted key and what checks its signatures. */
  static final class Key {
    private final TrustedKey trusted;
    private final PreparedKey prepared;
    private final ClaimKind[] refusedClaims;

    Key(TrustedKey trusted, PreparedKey prepared) {
      this.trusted = trusted;
      this.prepared = prepared;
      Set<ClaimKind> refused = EnumSet.allOf(ClaimKind.class);
      refused.removeAll(trusted.claims());
      this.refusedClaims = refused.toArray(new ClaimKind[0]);
    }

    TrustedKey trusted() {
      return trusted;
    }

    PreparedKey prepared() {
      return prepared;
    }

    /** The kinds of claims that the key may not sign; not to be changed. */
    ClaimKind[] refusedClaims() {
      return refusedClaims;
    }
  }
}
