package io.greenqr.cli;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into batches of lines. A line of any length takes no more memory than is kept of
 * it: a file without line breaks must not fill the memory.
 */
final class LineReader {
  private static final int MARK_LENGTH = 3;

  private final InputStream in;
  private final byte[] chunk = new byte[1 << 16];
  private int at;
  private int end;
  private boolean begun;
  private LineBatch batch;

  LineReader(InputStream in, int maxBytes) {
    this.in = in;
    this.batch = new LineBatch(1, maxBytes);
  }

  /**
   * The next lines, at least one; null after the last. A batch ends early where the input pauses:
   * the one who scans at a gate waits for the answer to this code, and not for 255 more people.
   */
  @Nullable LineBatch next() throws IOException {
    while (!batch.isFull()) {
      if (at == end) {
        if (batch.count() > 0 && in.available() == 0) {
          break;
        }
        if (!fill()) {
          if (batch.hasOpenLine()) {
            batch.endLine();
          }
          break;
        }
      }
      takeFromChunk();
    }
    LineBatch lines = batch;
    batch = lines.next();
    return lines.count() == 0 ? null : lines;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk, 0, chunk.length));
    if (!begun && startsWithMark()) {
      at = MARK_LENGTH;
    }
    begun = true;
    return end > 0;
  }

  /** The byte order mark that editors put before UTF-8. It belongs to the file, not to a line. */
  private boolean startsWithMark() {
    return end >= MARK_LENGTH
        && chunk[0] == (byte) 0xef
        && chunk[1] == (byte) 0xbb
        && chunk[2] == (byte) 0xbf;
  }

  private void takeFromChunk() {
    int lineFeed = at;
    while (lineFeed < end && chunk[lineFeed] != '\n') {
      lineFeed++;
    }
    batch.append(chunk, at, lineFeed - at);
    if (lineFeed == end) {
      at = end;
    } else {
      batch.endLine();
      at = lineFeed + 1;
    }
  }
}
