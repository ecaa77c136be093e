package io.greenqr.verify.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;

/**
 * The root that an application is delivered with: where all trust begins.
 *
 * <p>How it reached the application decides what everything else is worth. It belongs into the
 * application's package, which is signed, and not into a download.
 */
public final class TrustAnchor {
  private final SignedDocument signed;
  private final RootDocument root;

  private TrustAnchor(SignedDocument signed, RootDocument root) {
    this.signed = signed;
    this.root = root;
  }

  /**
   * The anchor in the bytes of a signed root of any version.
   *
   * @throws TrustException DOCUMENT_FORMAT; ROOT_SIGNATURES if its own holders did not sign it
   */
  public static TrustAnchor of(byte[] signedRoot) throws TrustException {
    try {
      SignedDocument signed = SignedDocument.parse(signedRoot, DocumentType.ROOT);
      RootDocument root = RootDocument.decode(signed.unverifiedPayload());
      TrustSignatures.require(signed, root, Role.ROOT, TrustFault.ROOT_SIGNATURES);
      return new TrustAnchor(signed, root);
    } catch (FormatException e) {
      throw new TrustException(e);
    }
  }

  /** The world that it belongs to. */
  public Environment environment() {
    return root.environment();
  }

  /** Version of the root. */
  public long version() {
    return root.version();
  }

  SignedDocument signed() {
    return signed;
  }

  RootDocument root() {
    return root;
  }

  /** The root. */
  @Override
  public String toString() {
    return "TrustAnchor[" + root + "]";
  }
}
