package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.format.trust.IssuerKey;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files named on the command line; what goes wrong is told by the file's name. */
final class LocalFile {
  /**
   * The name of standard input. Texts and passes should come that way: what stands on a command
   * line is seen in the list of processes and kept in the history of the shell.
   */
  static final String STANDARD_INPUT = "-";

  /** Bytes of a key, pass or trust file: more is no such file. */
  private static final int MAX_BYTES = 1 << 20;

  private LocalFile() {}

  /** Opens a file, or standard input, which stays open when the stream is closed. */
  static InputStream open(Path file, Console console) throws CliException {
    if (file.toString().equals(STANDARD_INPUT)) {
      return new FilterInputStream(console.in()) {
        @Override
        public void close() {}
      };
    }
    return open(file);
  }

  private static InputStream open(Path file) throws CliException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new CliException(GreenQr.UNREADABLE, "FILE_MISSING", file + ": does not exist");
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  static CliException unreadable(Path file) {
    return new CliException(GreenQr.UNREADABLE, "FILE_UNREADABLE", file + ": cannot be read");
  }

  static byte[] bytes(Path file, int max) throws CliException {
    return bytes(open(file), file, max);
  }

  private static byte[] bytes(InputStream opened, Path file, int max) throws CliException {
    try (InputStream in = opened) {
      byte[] bytes = in.readNBytes(max + 1);
      if (bytes.length > max) {
        throw new CliException(
            GreenQr.UNREADABLE, "FILE_TOO_LARGE", file + ": more than " + max + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** A file that holds UTF-8, or standard input, without the byte order mark of some editors. */
  static String text(Path file, Console console) throws CliException {
    byte[] bytes = bytes(open(file, console), file, MAX_BYTES);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new CliException(GreenQr.UNREADABLE, "FILE_NOT_UTF8", file + ": is no UTF-8");
    }
  }

  /** A text that stands on the command line, or that standard input holds where it is a dash. */
  static String argument(String text, Console console) throws CliException {
    return text.equals(STANDARD_INPUT) ? text(Path.of(STANDARD_INPUT), console) : text;
  }

  static IssuerKey issuerKey(Path file, Console console) throws CliException {
    try {
      return IssuerKeyJson.read(text(file, console));
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no public key file, " + place(e));
    }
  }

  /** Where a fault of a JSON document lies; never what stands there. */
  static String place(FormatException e) {
    return e.member().orElseGet(() -> "at character " + e.offset());
  }

  static void write(Path file, byte[] bytes) throws CliException {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  /** Puts bytes in the place of a file: whoever reads it finds the old ones or the new ones. */
  static void replace(Path file, byte[] bytes) throws CliException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
        out.write(bytes);
        out.getFD().sync();
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  static void delete(Path file) throws CliException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  static CliException unwritable(Path file) {
    return new CliException(GreenQr.UNREADABLE, "FILE_UNWRITABLE", file + ": cannot be written");
  }
}
