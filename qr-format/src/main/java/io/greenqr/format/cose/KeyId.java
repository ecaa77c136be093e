package io.greenqr.format.cose;

/**
 * The first four bytes of a key's thumbprint (RFC 9679): a hint which key to try, never a proof.
 * Four bytes can collide, by chance and on purpose.
 *
 * <pre>{@code
 * kid = bstr .size 4
 * }</pre>
 */
public final class KeyId {
  /** Bytes of a key identifier. */
  public static final int LENGTH = 4;

  private final int value;

  private KeyId(int value) {
    this.value = value;
  }

  /**
   * The identifier with these bytes.
   *
   * @throws IllegalArgumentException unless there are {@link #LENGTH}
   */
  public static KeyId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("length " + bytes.length);
    }
    return at(bytes, 0);
  }

  static KeyId at(byte[] bytes, int offset) {
    return of(
        bytes[offset] << 24
            | (bytes[offset + 1] & 0xff) << 16
            | (bytes[offset + 2] & 0xff) << 8
            | (bytes[offset + 3] & 0xff));
  }

  /** The identifier whose bytes are those of {@code value}, most significant first. */
  static KeyId of(int value) {
    return new KeyId(value);
  }

  /** The bytes. */
  public byte[] bytes() {
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyId that && that.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** Eight hexadecimal digits. */
  @Override
  public String toString() {
    String hex = Integer.toHexString(value);
    return "00000000".substring(hex.length()) + hex;
  }
}
