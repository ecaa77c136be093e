package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.CodeText;
import java.util.Arrays;

/**
 * Which version of a document of another specification is in force: a policy, a roster.
 *
 * <pre>{@code
 * document-pin = [ documentKind, documentName, version, digest ]
 * documentKind = 1..255
 * documentName = code-text
 * }</pre>
 */
public final class DocumentPin {
  private final int kind;
  private final String name;
  private final long version;
  private final byte[] digest;

  private DocumentPin(int kind, String name, long version, byte[] digest) {
    InvalidValueException.require(
        kind >= 1 && kind <= FormatLimits.MAX_DOCUMENT_KIND, FormatFault.CODE_RANGE, "kind");
    this.kind = kind;
    this.name = CodeText.require(name, "name");
    this.version = DocumentValues.requireVersion(version, "version");
    this.digest = DocumentValues.requireDigest(digest);
  }

  /**
   * A pin.
   *
   * @param kind as the specification of the document says, 1 to 255
   * @param name which document of this kind: a code text of 1 to 20 characters
   * @param digest SHA-256 of the document's bytes
   * @throws InvalidValueException CODE_RANGE, CODE_TEXT, VERSION_RANGE, DIGEST_SIZE
   */
  public static DocumentPin of(int kind, String name, long version, byte[] digest) {
    return new DocumentPin(kind, name, version, digest);
  }

  /** What kind of document. */
  public int kind() {
    return kind;
  }

  /** Which one. */
  public String name() {
    return name;
  }

  /** Its version. */
  public long version() {
    return version;
  }

  /** SHA-256 of its bytes. */
  public byte[] digest() {
    return digest.clone();
  }

  /** By kind and name, the order in a trust list; zero for two versions of one document. */
  int compareName(DocumentPin that) {
    return kind != that.kind ? kind - that.kind : name.compareTo(that.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentPin that
        && compareName(that) == 0
        && that.version == version
        && Arrays.equals(that.digest, digest);
  }

  @Override
  public int hashCode() {
    return 31 * kind + name.hashCode();
  }

  /** Kind, name and version. */
  @Override
  public String toString() {
    return "DocumentPin[" + kind + " " + name + ", version " + version + "]";
  }
}
