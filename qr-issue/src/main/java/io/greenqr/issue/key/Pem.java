package io.greenqr.issue.key;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of the textual encoding of RFC 7468. */
final class Pem {
  /** The largest private key we write has 241 characters; RSA keys, to be named as such, more. */
  static final int MAX_CHARS = 16_384;

  /** Possessive, because the matcher keeps on the stack what it could still give back. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]{1,40})-----\r?\n"
              + "((?:[A-Za-z0-9+/=]{1,76}+\r?\n)++)"
              + "-----END \\1-----(?:\r?\n)?");

  private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
  private static final String DASHES = "-----";
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
    return base64(block.group(2)).orElseThrow(() -> new KeyException(KeyFault.PEM_SYNTAX));
  }

  /**
   * The bytes of all blocks. Certificates are public and carry signatures, and tools write their
   * names around them: other text is passed over, other blocks are not.
   *
   * @return empty if there is anything else than 1 to {@code max} such blocks
   */
  static Optional<List<byte[]>> decodeAll(String text, String label, int max) {
    List<byte[]> all = new ArrayList<>();
    int end = 0;
    Matcher block = BLOCK.matcher(text.length() > max * MAX_CHARS ? "" : text);
    while (block.find()) {
      Optional<byte[]> bytes = base64(block.group(2));
      if (!block.group(1).equals(label)
          || text.substring(end, block.start()).contains(DASHES)
          || bytes.isEmpty()
          || all.size() == max) {
        return Optional.empty();
      }
      all.add(bytes.get());
      end = block.end();
    }
    return all.isEmpty() || text.substring(end).contains(DASHES)
        ? Optional.empty()
        : Optional.of(all);
  }

  private static Optional<byte[]> base64(String lines) {
    String base64 = lines.replaceAll("[\r\n]", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      // The decoder does without padding and ignores the bits that it leaves over.
      return Base64.getEncoder().encodeToString(bytes).equals(base64)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Its message may show a character of the key.
      return Optional.empty();
    }
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
