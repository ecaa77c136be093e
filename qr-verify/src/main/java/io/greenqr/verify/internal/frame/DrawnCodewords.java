package io.greenqr.verify.internal.frame;

import com.google.zxing.common.BitMatrix;

/** Draws the symbol that carries given codewords, damaged ones included, as they stand. */
public final class DrawnCodewords {
  private static final int FORMAT_BITS = 15;

  private DrawnCodewords() {}

  /**
   * The modules of a symbol.
   *
   * @param version 1 to 40
   * @param level the two bits of the level of error correction (ISO/IEC 18004 table 12)
   * @param mask 0 to 7
   * @param codewords data and error correction, interleaved, without the mask
   */
  public static BitMatrix symbol(int version, int level, int mask, byte[] codewords) {
    SymbolLayout layout = SymbolLayout.of(version);
    int modules = layout.modules();
    BitMatrix symbol = new BitMatrix(modules);
    for (int y = 0; y < modules; y++) {
      for (int x = 0; x < modules; x++) {
        if (layout.isDark(x, y)) {
          symbol.set(x, y);
        }
      }
    }
    format((level << 3) | mask, symbol);
    data(layout, mask, codewords, symbol);
    return symbol;
  }

  /** ISO/IEC 18004 section 7.9: five bits and ten of a BCH code, in two places. */
  private static void format(int data, BitMatrix symbol) {
    int rest = data << 10;
    for (int bit = FORMAT_BITS - 1; bit >= 10; bit--) {
      if ((rest & (1 << bit)) != 0) {
        rest ^= 0x537 << (bit - 10);
      }
    }
    int bits = ((data << 10) | rest) ^ 0x5412;
    int modules = symbol.getWidth();
    for (int i = 0; i < FORMAT_BITS; i++) {
      if ((bits >> i & 1) != 0) {
        // From above down to the corner and away to the left, around the timing patterns.
        int x = i < 8 ? 8 : i == 8 ? 7 : 14 - i;
        int y = i < 6 ? i : i < 8 ? i + 1 : 8;
        symbol.set(x, y);
        if (i < 8) {
          symbol.set(modules - 1 - i, 8);
        } else {
          symbol.set(8, modules - FORMAT_BITS + i);
        }
      }
    }
  }

  /** ISO/IEC 18004 section 7.7.3: upward and downward in columns of two modules, from the right. */
  private static void data(SymbolLayout layout, int mask, byte[] codewords, BitMatrix symbol) {
    int modules = layout.modules();
    int next = 0;
    boolean upward = true;
    for (int right = modules - 1; right > 0; right -= 2) {
      if (right == 6) {
        right--;
      }
      for (int i = 0; i < modules; i++) {
        int y = upward ? modules - 1 - i : i;
        for (int x = right; x > right - 2; x--) {
          if (layout.isData(x, y)) {
            boolean bit =
                next < 8 * codewords.length && (codewords[next / 8] & (0x80 >> (next % 8))) != 0;
            next++;
            if (bit != isMasked(mask, x, y)) {
              symbol.set(x, y);
            }
          }
        }
      }
      upward = !upward;
    }
  }

  /** ISO/IEC 18004 table 10. */
  private static boolean isMasked(int mask, int x, int y) {
    return switch (mask) {
      case 0 -> (x + y) % 2 == 0;
      case 1 -> y % 2 == 0;
      case 2 -> x % 3 == 0;
      case 3 -> (x + y) % 3 == 0;
      case 4 -> (y / 2 + x / 3) % 2 == 0;
      case 5 -> x * y % 6 == 0;
      case 6 -> x * y % 6 < 3;
      default -> (x + y + x * y % 3) % 2 == 0;
    };
  }
}
