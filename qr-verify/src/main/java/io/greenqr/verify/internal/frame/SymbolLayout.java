package io.greenqr.verify.internal.frame;

import com.google.zxing.qrcode.decoder.Version;

/** The function patterns of a version: modules that are the same in all its symbols. */
final class SymbolLayout {
  private static final byte DATA = 0;
  private static final byte DARK = 1;
  private static final byte LIGHT = 2;
  private static final byte FORMAT = 3;

  private static final SymbolLayout[] LAYOUTS = new SymbolLayout[41];

  private final int modules;
  private final byte[] kinds;

  /** x, y and 1 for dark or -1 for light, of each module that is known. */
  private final byte[] known;

  private SymbolLayout(Version version) {
    modules = version.getDimensionForVersion();
    kinds = new byte[modules * modules];
    formats();
    finder(0, 0);
    finder(modules - 7, 0);
    finder(0, modules - 7);
    timing();
    alignments(version.getAlignmentPatternCenters());
    if (version.getVersionNumber() >= 7) {
      versions(version.getVersionNumber());
    }
    known = listKnown();
  }

  /** The layout of version 1 to 40. */
  static SymbolLayout of(int version) {
    synchronized (LAYOUTS) {
      SymbolLayout layout = LAYOUTS[version];
      if (layout == null) {
        layout = new SymbolLayout(Version.getVersionForNumber(version));
        LAYOUTS[version] = layout;
      }
      return layout;
    }
  }

  int modules() {
    return modules;
  }

  boolean isData(int x, int y) {
    return kinds[y * modules + x] == DATA;
  }

  boolean isDark(int x, int y) {
    return kinds[y * modules + x] == DARK;
  }

  byte[] known() {
    return known;
  }

  private void set(int x, int y, boolean dark) {
    kinds[y * modules + x] = dark ? DARK : LIGHT;
  }

  private void formats() {
    for (int i = 0; i < 9; i++) {
      kinds[8 * modules + i] = FORMAT;
      kinds[i * modules + 8] = FORMAT;
    }
    for (int i = 1; i <= 8; i++) {
      kinds[8 * modules + modules - i] = FORMAT;
      kinds[(modules - i) * modules + 8] = FORMAT;
    }
    set(8, modules - 8, true);
  }

  private void finder(int left, int top) {
    for (int y = Math.max(0, top - 1); y < Math.min(modules, top + 8); y++) {
      for (int x = Math.max(0, left - 1); x < Math.min(modules, left + 8); x++) {
        int ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3));
        set(x, y, ring != 2 && ring != 4);
      }
    }
  }

  private void timing() {
    for (int i = 8; i < modules - 8; i++) {
      set(i, 6, i % 2 == 0);
      set(6, i, i % 2 == 0);
    }
  }

  private void alignments(int[] centers) {
    for (int middleY : centers) {
      for (int middleX : centers) {
        if (isFinder(middleX, middleY)) {
          continue;
        }
        for (int y = -2; y <= 2; y++) {
          for (int x = -2; x <= 2; x++) {
            set(middleX + x, middleY + y, Math.max(Math.abs(x), Math.abs(y)) != 1);
          }
        }
      }
    }
  }

  private boolean isFinder(int x, int y) {
    return (x < 8 && (y < 8 || y >= modules - 8)) || (x >= modules - 8 && y < 8);
  }

  /** ISO/IEC 18004 section 7.10: six bits of the version, twelve of a Golay code. */
  private void versions(int version) {
    int rest = version << 12;
    for (int bit = 17; bit >= 12; bit--) {
      if ((rest & (1 << bit)) != 0) {
        rest ^= 0x1F25 << (bit - 12);
      }
    }
    int bits = (version << 12) | rest;
    for (int i = 0; i < 18; i++) {
      boolean dark = (bits >> i & 1) != 0;
      set(i / 3, modules - 11 + i % 3, dark);
      set(modules - 11 + i % 3, i / 3, dark);
    }
  }

  private byte[] listKnown() {
    int count = 0;
    for (byte kind : kinds) {
      count += kind == DARK || kind == LIGHT ? 1 : 0;
    }
    byte[] list = new byte[3 * count];
    int next = 0;
    for (int y = 0; y < modules; y++) {
      for (int x = 0; x < modules; x++) {
        byte kind = kinds[y * modules + x];
        if (kind == DARK || kind == LIGHT) {
          list[next++] = (byte) x;
          list[next++] = (byte) y;
          list[next++] = (byte) (kind == DARK ? 1 : -1);
        }
      }
    }
    return list;
  }
}
