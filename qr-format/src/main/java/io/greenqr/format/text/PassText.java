package io.greenqr.format.text;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.internal.text.Base45;
import io.greenqr.format.internal.text.Base64Url;
import java.util.Optional;

/**
 * The two texts that carry the bytes of a pass, each with one spelling per byte string.
 *
 * <pre>{@code
 * qr-text  = text .join [ "GQ1:", text .b45 pass-bytes ]
 * sms-text = text .join [ "gq1.", text .b64u pass-bytes ]
 * }</pre>
 */
public enum PassText {
  /**
   * {@code GQ1:} and Base45 (RFC 9285): every character is in the alphanumeric mode of a QR symbol.
   */
  QR("GQ1:"),
  /**
   * {@code gq1.} and unpadded base64url (RFC 4648 section 5): every character is in the basic table
   * of GSM 03.38, so a message holds 160 of them on any phone.
   */
  SMS("gq1.");

  private final String prefix;

  PassText(String prefix) {
    this.prefix = prefix;
  }

  /** The four characters that every text of this form starts with. */
  public String prefix() {
    return prefix;
  }

  /**
   * The form whose prefix {@code text} starts with, exactly so spelled: a reader that folds case or
   * trims would give one pass many texts. Empty where it is neither.
   */
  public static Optional<PassText> of(String text) {
    if (text.startsWith(QR.prefix)) {
      return Optional.of(QR);
    }
    return text.startsWith(SMS.prefix) ? Optional.of(SMS) : Optional.empty();
  }

  /**
   * Encodes the bytes of a pass.
   *
   * @throws IllegalArgumentException if there are none, or more than {@link
   *     FormatLimits#MAX_PASS_BYTES}
   */
  public String encode(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > FormatLimits.MAX_PASS_BYTES) {
      throw new IllegalArgumentException("length " + bytes.length);
    }
    StringBuilder out = new StringBuilder(prefix.length() + (bytes.length * 3 + 1) / 2);
    out.append(prefix);
    if (this == QR) {
      Base45.encode(bytes, out);
    } else {
      Base64Url.encode(bytes, out);
    }
    return out.toString();
  }

  /**
   * Decodes a text of this form.
   *
   * @return 1 to {@link FormatLimits#MAX_PASS_BYTES} bytes, whose {@link #encode} is {@code text}
   * @throws FormatException with a fault of layer TEXT_FORM or TEXT_ENCODING, whose offsets are
   *     characters of {@code text}, or BYTES_TOO_LONG, whose offset is in bytes
   */
  public byte[] decode(String text) throws FormatException {
    if (text.length() > FormatLimits.MAX_TEXT_CHARS) {
      throw new FormatException(FormatFault.TEXT_TOO_LONG, FormatLimits.MAX_TEXT_CHARS);
    }
    if (!text.startsWith(prefix)) {
      throw new FormatException(FormatFault.TEXT_PREFIX, 0);
    }
    byte[] bytes =
        this == QR ? Base45.decode(text, prefix.length()) : Base64Url.decode(text, prefix.length());
    if (bytes.length > FormatLimits.MAX_PASS_BYTES) {
      throw new FormatException(FormatFault.BYTES_TOO_LONG, FormatLimits.MAX_PASS_BYTES);
    }
    return bytes;
  }

  /**
   * Decodes a text of either form.
   *
   * @throws FormatException as {@link #decode} does; TEXT_PREFIX where it is neither form
   */
  public static byte[] decodeAny(String text) throws FormatException {
    return (text.startsWith(SMS.prefix) ? SMS : QR).decode(text);
  }
}
