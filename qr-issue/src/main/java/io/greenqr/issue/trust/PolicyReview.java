package io.greenqr.issue.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;

/**
 * Whether a policy may be pinned under a root. Gates ask the same (docs/spec/policy.md section 2),
 * and where the answer is no, no place that it could be meant for lets anybody in.
 */
final class PolicyReview {
  private PolicyReview() {}

  /** Passes over documents of other kinds. */
  static void require(RootDocument root, BundledDocument document, long version)
      throws PublishException {
    if (document.kind() != PolicyDocument.PIN_KIND) {
      return;
    }
    PolicyDocument policy;
    try {
      policy = require(root, SignedDocument.parse(document.bytes(), DocumentType.POLICY));
    } catch (FormatException e) {
      throw new PublishException(PublishFault.DOCUMENT_FORMAT, e);
    }
    PublishException.require(
        policy.name().equals(document.name()) && policy.version() == version,
        PublishFault.PIN_MISMATCH,
        document.name());
  }

  /** What a policy says that the holders of the policy role of {@code root} signed. */
  static PolicyDocument require(RootDocument root, SignedDocument signed) throws PublishException {
    RoleKeys role =
        root.find(Role.POLICY)
            .orElseThrow(
                () -> new PublishException(PublishFault.ROLE_MISSING, Role.POLICY.jsonName()));
    return DocumentContent.read(signed, PolicyDocument.class, root.environment(), role);
  }
}
