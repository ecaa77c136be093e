package io.greenqr.verify.reader;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Random;

/**
 * Spots and tears of a printed symbol, never more than its error correction must repair: if every
 * module that is touched were wrong, the symbol could still be decoded.
 */
final class Damage {
  /** Side of what is covered: a symbol and its quiet zone, in quarters of a module. */
  private static final int STEPS = 4;

  private static final int QUIET = 4;

  static final int DARK = 1;
  static final int LIGHT = 2;
  static final int GONE = 3;

  private final BitMatrix symbol;
  private final BitMatrix wrong;
  private final byte[] cover;
  private final int side;

  private Damage(BitMatrix symbol) {
    this.symbol = symbol;
    this.wrong = symbol.clone();
    this.side = (symbol.getWidth() + 2 * QUIET) * STEPS;
    this.cover = new byte[side * side];
  }

  /** Round spots, dark as coffee or light as a scratch; off the finder patterns. */
  static Damage stains(BitMatrix symbol, int count, Random random) {
    Damage damage = new Damage(symbol);
    for (int i = 0; i < count; i++) {
      double radius = 1 + 2.2 * random.nextDouble();
      double x = random.nextDouble() * symbol.getWidth();
      double y = random.nextDouble() * symbol.getHeight();
      int kind = random.nextBoolean() ? DARK : LIGHT;
      damage.add((u, v) -> StrictMath.hypot(u - x, v - y) < radius, kind);
    }
    return damage;
  }

  /** A rough edge that takes the corner without a finder pattern, or a piece of a side. */
  static Damage torn(BitMatrix symbol, Random random) {
    int modules = symbol.getWidth();
    for (double part = 0.28; ; part *= 0.9) {
      Damage damage = new Damage(symbol);
      double depth = part * modules * (0.5 + 0.5 * random.nextDouble());
      double wave = 0.3 + random.nextDouble();
      boolean corner = random.nextBoolean();
      double middle = modules * (0.35 + 0.3 * random.nextDouble());
      Shape piece =
          corner
              ? (u, v) -> 2 * modules - u - v < depth * 2 + wave * StrictMath.sin(2 * u)
              : (u, v) ->
                  modules - v < depth - Math.abs(u - middle) * 0.8 + wave * StrictMath.sin(2 * u)
                      && Math.abs(u - middle) < modules * 0.3;
      if (damage.add(piece, GONE)) {
        return damage;
      }
    }
  }

  /**
   * {@link #DARK}, {@link #LIGHT}, {@link #GONE}, or 0 for nothing, at a place in modules from the
   * corner of the symbol.
   */
  int at(double u, double v) {
    int x = (int) Math.floor((u + QUIET) * STEPS);
    int y = (int) Math.floor((v + QUIET) * STEPS);
    return x < 0 || y < 0 || x >= side || y >= side ? 0 : cover[y * side + x];
  }

  private boolean add(Shape shape, int kind) {
    BitMatrix more = wrong.clone();
    for (int y = 0; y < symbol.getHeight(); y++) {
      for (int x = 0; x < symbol.getWidth(); x++) {
        if (touches(shape, x, y)) {
          if (isFinder(x, y)) {
            return false;
          }
          if (wrong.get(x, y) == symbol.get(x, y)) {
            more.flip(x, y);
          }
        }
      }
    }
    if (!decodes(more)) {
      return false;
    }
    wrong.clear();
    wrong.xor(more);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = (x + 0.5) / STEPS - QUIET;
        double v = (y + 0.5) / STEPS - QUIET;
        if (shape.covers(u, v)) {
          cover[y * side + x] = (byte) kind;
        }
      }
    }
    return true;
  }

  private static boolean touches(Shape shape, int x, int y) {
    for (int i = 0; i < STEPS; i++) {
      for (int j = 0; j < STEPS; j++) {
        if (shape.covers(x + (i + 0.5) / STEPS, y + (j + 0.5) / STEPS)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFinder(int x, int y) {
    int far = symbol.getWidth() - 9;
    return (x < 9 && (y < 9 || y >= far)) || (x >= far && y < 9);
  }

  private static boolean decodes(BitMatrix modules) {
    try {
      new Decoder().decode(modules.clone(), null);
      return true;
    } catch (ChecksumException | FormatException e) {
      return false;
    }
  }

  private interface Shape {
    boolean covers(double u, double v);
  }
}
