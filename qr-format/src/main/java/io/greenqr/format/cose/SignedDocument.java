package io.greenqr.format.cose;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.ByteOrder;
import io.greenqr.format.internal.cbor.CborCursor;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.internal.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * A document that scanners sync, in its signed envelope, parsed and <em>not verified</em>.
 *
 * <pre>{@code
 * signed-document = #6.98([ bstr .size 0, {}, document-payload, [ 1*32 document-signature ] ])
 * }</pre>
 *
 * <p>The payload is kept as it was received, and what the signatures cover is built from it. Two
 * documents are equal if their payloads are: who signed, and how a signature is spelled, does not
 * make another document.
 */
public final class SignedDocument {
  private static final int TAG = 98;

  private final DocumentType type;
  private final byte[] payload;
  private final List<DocumentSignature> signatures;

  private SignedDocument(DocumentType type, byte[] payload, List<DocumentSignature> signatures) {
    this.type = type;
    this.payload = payload;
    this.signatures = Collections.unmodifiableList(signatures);
  }

  /**
   * A document of these bytes, in the order of their signers.
   *
   * @param payload a record that begins with the kind
   * @param signatures any number up to {@link FormatLimits#MAX_SIGNATURES}; none for a draft
   * @throws InvalidValueException DOCUMENT_KIND, DOCUMENT_TOO_LONG, SIGNER_ORDER for one that
   *     stands there twice, COUNT_RANGE
   */
  public static SignedDocument of(
      DocumentType type, byte[] payload, Collection<DocumentSignature> signatures) {
    TreeMap<byte[], DocumentSignature> ordered = new TreeMap<>(ByteOrder::compare);
    for (DocumentSignature signature : signatures) {
      InvalidValueException.require(
          ordered.put(orderKey(signature), signature) == null,
          FormatFault.SIGNER_ORDER,
          "signatures");
    }
    InvalidValueException.require(
        signatures.size() <= FormatLimits.MAX_SIGNATURES, FormatFault.COUNT_RANGE, "signatures");
    SignedDocument document =
        new SignedDocument(type, payload.clone(), new ArrayList<>(ordered.values()));
    try {
      InvalidValueException.require(
          typeOf(document.payload, 0, payload.length) == type,
          FormatFault.DOCUMENT_KIND,
          "payload");
    } catch (FormatException e) {
      throw new InvalidValueException(e.fault(), "payload");
    }
    InvalidValueException.require(
        document.bytes().length <= type.maxBytes(), FormatFault.DOCUMENT_TOO_LONG, "payload");
    return document;
  }

