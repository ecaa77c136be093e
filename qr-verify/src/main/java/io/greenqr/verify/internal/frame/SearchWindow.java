package io.greenqr.verify.internal.frame;

/**
 * With which surroundings a pixel is compared. Each reads frames that the others lose; {@code
 * docs/benchmarks.md} says how many.
 */
enum SearchWindow {
  /** Much of the symbol is the surroundings: stands most, and loses symbols whose blur is wide. */
  WIDE(0, 40, 2, true),
  /** Little more than a module: a light ring between dark ones stays one, however grey. */
  NARROW(0, 9, 1, true),
  /** Nine pixels are one, against the noise of dark frames. */
  SMOOTH(1, 15, 2, true),
  /** For modules of two pixels. */
  FINE(0, 5, 1, false);

  /** Frames of more rows than these show the same symbol larger. */
  private static final int ROWS = 480;

  private final int inner;
  private final int outer;
  private final int rowStep;
  private final boolean grows;

  SearchWindow(int inner, int outer, int rowStep, boolean grows) {
    this.inner = inner;
    this.outer = outer;
    this.rowStep = rowStep;
    this.grows = grows;
  }

  /** Looks for finder patterns. */
  SymbolSearch search(GreyPlane plane) {
    float scale = grows ? Math.max(1, Math.min(plane.width, plane.height) / (float) ROWS) : 1;
    Relief relief = Relief.of(plane, Math.round(inner * scale), Math.round(outer * scale));
    return new SymbolSearch(plane, relief, FinderScan.of(relief, Math.round(rowStep * scale)));
  }
}
