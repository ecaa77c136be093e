package io.greenqr.verify.internal.frame;

/**
 * Where the modules of a symbol lie in the picture: the projective map that takes four places of
 * the symbol to four points. The places are the middles of the three finder patterns and the fourth
 * corner of their square.
 */
final class ModuleGrid {
  /** From the edge of the symbol to the middle of a finder pattern. */
  private static final float FINDER = 3.5f;

  /** x and y of the points: corner, right, down, fourth. */
  final float[] points;

  private final int modules;
  private float ax;
  private float bx;
  private float cx;
  private float ay;
  private float by;
  private float cy;
  private float g;
  private float h;

  ModuleGrid(int modules, float[] points) {
    this.modules = modules;
    this.points = points;
    update();
  }

  /** Computes the map again after points were moved. */
  void update() {
    float x0 = points[0];
    float y0 = points[1];
    float x1 = points[2];
    float y1 = points[3];
    float x2 = points[4];
    float y2 = points[5];
    float dx1 = x1 - points[6];
    float dy1 = y1 - points[7];
    float dx2 = x2 - points[6];
    float dy2 = y2 - points[7];
    float sumX = x0 - x1 - x2 + points[6];
    float sumY = y0 - y1 - y2 + points[7];
    float area = dx1 * dy2 - dx2 * dy1;
    float across = (sumX * dy2 - dx2 * sumY) / area;
    float down = (dx1 * sumY - sumX * dy1) / area;
    // In modules instead of sides, and from the edge of the symbol.
    float side = modules - 2 * FINDER;
    g = across / side;
    h = down / side;
    ax = (x1 - x0 + across * x1) / side;
    bx = (x2 - x0 + down * x2) / side;
    ay = (y1 - y0 + across * y1) / side;
    by = (y2 - y0 + down * y2) / side;
    cx = x0;
    cy = y0;
  }

  int modules() {
    return modules;
  }

  /** Pixels from the left edge of the picture for a place in modules from the symbol's corner. */
  float x(float u, float v) {
    return across(u, v) / depth(u, v);
  }

  /** Pixels from its upper edge. */
  float y(float u, float v) {
    return along(u, v) / depth(u, v);
  }

  /** {@link #x} before the division, for those who need both. */
  float across(float u, float v) {
    return ax * (u - FINDER) + bx * (v - FINDER) + cx;
  }

  /** {@link #y} before the division. */
  float along(float u, float v) {
    return ay * (u - FINDER) + by * (v - FINDER) + cy;
  }

  /** What both are divided by. */
  float depth(float u, float v) {
    return g * (u - FINDER) + h * (v - FINDER) + 1;
  }
}