  /**
   * Parses the envelope of a document that somebody signed.
   *
   * @param type what it must be
   * @throws FormatException DOCUMENT_TOO_LONG, DOCUMENT_KIND, or a fault of layer CBOR, ENVELOPE or
   *     DOCUMENT; offsets are bytes
   */
  public static SignedDocument parse(byte[] bytes, DocumentType type) throws FormatException {
    if (bytes.length > type.maxBytes()) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, type.maxBytes());
    }
    SignedDocument document = parse(bytes, 1);
    if (document.type != type) {
      throw new FormatException(FormatFault.DOCUMENT_KIND, 0);
    }
    return document;
  }

  /**
   * Parses the envelope of a document of any kind, on which signatures may still be missing.
   *
   * @throws FormatException as {@link #parse(byte[], DocumentType)} does
   */
  public static SignedDocument parseDraft(byte[] bytes) throws FormatException {
    return parse(bytes, 0);
  }

  private static SignedDocument parse(byte[] bytes, int least) throws FormatException {
    if (bytes.length > DocumentType.MAX_BYTES) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, DocumentType.MAX_BYTES);
    }
    CborCursor cursor = new CborCursor(bytes);
    if (cursor.readTag() != TAG) {
      throw new FormatException(FormatFault.COSE_TAG, 0);
    }
    int at = cursor.position();
    if (cursor.readArray() != 4) {
      throw new FormatException(FormatFault.COSE_SHAPE, at);
    }
    at = cursor.position();
    if (cursor.readBytesHead() != 0) {
      throw new FormatException(FormatFault.COSE_HEADER, at);
    }
    DocumentSignature.requireEmptyMap(cursor);
    int length = cursor.readBytesHead();
    int payloadAt = cursor.position();
    byte[] payload = cursor.readContent(length);
    at = cursor.position();
    int count = cursor.readArray();
    if (count < least || count > FormatLimits.MAX_SIGNATURES) {
      throw new FormatException(FormatFault.COUNT_RANGE, at);
    }
    List<DocumentSignature> signatures = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      at = cursor.position();
      DocumentSignature signature = DocumentSignature.read(cursor);
      if (i > 0 && ByteOrder.compare(orderKey(signatures.get(i - 1)), orderKey(signature)) >= 0) {
        throw new FormatException(FormatFault.SIGNER_ORDER, at);
      }
      signatures.add(signature);
    }
    cursor.leave();
    cursor.leave();
    cursor.requireEnd();
    DocumentType type = typeOf(bytes, payloadAt, payloadAt + length);
    if (bytes.length > type.maxBytes()) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, type.maxBytes());
    }
    return new SignedDocument(type, payload, signatures);
  }

  /** The kind that the first field of the payload names; the rest stays unread. */
  private static DocumentType typeOf(byte[] buffer, int from, int to) throws FormatException {
    CborCursor cursor = new CborCursor(buffer, from, to, 0);
    // What stands behind an empty array is no field of it.
    if (cursor.readArray() == 0) {
      throw new FormatException(FormatFault.DOCUMENT_KIND, from);
    }
    int at = cursor.position();
    long kind = cursor.readUnsigned();
    DocumentType type =
        kind > Integer.MAX_VALUE
            ? null
            : TableCode.find(DocumentType.class, (int) kind).orElse(null);
    if (type == null) {
      throw new FormatException(FormatFault.DOCUMENT_KIND, at);
    }
    return type;
  }

  /** Signers stand by key identifier; two with the same one by their signatures. */
  private static byte[] orderKey(DocumentSignature signature) {
    byte[] key = new byte[KeyId.LENGTH + SignatureAlgorithm.SIGNATURE_LENGTH];
    System.arraycopy(signature.keyId().bytes(), 0, key, 0, KeyId.LENGTH);
    System.arraycopy(
        signature.signature(), 0, key, KeyId.LENGTH, SignatureAlgorithm.SIGNATURE_LENGTH);
    return key;
  }

  /** What kind of document it is. */
  public DocumentType type() {
    return type;
  }

  /** The payload, as received; nobody vouches for it. */
  public byte[] unverifiedPayload() {
    return payload.clone();
  }

  /** The signatures, in order; unmodifiable. */
  public List<DocumentSignature> signatures() {
    return signatures;
  }

  /** SHA-256 of the payload: the identity of the document, 32 bytes. */
  public byte[] digest() {
    return Sha256.of(payload);
  }

  /** What the holder of {@code key} signs: the {@code Sig_structure} of RFC 9052 section 4.4. */
  public byte[] toBeSigned(CoseKey key) {
    return toBeSigned(ProtectedHeader.encode(key.algorithm(), key.keyId()));
  }

  /** What {@code signature} covers, with its header as received. */
  public byte[] toBeSigned(DocumentSignature signature) {
    return toBeSigned(signature.header());
  }

  private byte[] toBeSigned(byte[] header) {
    return SigStructure.ofSign(header, 0, type.context(), payload, 0, payload.length);
  }

  /**
   * This document with one more signature.
   *
   * @throws InvalidValueException SIGNER_ORDER if it is there already, COUNT_RANGE,
   *     DOCUMENT_TOO_LONG
   */
  public SignedDocument with(DocumentSignature signature) {
    List<DocumentSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return of(type, payload, more);
  }

  /** The bytes of the envelope. */
  public byte[] bytes() {
    CborItem list = CborItem.array();
    for (DocumentSignature signature : signatures) {
      list.add(signature.item());
    }
    return CborItem.array()
        .add(CborItem.of(new byte[0]))
        .add(CborItem.map())
        .add(CborItem.of(payload))
        .add(list)
        .tagged(TAG)
        .encode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedDocument that && Arrays.equals(that.payload, payload);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(payload);
  }

  /** Kind, size of the payload and signers. */
  @Override
  public String toString() {
    return "SignedDocument[" + type + ", " + payload.length + " bytes, " + signatures + "]";
  }
}
