package io.greenqr.issue.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of the textual encoding of RFC 7468. */
final class Pem {
  /** The largest private key we write has 241 characters; RSA keys, to be named as such, more. */
  private static final int MAX_CHARS = 16_384;

  /** Possessive, because the matcher keeps on the stack what it could still give back. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]{1,40})-----\r?\n"
              + "((?:[A-Za-z0-9+/=]{1,76}+\r?\n)++)"
              + "-----END \\1-----(?:\r?\n)?");

  private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
  private static final Base64.Encoder ENCODER =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  /**
   * The bytes of the one block in {@code text}. A file with more than the key could be read as
   * another key by another program; and base64 with foreign characters is skipped over by some.
   */
  static byte[] decode(String text, String label) throws KeyException {
    if (text.length() > MAX_CHARS) {
      throw new KeyException(KeyFault.PEM_SYNTAX);
    }
    Matcher first = LABEL.matcher(text);
    if (first.lookingAt() && !first.group(1).equals(label)) {
      throw new KeyException(KeyFault.PEM_LABEL);
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.matches()) {
      throw new KeyException(KeyFault.PEM_SYNTAX);
    }
    String base64 = block.group(2).replaceAll("[\r\n]", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      // The decoder does without padding and ignores the bits that it leaves over.
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Without it as a cause: its message may show a character of the key.
      throw new KeyException(KeyFault.PEM_SYNTAX);
    }
    throw new KeyException(KeyFault.PEM_SYNTAX);
  }

  static String encode(byte[] bytes, String label) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + ENCODER.encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
