package io.greenqr.issue.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;

/** What documents say, decoded. */
final class DocumentContent {
  private DocumentContent() {}

  static Object decode(SignedDocument document) throws FormatException {
    return decode(document.type(), document.unverifiedPayload());
  }

  static Object decode(DocumentType type, byte[] payload) throws FormatException {
    return switch (type) {
      case ROOT -> RootDocument.decode(payload);
      case TRUST_LIST -> TrustListDocument.decode(payload);
      case STATUS_LIST -> StatusListDocument.decode(payload);
      case STATUS_DELTA -> StatusDelta.decode(payload);
      case FRESHNESS_CARD -> FreshnessCard.decode(payload);
      case POLICY -> PolicyDocument.decode(payload);
    };
  }

  static Environment environment(Object content) {
    if (content instanceof RootDocument root) {
      return root.environment();
    }
    if (content instanceof TrustListDocument list) {
      return list.environment();
    }
    if (content instanceof StatusListDocument list) {
      return list.environment();
    }
    if (content instanceof StatusDelta delta) {
      return delta.environment();
    }
    if (content instanceof PolicyDocument policy) {
      return policy.environment();
    }
    return ((FreshnessCard) content).environment();
  }

  /** What a document says, which nobody vouches for: DOCUMENT_FORMAT, WRONG_DOCUMENT. */
  static <T> T read(SignedDocument document, Class<T> type) throws PublishException {
    try {
      Object content = decode(document);
      PublishException.require(
          type.isInstance(content), PublishFault.WRONG_DOCUMENT, document.type().jsonName());
      return type.cast(content);
    } catch (FormatException e) {
      throw new PublishException(PublishFault.DOCUMENT_FORMAT, e);
    }
  }

  /** What a document of an environment says that a role signed: ENVIRONMENT, SIGNATURES_MISSING. */
  static <T> T read(SignedDocument document, Class<T> type, Environment environment, RoleKeys role)
      throws PublishException {
    T content = read(document, type);
    PublishException.require(
        environment(content) == environment, PublishFault.ENVIRONMENT, document.type().jsonName());
    requireSigned(document, role);
    return content;
  }

  static void requireSigned(SignedDocument document, RoleKeys role) throws PublishException {
    int signers = role.signers(document, CurveVerifier.VERIFIER).size();
    PublishException.require(
        signers >= role.threshold(),
        PublishFault.SIGNATURES_MISSING,
        document.type().jsonName() + ": " + signers + " of " + role.threshold());
  }

  static long versionAfter(long version) throws PublishException {
    PublishException.require(
        version < FormatLimits.MAX_VERSION, PublishFault.VERSION_EXHAUSTED, version);
    return version + 1;
  }
}
