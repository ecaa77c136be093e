package io.greenqr.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 that end with LF or CR LF, or with the input. Of a longer line only the first
 * characters are kept: a file without line breaks must not fill the memory.
 */
final class BoundedLines {
  private final Reader reader;
  private final int maxChars;

  /** Lines that keep {@code maxChars} characters at most. */
  BoundedLines(InputStream in, int maxChars) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    this.maxChars = maxChars;
  }

  /** The next line without its end, or null after the last one. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder(320);
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < maxChars) {
        line.append((char) c);
      }
      c = reader.read();
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }
}
