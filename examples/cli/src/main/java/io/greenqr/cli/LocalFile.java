package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.format.trust.IssuerKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files named on the command line; what goes wrong is told by the file's name. */
final class LocalFile {
  /** Bytes of a key, pass or trust file: more is no such file. */
  private static final int MAX_BYTES = 1 << 20;

  private LocalFile() {}

  static byte[] bytes(Path file) throws CliException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new CliException(GreenQr.UNREADABLE, file + ": larger than 1 MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw new CliException(GreenQr.UNREADABLE, file + ": cannot be read");
    }
  }

  static String text(Path file) throws CliException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(bytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new CliException(GreenQr.UNREADABLE, file + ": not UTF-8");
    }
  }

  static IssuerKey issuerKey(Path file) throws CliException {
    try {
      return IssuerKeyJson.read(text(file));
    } catch (FormatException e) {
      throw new CliException(GreenQr.UNREADABLE, file + ": " + e.getMessage());
    }
  }

  static void write(Path file, byte[] bytes) throws CliException {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new CliException(GreenQr.UNREADABLE, file + ": cannot be written");
    }
  }
}
