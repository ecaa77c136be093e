package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.SignatureVerifier;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who holds a role, and how many of them must sign.
 *
 * <pre>{@code
 * role      = [ threshold, [ 1*16 cose-key ] ]
 * threshold = 1..16
 * }</pre>
 */
public final class RoleKeys {
  private final int threshold;
  private final List<CoseKey> keys;

  private RoleKeys(int threshold, List<CoseKey> keys) {
    this.threshold = threshold;
    this.keys = Collections.unmodifiableList(keys);
  }

  /**
   * A role.
   *
   * @param threshold how many different keys must sign, 1 to the number of keys
   * @param keys 1 to {@link FormatLimits#MAX_ROLE_KEYS}, each once, in any order
   * @throws InvalidValueException COUNT_RANGE, KEY_ORDER for a key that stands there twice,
   *     THRESHOLD_RANGE
   */
  public static RoleKeys of(int threshold, Collection<CoseKey> keys) {
    InvalidValueException.require(
        !keys.isEmpty() && keys.size() <= FormatLimits.MAX_ROLE_KEYS,
        FormatFault.COUNT_RANGE,
        "keys");
    InvalidValueException.require(
        threshold >= 1 && threshold <= keys.size(), FormatFault.THRESHOLD_RANGE, "threshold");
    List<CoseKey> ordered = new ArrayList<>(keys);
    ordered.sort((a, b) -> ByteOrder.compare(a.encode(), b.encode()));
    for (int i = 1; i < ordered.size(); i++) {
      InvalidValueException.require(
          !ordered.get(i).equals(ordered.get(i - 1)), FormatFault.KEY_ORDER, "keys");
    }
    return new RoleKeys(threshold, ordered);
  }

  /** How many different keys must sign. */
  public int threshold() {
    return threshold;
  }

  /** The keys in the order of their encoding, unmodifiable. */
  public List<CoseKey> keys() {
    return keys;
  }

  /**
   * The keys of this role that signed {@code document}: each is counted once, however many
   * signatures it made, or one thief could fill a threshold alone. Signatures of others, and those
   * that do not verify, are passed over: anyone can append one.
   */
  public Set<CoseKey> signers(SignedDocument document, SignatureVerifier verifier) {
    Set<CoseKey> signers = new LinkedHashSet<>();
    for (DocumentSignature signature : document.signatures()) {
      for (CoseKey key : keys) {
        if (key.keyId().equals(signature.keyId())
            && key.algorithm() == signature.algorithm()
            && !signers.contains(key)
            && verifier.verifies(key, document.toBeSigned(signature), signature.signature())) {
          signers.add(key);
        }
      }
    }
    return signers;
  }

  /** Whether enough keys of this role signed {@code document}. */
  public boolean haveSigned(SignedDocument document, SignatureVerifier verifier) {
    return signers(document, verifier).size() >= threshold;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RoleKeys that && that.threshold == threshold && that.keys.equals(keys);
  }

  @Override
  public int hashCode() {
    return 31 * threshold + keys.hashCode();
  }

  /** Threshold and keys. */
  @Override
  public String toString() {
    return threshold + " of " + keys;
  }
}
