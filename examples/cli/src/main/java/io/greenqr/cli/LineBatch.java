package io.greenqr.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some lines of an input, as the bytes that were read. Making text of them is left to whoever
 * answers them: there are many of those, and one who reads.
 */
final class LineBatch {
  private static final int FULL_LINES = 256;
  private static final int FULL_BYTES = 1 << 16;

  private final long first;
  private final int maxBytes;
  private byte[] bytes = new byte[FULL_BYTES / 2];
  private int length;
  private int[] ends = new int[FULL_LINES];
  private int count;

  /**
   * An empty batch.
   *
   * @param first number of its first line
   * @param maxBytes bytes that are kept of a line; the rest of it is dropped
   */
  LineBatch(long first, int maxBytes) {
    this.first = first;
    this.maxBytes = maxBytes;
  }

  long first() {
    return first;
  }

  /** Lines that are complete. */
  int count() {
    return count;
  }

  boolean isFull() {
    return count == FULL_LINES || (count > 0 && length >= FULL_BYTES);
  }

  /** Whether bytes stand behind the last complete line. */
  boolean hasOpenLine() {
    return length > start(count);
  }

  private int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  /** Appends to the open line. */
  void append(byte[] from, int at, int size) {
    int kept = Math.min(size, maxBytes - (length - start(count)));
    if (length + kept > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + kept));
    }
    System.arraycopy(from, at, bytes, length, kept);
    length += kept;
  }

  void endLine() {
    ends[count++] = length;
  }

  /** A batch of the lines that follow, which starts with the open line of this one. */
  LineBatch next() {
    LineBatch next = new LineBatch(first + count, maxBytes);
    next.append(bytes, start(count), length - start(count));
    return next;
  }

  /** The complete lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(line(i));
    }
    return lines;
  }

  /** A line without its end, which is LF or CR LF. What is no UTF-8 in it becomes U+FFFD. */
  private String line(int index) {
    int from = start(index);
    int to = ends[index];
    if (to > from && bytes[to - 1] == '\r') {
      to--;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
