package io.greenqr.verify.internal.frame;

/**
 * Lays the grid of a version over a picture so that the function patterns, which are known, agree
 * with what is seen. All of them are used at once, so none has to be found on its own: a stain on
 * one, or a blur in which an alignment pattern is a grey spot, moves the grid little.
 */
final class GridFit {
  /**
   * Modules between the places where the fourth corner is tried, first and then around the best.
   */
  private static final float COARSE_STEP = 2;

  private static final float CLOSE_STEP = 1;

  /** The search for the fourth corner looks at every second known module. */
  private static final int SOME = 2;

  private static final int ALL = 1;

  /** Modules by which a corner is moved at the end. */
  private static final float[] STEPS = {0.6f, 0.3f, 0.15f};

  private static final int MOST_ROUNDS = 5;

  private final Relief relief;
  private final SymbolLayout layout;
  private final ModuleGrid grid;
  private final float module;

  private GridFit(Relief relief, SymbolLayout layout, ModuleGrid grid, float module) {
    this.relief = relief;
    this.layout = layout;
    this.grid = grid;
    this.module = module;
  }

  /**
   * A first grid: through the finder patterns, and the fourth corner where most agrees.
   *
   * @param points of a {@link ModuleGrid}; changed
   * @param module pixels of a module
   */
  static GridFit of(Relief relief, SymbolLayout layout, float[] points, float module) {
    ModuleGrid grid = new ModuleGrid(layout.modules(), points);
    GridFit fit = new GridFit(relief, layout, grid, module);
    fit.searchFourth(COARSE_STEP, 2);
    fit.searchFourth(CLOSE_STEP, 1);
    return fit;
  }

  ModuleGrid grid() {
    return grid;
  }

  private void searchFourth(float step, int reach) {
    float x = grid.points[6];
    float y = grid.points[7];
    float best = Float.NEGATIVE_INFINITY;
    float bestX = x;
    float bestY = y;
    for (int i = -reach; i <= reach; i++) {
      for (int j = -reach; j <= reach; j++) {
        grid.points[6] = x + i * step * module;
        grid.points[7] = y + j * step * module;
        grid.update();
        float agreement = agreement(SOME);
        if (agreement > best) {
          best = agreement;
          bestX = grid.points[6];
          bestY = grid.points[7];
        }
      }
    }
    grid.points[6] = bestX;
    grid.points[7] = bestY;
    grid.update();
  }

  /** Moves the four points by ever smaller steps as long as that helps. */
  void refine() {
    float best = agreement(ALL);
    for (float step : STEPS) {
      boolean moved = true;
      for (int round = 0; moved && round < MOST_ROUNDS; round++) {
        moved = false;
        for (int i = 0; i < 16; i++) {
          float before = grid.points[i / 2];
          grid.points[i / 2] = before + (i % 2 == 0 ? step : -step) * module;
          grid.update();
          float agreement = agreement(ALL);
          if (agreement > best) {
            best = agreement;
            moved = true;
          } else {
            grid.points[i / 2] = before;
          }
        }
      }
    }
    grid.update();
  }

  /** Grows with every known module that is as dark or light as it should be. */
  private float agreement(int every) {
    byte[] known = layout.known();
    float sum = 0;
    for (int i = 0; i < known.length; i += 3 * every) {
      sum -= known[i + 2] * step(known[i], known[i + 1]);
    }
    return sum;
  }

  /** Which part of what is seen at the known modules speaks for this grid: -1 to 1. */
  float share() {
    byte[] known = layout.known();
    float sum = 0;
    float all = 1;
    for (int i = 0; i < known.length; i += 3) {
      float step = step(known[i], known[i + 1]);
      sum -= known[i + 2] * step;
      all += Math.abs(step);
    }
    return sum / all;
  }

  private float step(byte column, byte row) {
    float u = (column & 0xFF) + 0.5f;
    float v = (row & 0xFF) + 0.5f;
    float scale = 1 / grid.depth(u, v);
    return relief.sample(grid.across(u, v) * scale, grid.along(u, v) * scale);
  }
}
