package io.greenqr.verify.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that a trust list pins, verified when they are first asked for: a scanner that asks
 * for no policy does not check their signatures.
 */
final class PolicyPins {
  private final RootDocument root;
  private final TrustListDocument list;
  private final List<BundledDocument> documents;

  /** Two threads may find the same, and either may keep it. */
  private volatile @Nullable List<PinnedPolicy> verified;

  PolicyPins(RootDocument root, TrustListDocument list, List<BundledDocument> documents) {
    this.root = root;
    this.list = list;
    this.documents = documents;
  }

  /** By name, unmodifiable. */
  List<PinnedPolicy> all() {
    List<PinnedPolicy> all = verified;
    if (all == null) {
      List<PinnedPolicy> found = new ArrayList<>();
      for (DocumentPin pin : list.documentPins()) {
        if (pin.kind() == PolicyDocument.PIN_KIND) {
          found.add(verify(pin));
        }
      }
      all = Collections.unmodifiableList(found);
      verified = all;
    }
    return all;
  }

  private PinnedPolicy verify(DocumentPin pin) {
    RoleKeys role = root.find(Role.POLICY).orElse(null);
    if (role == null) {
      return refused(pin, PolicyFault.POLICY_ROLE);
    }
    byte[] bytes = bytes(pin);
    if (bytes == null) {
      return refused(pin, PolicyFault.POLICY_ABSENT);
    }
    try {
      SignedDocument signed = SignedDocument.parse(bytes, DocumentType.POLICY);
      if (!TrustSignatures.haveSigned(signed, role)) {
        return refused(pin, PolicyFault.POLICY_SIGNATURES);
      }
      PolicyDocument policy = PolicyDocument.decode(signed.unverifiedPayload());
      if (policy.environment() != list.environment()) {
        return refused(pin, PolicyFault.POLICY_ENVIRONMENT);
      }
      // The list keys choose which policy is in force; they do not rename what was signed.
      if (!policy.name().equals(pin.name()) || policy.version() != pin.version()) {
        return refused(pin, PolicyFault.POLICY_PIN);
      }
      return PinnedPolicy.verified(policy);
    } catch (FormatException e) {
      return PinnedPolicy.unreadable(pin.name(), pin.version(), e.fault());
    }
  }

  private byte @Nullable [] bytes(DocumentPin pin) {
    for (BundledDocument document : documents) {
      if (document.kind() == pin.kind() && document.name().equals(pin.name())) {
        return document.bytes();
      }
    }
    return null;
  }

  private static PinnedPolicy refused(DocumentPin pin, PolicyFault fault) {
    return PinnedPolicy.refused(pin.name(), pin.version(), fault);
  }
}
