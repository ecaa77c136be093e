package io.greenqr.issue.symbol;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.Arrays;

/**
 * A square of modules, 64 of a row in each word, so that what is done to a word is done to 64
 * columns at once. Immutable.
 *
 * <p>The words of one strip, 64 columns from top to bottom, lie one after the other. Bit i of a
 * word is column i of its strip; columns beyond the square are light.
 */
final class ModuleGrid {
  private final int size;
  private final long[] words;

  private ModuleGrid(int size, long[] words) {
    this.size = size;
    this.words = words;
  }

  private static ModuleGrid light(int size) {
    return new ModuleGrid(size, new long[size * strips(size)]);
  }

  static ModuleGrid of(ByteMatrix matrix) {
    ModuleGrid grid = light(matrix.getWidth());
    for (int y = 0; y < grid.size; y++) {
      for (int x = 0; x < grid.size; x++) {
        if (matrix.get(x, y) == 1) {
          grid.darken(x, y);
        }
      }
    }
    return grid;
  }

  /** With rows for columns. */
  ModuleGrid transposed() {
    ModuleGrid grid = light(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (isDark(x, y)) {
          grid.darken(y, x);
        }
      }
    }
    return grid;
  }

  /** Dark where exactly one of two grids of one size is. */
  ModuleGrid xor(ModuleGrid other) {
    long[] result = words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= other.words[i];
    }
    return new ModuleGrid(size, result);
  }

  private void darken(int x, int y) {
    words[index(x / Long.SIZE, y)] |= 1L << x;
  }

  boolean isDark(int x, int y) {
    return ((words[index(x / Long.SIZE, y)] >>> x) & 1) == 1;
  }

  /** Modules of a side. */
  int size() {
    return size;
  }

  int strips() {
    return strips(size);
  }

  private static int strips(int size) {
    return (size + Long.SIZE - 1) / Long.SIZE;
  }

  /** The modules of a row in a strip. */
  long word(int strip, int y) {
    return words[index(strip, y)];
  }

  /** Likewise, of the columns one further to the right. */
  long wordToTheRight(int strip, int y) {
    long next = strip + 1 < strips() ? word(strip + 1, y) : 0;
    return (word(strip, y) >>> 1) | (next << (Long.SIZE - 1));
  }

  /** The columns of a strip that have at least {@code right} more to their right. */
  long columns(int strip, int right) {
    int count = size - right - strip * Long.SIZE;
    return count >= Long.SIZE ? -1L : (1L << count) - 1;
  }

  private int index(int strip, int y) {
    return strip * size + y;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModuleGrid that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
