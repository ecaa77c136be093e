package io.greenqr.benchmarks;

import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.verify.reader.LuminancePlane;
import java.util.Arrays;
import java.util.Random;

/** What a camera may see, in 640 by 480 pixels. */
public enum Frame {
  /** A symbol without a flaw, upright, in the middle of white. */
  SYMBOL {
    @Override
    byte[] pixels(QrSymbol symbol) {
      byte[] pixels = filled(255);
      int side = symbol.size() * PIXELS_PER_MODULE;
      int left = (WIDTH - side) / 2;
      int top = (HEIGHT - side) / 2;
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          if (symbol.module(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE)) {
            pixels[(top + y) * WIDTH + left + x] = 0;
          }
        }
      }
      return pixels;
    }
  },
  /** One even grey: the least work of a frame without a symbol. */
  EMPTY {
    @Override
    byte[] pixels(QrSymbol symbol) {
      return filled(128);
    }
  },
  /** Random grey, the same in each run: many edges, and no symbol. */
  NOISE {
    @Override
    byte[] pixels(QrSymbol symbol) {
      byte[] pixels = filled(0);
      new Random(1).nextBytes(pixels);
      return pixels;
    }
  };

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int PIXELS_PER_MODULE = 6;

  abstract byte[] pixels(QrSymbol symbol);

  LuminancePlane plane(QrSymbol symbol) {
    return LuminancePlane.of(pixels(symbol), WIDTH, HEIGHT, WIDTH);
  }

  private static byte[] filled(int grey) {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    Arrays.fill(pixels, (byte) grey);
    return pixels;
  }
}
