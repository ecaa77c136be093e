package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A document on its way from one signer to the next: the file that travels. Immutable.
 *
 * <p>The payload was decoded, so whoever is asked to sign sees what it says, and never signs a hash
 * or bytes that nobody can read. Copies may travel at the same time, and are put together by {@link
 * #merge}. Two drafts are equal if their payloads are: who signed does not matter.
 */
public final class DocumentDraft {
  private final SignedDocument document;
  private final Object content;

  private DocumentDraft(SignedDocument document, Object content) {
    this.document = document;
    this.content = content;
  }

  /** Drafts a root that was checked elsewhere; {@link RootEditor} makes checked ones. */
  static DocumentDraft of(RootDocument root) throws PublishException {
    return of(DocumentType.ROOT, root.encode(), root);
  }

  /** Drafts a trust list that was checked elsewhere; {@link TrustListEditor} makes checked ones. */
  static DocumentDraft of(TrustListDocument list) throws PublishException {
    return of(DocumentType.TRUST_LIST, list.encode(), list);
  }

  static DocumentDraft of(FreshnessCard card) throws PublishException {
    return of(DocumentType.FRESHNESS_CARD, card.encode(), card);
  }

  /** A status list without signatures, such as {@link StatusRegister#publish} makes them. */
  public static DocumentDraft of(StatusListDocument list) throws PublishException {
    return of(DocumentType.STATUS_LIST, list.encode(), list);
  }

  /**
   * A delta without signatures, such as {@link StatusRegister#publish} makes them.
   *
   * @throws PublishException DOCUMENT_TOO_LONG
   */
  public static DocumentDraft of(StatusDelta delta) throws PublishException {
    return of(DocumentType.STATUS_DELTA, delta.encode(), delta);
  }

  /**
   * A policy without signatures.
   *
   * @throws PublishException DOCUMENT_TOO_LONG
   */
  public static DocumentDraft of(PolicyDocument policy) throws PublishException {
    return of(DocumentType.POLICY, policy.encode(), policy);
  }

  /** What is handed out was read back: what people sign is what was meant. */
  private static DocumentDraft of(DocumentType type, byte[] payload, Object content)
      throws PublishException {
    SignedDocument document = document(type, payload, List.of());
    try {
      PublishException.require(
          DocumentContent.decode(type, payload).equals(content), PublishFault.SELF_CHECK);
    } catch (FormatException e) {
      throw new PublishException(PublishFault.SELF_CHECK, e);
    }
    return new DocumentDraft(document, content);
  }

  private static SignedDocument document(
      DocumentType type, byte[] payload, Collection<DocumentSignature> signatures)
      throws PublishException {
    PublishException.require(
        signatures.size() <= FormatLimits.MAX_SIGNATURES, PublishFault.SIGNATURES_TOO_MANY);
    try {
      return SignedDocument.of(type, payload, signatures);
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /**
   * A document that was signed before, to be signed by more people: after a rotation, the holders
   * of a role sign again what stays in force.
   *
   * @throws PublishException DOCUMENT_FORMAT
   */
  public static DocumentDraft of(SignedDocument document) throws PublishException {
    return new DocumentDraft(document, DocumentContent.read(document, Object.class));
  }

  /**
   * Reads a draft that travelled. The signatures are not verified: {@link #signersOf} does.
   *
   * @throws FormatException as {@link SignedDocument#parseDraft} does, or with a fault of the
   *     payload
   */
  public static DocumentDraft read(byte[] bytes) throws FormatException {
    SignedDocument document = SignedDocument.parseDraft(bytes);
    return new DocumentDraft(document, DocumentContent.decode(document));
  }

  /** The file that travels. */
  public byte[] bytes() {
    return document.bytes();
  }

  /** What kind of document it is. */
  public DocumentType type() {
    return document.type();
  }

  /** The world it belongs to. */
  public Environment environment() {
    return DocumentContent.environment(content);
  }

  /**
   * What it says.
   *
   * @param type of the content: {@link RootDocument}, {@link TrustListDocument}, {@link
   *     StatusListDocument}, {@link StatusDelta}, {@link FreshnessCard} or {@link PolicyDocument}
   * @throws PublishException WRONG_DOCUMENT
   */
  public <T> T content(Class<T> type) throws PublishException {
    PublishException.require(
        type.isInstance(content), PublishFault.WRONG_DOCUMENT, type().jsonName());
    return type.cast(content);
  }

  /** SHA-256 of the payload, 32 bytes, which signers far apart can compare by telephone. */
  public byte[] digest() {
    return document.digest();
  }

  /**
   * This draft with the signature of one more signer, in place of an earlier one by the same key.
   * The signature was verified.
   *
   * @throws PublishException KEY_UNSOUND, SIGNING, SELF_CHECK, SIGNATURES_TOO_MANY,
   *     DOCUMENT_TOO_LONG
   */
  public DocumentDraft sign(PassSigner signer) throws PublishException {
    CoseKey key = signer.publicKey();
    CurveVerifier.requireSound(key);
    DocumentSignature signature;
    try {
      signature = DocumentSignature.of(key, signer.sign(document.toBeSigned(key)));
    } catch (SigningException e) {
      throw new PublishException(PublishFault.SIGNING, e);
    } catch (InvalidValueException e) {
      throw new PublishException(PublishFault.SELF_CHECK, e);
    }
    List<DocumentSignature> signatures = new ArrayList<>(document.signatures());
    signatures.removeIf(it -> isBy(key, it));
    signatures.add(signature);
    DocumentDraft signed = with(signatures);
    // From the bytes that travel, and not from what was handed to the signer.
    PublishException.require(
        RoleKeys.of(1, Set.of(key)).haveSigned(signed.readBack(), CurveVerifier.VERIFIER),
        PublishFault.SELF_CHECK,
        key.keyId());
    return signed;
  }

  private boolean isBy(CoseKey key, DocumentSignature signature) {
    return signature.keyId().equals(key.keyId())
        && signature.algorithm() == key.algorithm()
        && CurveVerifier.VERIFIER.verifies(
            key, document.toBeSigned(signature), signature.signature());
  }

  private DocumentDraft with(Collection<DocumentSignature> signatures) throws PublishException {
    return new DocumentDraft(
        document(document.type(), document.unverifiedPayload(), signatures), content);
  }

  private SignedDocument readBack() throws PublishException {
    try {
      SignedDocument read = SignedDocument.parse(document.bytes(), document.type());
      PublishException.require(
          read.equals(document) && read.signatures().equals(document.signatures()),
          PublishFault.SELF_CHECK);
      return read;
    } catch (FormatException e) {
      throw new PublishException(PublishFault.SELF_CHECK, e);
    }
  }

  /**
   * The signatures of both, which travelled at the same time.
   *
   * @throws PublishException WRONG_DOCUMENT if the payloads differ; SIGNATURES_TOO_MANY,
   *     DOCUMENT_TOO_LONG
   */
  public DocumentDraft merge(DocumentDraft other) throws PublishException {
    PublishException.require(equals(other), PublishFault.WRONG_DOCUMENT, other.type().jsonName());
    Set<DocumentSignature> all = new LinkedHashSet<>(document.signatures());
    all.addAll(other.document.signatures());
    return with(all);
  }

  /**
   * This draft with one signature of each key of the roles that signed, and without all others:
   * those that do not verify, and those of people who hold none of the roles.
   */
  public DocumentDraft keeping(RoleKeys... roles) throws PublishException {
    Set<CoseKey> keys = new LinkedHashSet<>();
    for (RoleKeys role : roles) {
      keys.addAll(role.keys());
    }
    List<DocumentSignature> kept = new ArrayList<>();
    for (CoseKey key : keys) {
      document.signatures().stream().filter(it -> isBy(key, it)).findFirst().ifPresent(kept::add);
    }
    return with(kept);
  }

  /** The keys of a role whose signatures are there and verify. */
  public Set<CoseKey> signersOf(RoleKeys role) {
    return role.signers(document, CurveVerifier.VERIFIER);
  }

  /** How many keys of a role must still sign; 0 if enough did. */
  public int missing(RoleKeys role) {
    return Math.max(0, role.threshold() - signersOf(role).size());
  }

  /**
   * The document, if enough of each role signed it; only their signatures are in it.
   *
   * @param roles one for most documents; for a root that of its predecessor and its own
   * @throws PublishException SIGNATURES_MISSING
   * @throws IllegalArgumentException without any role
   */
  public SignedDocument complete(RoleKeys... roles) throws PublishException {
    if (roles.length == 0) {
      throw new IllegalArgumentException("no role");
    }
    DocumentDraft kept = keeping(roles);
    for (RoleKeys role : roles) {
      DocumentContent.requireSigned(kept.document, role);
    }
    return kept.readBack();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentDraft that && that.document.equals(document);
  }

  @Override
  public int hashCode() {
    return document.hashCode();
  }

  /** What it says, and how many signatures there are. */
  @Override
  public String toString() {
    return "DocumentDraft[" + content + ", " + document.signatures().size() + " signatures]";
  }
}
