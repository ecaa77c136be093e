package io.greenqr.format.trust;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.RecordReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the payload of a document: the fields that several kinds have in common. */
final class DocumentReader {
  /** Bytes of a digest, SHA-256. */
  static final int DIGEST = 32;

  private final RecordReader cursor;

  private DocumentReader(byte[] payload) {
    this.cursor = new RecordReader(payload);
  }

  /** What a kind of document is read by. */
  interface Content<T> {
    T read(DocumentReader in) throws FormatException;
  }

  /**
   * Reads a payload of {@code fields} fields, all of it, from its second field on.
   *
   * @throws FormatException with offsets in bytes of the payload; what only the finished document
   *     can tell is at 0
   */
  static <T> T read(byte[] payload, DocumentType type, int fields, Content<T> content)
      throws FormatException {
    DocumentReader in = behindKind(payload, type, fields);
    try {
      T document = content.read(in);
      in.cursor.leave();
      in.cursor.requireEnd();
      return document;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), 0);
    }
  }

  /** Enters a payload and passes over its kind. */
  static DocumentReader behindKind(byte[] payload, DocumentType type, int fields)
      throws FormatException {
    DocumentReader in = new DocumentReader(payload);
    in.cursor.enterRecord(fields, fields);
    int at = in.cursor.position();
    if (in.cursor.readUnsigned() != type.code()) {
      throw new FormatException(FormatFault.DOCUMENT_KIND, at);
    }
    return in;
  }

  /** Reads a file of {@code fields} fields that begins with {@code mark}, all of it. */
  static <T> T readMarked(byte[] bytes, String mark, int fields, Content<T> content)
      throws FormatException {
    DocumentReader in = new DocumentReader(bytes);
    in.cursor.enterRecord(fields, fields);
    int at = in.cursor.position();
    if (!in.cursor.readText().equals(mark)) {
      throw new FormatException(FormatFault.BUNDLE_MARK, at);
    }
    T file = content.read(in);
    in.cursor.leave();
    in.cursor.requireEnd();
    return file;
  }

  RecordReader cursor() {
    return cursor;
  }

  Environment environment() throws FormatException {
    int at = cursor.position();
    return TableCode.find(Environment.class, cursor.readInt())
        .orElseThrow(() -> new FormatException(FormatFault.ENVIRONMENT_UNKNOWN, at));
  }

  long version() throws FormatException {
    return cursor.readVersion();
  }

  TrustVersion trustVersion() throws FormatException {
    return TrustVersion.of(version(), version());
  }

  Instant time() throws FormatException {
    return cursor.readTime();
  }

  byte[] digest() throws FormatException {
    int at = cursor.position();
    byte[] digest = cursor.readBytes();
    if (digest.length != DIGEST) {
      throw new FormatException(FormatFault.DIGEST_SIZE, at);
    }
    return digest;
  }

  int listNumber() throws FormatException {
    int at = cursor.position();
    int list = cursor.readInt();
    if (list > FormatLimits.MAX_STATUS_LIST) {
      throw new FormatException(FormatFault.STATUS_RANGE, at);
    }
    return list;
  }

  /** A key that stands inside the document, with the place of a fault counted in the document. */
  CoseKey key() throws FormatException {
    int at = cursor.position();
    byte[] encoded = cursor.readItem();
    try {
      return CoseKey.decode(encoded);
    } catch (FormatException e) {
      throw new FormatException(e.fault(), at + e.offset());
    }
  }

  /** The envelopes of {@code count} documents, and the end of their list. */
  List<SignedDocument> documents(int count, DocumentType type) throws FormatException {
    List<SignedDocument> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(document(type));
    }
    cursor.leave();
    return all;
  }

  /** The envelope of a document in a byte string. */
  SignedDocument document(DocumentType type) throws FormatException {
    int at = cursor.position();
    int length = cursor.readBytesHead();
    // Before the copy: the length is a stranger's.
    if (length > type.maxBytes()) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, at);
    }
    int from = cursor.position();
    try {
      return SignedDocument.parse(cursor.readContent(length), type);
    } catch (FormatException e) {
      throw new FormatException(e.fault(), from + e.offset());
    }
  }
}
