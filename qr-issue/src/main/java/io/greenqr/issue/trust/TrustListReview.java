package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustListDocument;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a list that somebody else made may follow the previous one: each difference is made once
 * more, under the rules of the editor.
 */
final class TrustListReview {
  private TrustListReview() {}

  static void require(
      RootDocument root, @Nullable TrustListDocument previous, TrustListDocument next)
      throws PublishException {
    PublishException.require(
        next.environment() == root.environment(), PublishFault.ENVIRONMENT, "trust-list");
    PublishException.require(
        next.version().rootVersion() == root.version(), PublishFault.LIST_ROOT, next.version());
    PublishException.require(
        previous == null || next.version().compareTo(previous.version()) > 0,
        PublishFault.VERSION_NOT_NEWER,
        next.version());
    KeyRing keys = KeyRing.of(root, previous == null ? Set.<IssuerKey>of() : previous.keys());
    replayKeys(keys, next);
    PinBoard pins = new PinBoard(root, previous);
    for (StatusPin pin : next.statusPins()) {
      pins.pin(pin);
    }
    for (DocumentPin pin : next.documentPins()) {
      pins.pin(pin);
    }
    TrustListEditor.requireTimes(root, previous, next);
  }

  private static void replayKeys(KeyRing keys, TrustListDocument next) throws PublishException {
    Set<CoseKey> listed = new HashSet<>();
    for (IssuerKey key : next.keys()) {
      PublishException.require(listed.add(key.key()), PublishFault.KEY_PRESENT, key.key().keyId());
    }
    for (IssuerKey key : Set.copyOf(keys.all())) {
      if (!listed.contains(key.key())) {
        keys.remove(key.key());
      }
    }
    for (IssuerKey key : next.keys()) {
      if (keys.contains(key.key())) {
        keys.update(key);
      } else {
        keys.add(key);
      }
    }
  }
}
