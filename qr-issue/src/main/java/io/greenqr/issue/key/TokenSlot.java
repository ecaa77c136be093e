package io.greenqr.issue.key;

import java.nio.charset.StandardCharsets;

/** Which token of a PKCS #11 library: by its slot, or by the label it was given on set-up. */
public final class TokenSlot {
  /** Bytes of a label (PKCS #11, {@code CK_TOKEN_INFO}). */
  public static final int MAX_LABEL_BYTES = 32;

  private enum Kind {
    INDEX,
    ID,
    LABEL
  }

  private final Kind kind;
  private final int number;
  private final String label;

  private TokenSlot(Kind kind, int number, String label) {
    this.kind = kind;
    this.number = number;
    this.label = label;
  }

  /**
   * The slot at this place in the library's list, from 0. Where there is more than one token the
   * order may change as tokens come and go, and a PIN tried on the wrong token may lock it.
   */
  public static TokenSlot index(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("index " + index);
    }
    return new TokenSlot(Kind.INDEX, index, "");
  }

  /**
   * The slot with this identifier, a number that the library's own tools show. SunPKCS11 takes no
   * larger ones than an {@code int} holds.
   */
  public static TokenSlot id(int id) {
    if (id < 0) {
      throw new IllegalArgumentException("slot " + id);
    }
    return new TokenSlot(Kind.ID, id, "");
  }

  /**
   * The token with this label.
   *
   * <p>SunPKCS11 reads labels and shows them nowhere. They can be had only where a program is
   * started with two packages of it opened, by these options or the line {@code Add-Opens} in the
   * manifest of its jar; in a named module, {@code io.greenqr.issue} stands for {@code
   * ALL-UNNAMED}:
   *
   * <pre>{@code
   * --add-opens jdk.crypto.cryptoki/sun.security.pkcs11=ALL-UNNAMED
   * --add-opens jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED
   * }</pre>
   *
   * @param label 1 to 32 bytes of UTF-8, without the blanks that fill it up
   */
  public static TokenSlot label(String label) {
    int length = label.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > MAX_LABEL_BYTES || label.endsWith(" ")) {
      throw new IllegalArgumentException("not the label of a token");
    }
    return new TokenSlot(Kind.LABEL, 0, label);
  }

  boolean isLabel() {
    return kind == Kind.LABEL;
  }

  String label() {
    return label;
  }

  /** The line that chooses this slot in a configuration of SunPKCS11, which knows no labels. */
  String configuration() {
    return (kind == Kind.INDEX ? "slotListIndex = " : "slot = ") + number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenSlot that
        && that.kind == kind
        && that.number == number
        && that.label.equals(label);
  }

  @Override
  public int hashCode() {
    return 31 * number + label.hashCode();
  }

  /** As it was given. */
  @Override
  public String toString() {
    return kind == Kind.LABEL ? "token " + label : configuration();
  }
}
