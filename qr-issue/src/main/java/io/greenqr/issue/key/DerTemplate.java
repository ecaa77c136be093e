package io.greenqr.issue.key;

import java.util.Arrays;
import java.util.Optional;

/** DER whose every byte is known but for one field of fixed length at its end. */
final class DerTemplate {
  private final byte[] head;
  private final int fieldLength;

  private DerTemplate(byte[] head, int fieldLength) {
    this.head = head;
    this.fieldLength = fieldLength;
  }

  static DerTemplate of(String headHex, int fieldLength) {
    byte[] head = new byte[headHex.length() / 2];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) Integer.parseInt(headHex.substring(2 * i, 2 * i + 2), 16);
    }
    return new DerTemplate(head, fieldLength);
  }

  byte[] with(byte[] field) {
    byte[] der = Arrays.copyOf(head, head.length + fieldLength);
    System.arraycopy(field, 0, der, head.length, fieldLength);
    return der;
  }

  /** The field, if {@code der} is this template with one. */
  Optional<byte[]> field(byte[] der) {
    return der.length == head.length + fieldLength
            && Arrays.equals(der, 0, head.length, head, 0, head.length)
        ? Optional.of(Arrays.copyOfRange(der, head.length, der.length))
        : Optional.empty();
  }
}
