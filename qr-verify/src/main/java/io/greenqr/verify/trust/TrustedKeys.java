package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.TrustListDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keys of a list, each sound and each there once. */
final class TrustedKeys {
  private TrustedKeys() {}

  /**
   * The keys of a document.
   *
   * @throws TrustException KEY_NOT_ON_CURVE, KEY_NOT_OF_ORDER, KEY_DUPLICATE
   */
  static List<TrustedKey> of(TrustListDocument list) throws TrustException {
    List<TrustedKey> keys = new ArrayList<>(list.keys().size());
    for (IssuerKey key : list.keys()) {
      keys.add(TrustedKey.of(key));
    }
    return distinct(keys);
  }

  /** These keys, unmodifiable. */
  static List<TrustedKey> distinct(List<TrustedKey> keys) throws TrustException {
    Set<CoseKey> seen = new HashSet<>();
    for (TrustedKey key : keys) {
      if (!seen.add(key.key())) {
        throw new TrustException(TrustFault.KEY_DUPLICATE);
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(keys));
  }
}
