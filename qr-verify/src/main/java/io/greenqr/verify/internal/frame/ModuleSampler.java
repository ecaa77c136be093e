package io.greenqr.verify.internal.frame;

import com.google.zxing.common.BitMatrix;

/** Reads the modules under a grid: grey values first, then dark or light by their neighbours. */
final class ModuleSampler {
  /** The threshold of a module comes from those at most so far away in each direction. */
  private static final int NEIGHBOURS = 4;

  private final int modules;
  private final float[] grey;

  private ModuleSampler(int modules, float[] grey) {
    this.modules = modules;
    this.grey = grey;
  }

  /** Five samples a module, in the middle and around it. */
  static ModuleSampler of(GreyPlane plane, ModuleGrid grid) {
    int modules = grid.modules();
    float[] grey = new float[modules * modules];
    for (int row = 0; row < modules; row++) {
      for (int column = 0; column < modules; column++) {
        float u = column + 0.5f;
        float v = row + 0.5f;
        grey[row * modules + column] =
            (2 * at(plane, grid, u, v)
                    + at(plane, grid, u - 0.25f, v)
                    + at(plane, grid, u + 0.25f, v)
                    + at(plane, grid, u, v - 0.25f)
                    + at(plane, grid, u, v + 0.25f))
                / 6;
      }
    }
    return new ModuleSampler(modules, grey);
  }

  private static float at(GreyPlane plane, ModuleGrid grid, float u, float v) {
    return plane.sample(grid.x(u, v), grid.y(u, v));
  }

  /** Takes the light back that blur moved between neighbours. */
  ModuleSampler sharpened(float amount) {
    float[] sharp = new float[grey.length];
    for (int y = 0; y < modules; y++) {
      for (int x = 0; x < modules; x++) {
        int i = y * modules + x;
        float around =
            grey[y * modules + Math.max(x - 1, 0)]
                + grey[y * modules + Math.min(x + 1, modules - 1)]
                + grey[Math.max(y - 1, 0) * modules + x]
                + grey[Math.min(y + 1, modules - 1) * modules + x];
        sharp[i] = grey[i] + amount * (grey[i] - around / 4);
      }
    }
    return new ModuleSampler(modules, sharp);
  }

  /**
   * The modules. The threshold lies halfway between the dark and the light ones of the
   * neighbourhood, told apart by its mean first: where one kind is rare, the mean alone is too near
   * to the other.
   */
  BitMatrix bits() {
    float[] sums = sums(grey);
    float[] lightSums = new float[grey.length];
    float[] lights = new float[grey.length];
    for (int y = 0; y < modules; y++) {
      for (int x = 0; x < modules; x++) {
        int i = y * modules + x;
        boolean light = grey[i] >= around(sums, x, y) / area(x, y);
        lightSums[i] = light ? grey[i] : 0;
        lights[i] = light ? 1 : 0;
      }
    }
    lightSums = sums(lightSums);
    lights = sums(lights);
    BitMatrix bits = new BitMatrix(modules);
    for (int y = 0; y < modules; y++) {
      for (int x = 0; x < modules; x++) {
        float all = area(x, y);
        float light = around(lights, x, y);
        float lightSum = around(lightSums, x, y);
        float darkSum = around(sums, x, y) - lightSum;
        float dark = all - light;
        float threshold =
            light < 1 || dark < 1
                ? (lightSum + darkSum) / all
                : (lightSum / light + darkSum / dark) / 2;
        if (grey[y * modules + x] < threshold) {
          bits.set(x, y);
        }
      }
    }
    return bits;
  }

  /** Sums over all modules above and to the left, with the module itself. */
  private float[] sums(float[] values) {
    float[] sums = new float[values.length];
    for (int y = 0; y < modules; y++) {
      float row = 0;
      for (int x = 0; x < modules; x++) {
        row += values[y * modules + x];
        sums[y * modules + x] = row + (y > 0 ? sums[(y - 1) * modules + x] : 0);
      }
    }
    return sums;
  }

  private float around(float[] sums, int x, int y) {
    int left = x - NEIGHBOURS - 1;
    int top = y - NEIGHBOURS - 1;
    int right = Math.min(x + NEIGHBOURS, modules - 1);
    int bottom = Math.min(y + NEIGHBOURS, modules - 1);
    float sum = sums[bottom * modules + right];
    if (left >= 0) {
      sum -= sums[bottom * modules + left];
    }
    if (top >= 0) {
      sum -= sums[top * modules + right];
    }
    if (left >= 0 && top >= 0) {
      sum += sums[top * modules + left];
    }
    return sum;
  }

  private int area(int x, int y) {
    int columns = Math.min(x + NEIGHBOURS, modules - 1) - Math.max(x - NEIGHBOURS, 0) + 1;
    int rows = Math.min(y + NEIGHBOURS, modules - 1) - Math.max(y - NEIGHBOURS, 0) + 1;
    return columns * rows;
  }
}
