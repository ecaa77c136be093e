package io.greenqr.verify;

import io.greenqr.format.cose.KeyId;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one verification works on: the trust with its keys made ready. Immutable. */
final class Snapshot {
  private final Map<KeyId, List<Key>> keys = new HashMap<>();
  private final TrustList trust;
  private final @Nullable Instant asOf;

  Snapshot(TrustList trust, SignatureCheck signatureCheck) {
    for (TrustedKey trusted : trust.keys()) {
      keys.computeIfAbsent(trusted.key().keyId(), id -> new ArrayList<>(1))
          .add(new Key(trusted, signatureCheck.prepare(trusted.key())));
    }
    this.trust = trust;
    this.asOf = trust.asOf().orElse(null);
  }

  /** The keys with this identifier: four bytes collide, so there may be several. */
  List<Key> find(KeyId keyId) {
    List<Key> found = keys.get(keyId);
    return found == null ? Collections.emptyList() : found;
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

    Key(TrustedKey trusted, PreparedKey prepared) {
      this.trusted = trusted;
      this.prepared = prepared;
    }

    TrustedKey trusted() {
      return trusted;
    }

    PreparedKey prepared() {
      return prepared;
    }
  }
}
