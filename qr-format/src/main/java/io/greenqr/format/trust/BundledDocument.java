package io.greenqr.format.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.internal.hash.Sha256;
import io.greenqr.format.internal.text.CodeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A document of another specification, as a bundle carries it; its bytes are not looked into.
 *
 * <pre>{@code
 * bundled-document = [ documentKind, documentName, bstr ]
 * }</pre>
 */
public final class BundledDocument {
  /** Bytes that such a document may have. */
  public static final int MAX_BYTES = DocumentType.TRUST_LIST.maxBytes();

  private final int kind;
  private final String name;
  private final byte[] bytes;

  private BundledDocument(int kind, String name, byte[] bytes) {
    InvalidValueException.require(
        kind >= 1 && kind <= FormatLimits.MAX_DOCUMENT_KIND, FormatFault.CODE_RANGE, "kind");
    InvalidValueException.require(
        bytes.length <= MAX_BYTES, FormatFault.DOCUMENT_TOO_LONG, "bytes");
    this.kind = kind;
    this.name = CodeText.require(name, "name");
    this.bytes = bytes.clone();
  }

  /**
   * A document.
   *
   * @param kind as its specification says, 1 to 255
   * @param name which document of this kind: a code text of 1 to 20 characters
   * @param bytes at most {@link #MAX_BYTES}
   * @throws InvalidValueException CODE_RANGE, CODE_TEXT, DOCUMENT_TOO_LONG
   */
  public static BundledDocument of(int kind, String name, byte[] bytes) {
    return new BundledDocument(kind, name, bytes);
  }

  static List<BundledDocument> readAll(DocumentReader in) throws FormatException {
    int count = in.cursor().enterList(0, FormatLimits.MAX_DOCUMENT_PINS);
    List<BundledDocument> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = in.cursor().position();
      BundledDocument document = read(in);
      if (i > 0 && all.get(i - 1).compareName(document) >= 0) {
        throw new FormatException(FormatFault.ENTRY_ORDER, at);
      }
      all.add(document);
    }
    in.cursor().leave();
    return all;
  }

  private static BundledDocument read(DocumentReader in) throws FormatException {
    int start = in.cursor().position();
    in.cursor().enterRecord(3, 3);
    try {
      BundledDocument document =
          new BundledDocument(
              in.cursor().readInt(), in.cursor().readText(), in.cursor().readBytes());
      in.cursor().leave();
      return document;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  static CborItem items(List<BundledDocument> documents) {
    CborItem items = CborItem.array();
    for (BundledDocument document : documents) {
      items.add(
          CborItem.array()
              .add(document.kind)
              .add(CborItem.of(document.name))
              .add(CborItem.of(document.bytes)));
    }
    return items;
  }

  /** What kind of document. */
  public int kind() {
    return kind;
  }

  /** Which one. */
  public String name() {
    return name;
  }

  /** The document itself. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The pin that puts it in force as {@code version}. */
  public DocumentPin pin(long version) {
    return DocumentPin.of(kind, name, version, Sha256.of(bytes));
  }

  int compareName(BundledDocument that) {
    return kind != that.kind ? kind - that.kind : name.compareTo(that.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BundledDocument that
        && compareName(that) == 0
        && Arrays.equals(that.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * kind + name.hashCode();
  }

  /** Kind, name and size. */
  @Override
  public String toString() {
    return "BundledDocument[" + kind + " " + name + ", " + bytes.length + " bytes]";
  }
}
