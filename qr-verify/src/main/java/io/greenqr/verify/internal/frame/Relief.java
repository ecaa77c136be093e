package io.greenqr.verify.internal.frame;

/**
 * How much lighter or darker each pixel is than its surroundings. Its sign is a threshold that
 * follows shadows and glare, and its zeros tell where an edge lies between two pixels.
 */
final class Relief {
  final int width;
  final int height;

  /** Above zero where lighter, below where darker, cut off at 127. */
  final byte[] steps;

  private final float noise;

  private Relief(int width, int height, byte[] steps, float noise) {
    this.width = width;
    this.height = height;
    this.steps = steps;
    this.noise = noise;
  }

  /**
   * The mean of a small square less the mean of a large one around each pixel.
   *
   * @param inner pixels from the middle of the small square to its side: 0 keeps every detail, 1
   *     takes noise out of modules of three pixels and more
   * @param outer the same of the large square
   */
  static Relief of(GreyPlane plane, int inner, int outer) {
    byte[] steps = new byte[plane.width * plane.height];
    Box small = new Box(plane, inner);
    Box large = new Box(plane, outer);
    int[] near = new int[plane.width];
    int[] far = new int[plane.width];
    for (int y = 0; y < plane.height; y++) {
      if (inner > 0) {
        small.means(y, near);
      } else {
        pixels(plane, y, near);
      }
      large.means(y, far);
      int row = y * plane.width;
      for (int x = 0; x < plane.width; x++) {
        int step = (near[x] - far[x]) >> (Box.SHIFT - 1);
        steps[row + x] = (byte) Math.max(-127, Math.min(127, step));
      }
    }
    // A mean of n pixels has a root of n part of their noise.
    float noise = 2f * plane.noise() / (2 * inner + 1);
    return new Relief(plane.width, plane.height, steps, noise);
  }

  /** The difference between neighbours that half of all pixels have: sensors, not edges. */
  float noise() {
    return noise;
  }

  private static void pixels(GreyPlane plane, int y, int[] values) {
    int row = plane.start + y * plane.stride;
    for (int x = 0; x < values.length; x++) {
      values[x] = (plane.data[row + x] & 0xFF) << Box.SHIFT;
    }
  }

  /** The step between four pixels; 0 outside. */
  float sample(float x, float y) {
    float inX = x - 0.5f;
    float inY = y - 0.5f;
    if (!(inX >= 0 && inY >= 0 && inX < width - 1 && inY < height - 1)) {
      return 0;
    }
    int left = (int) inX;
    int top = (int) inY;
    int i = top * width + left;
    float fx = inX - left;
    float fy = inY - top;
    float upper = steps[i] + (steps[i + 1] - steps[i]) * fx;
    float lower = steps[i + width] + (steps[i + width + 1] - steps[i + width]) * fx;
    return upper + (lower - upper) * fy;
  }

  /**
   * The first three edges on a way from a dark place: into light, into dark, into light.
   *
   * @param edges receives the lengths of the way to each
   * @return whether there are three before {@code most} pixels
   */
  boolean edges(float x, float y, float dx, float dy, float most, float[] edges) {
    float before = sample(x, y);
    if (before >= 0) {
      return false;
    }
    int found = 0;
    for (int i = 1; i <= most; i++) {
      float here = sample(x + dx * i, y + dy * i);
      if ((here >= 0) != (before >= 0)) {
        edges[found++] = i - 1 + before / (before - here);
        if (found == 3) {
          return true;
        }
      }
      before = here;
    }
    return false;
  }

  /** Means over a square that slides down the plane: memory of one row, work of one pixel. */
  private static final class Box {
    /** Bits after the point of a mean. */
    static final int SHIFT = 6;

    private final GreyPlane plane;
    private final int radius;
    private final int[] columns;
    private int next;

    Box(GreyPlane plane, int radius) {
      this.plane = plane;
      this.radius = radius;
      this.columns = new int[plane.width];
    }

    /** Each in 1/64 of a grey value. */
    void means(int y, int[] means) {
      while (next <= Math.min(y + radius, plane.height - 1)) {
        add(next, 1);
        next++;
      }
      if (y - radius - 1 >= 0) {
        add(y - radius - 1, -1);
      }
      int rows = next - Math.max(0, y - radius);
      int width = plane.width;
      int sum = 0;
      for (int x = 0; x < Math.min(radius, width); x++) {
        sum += columns[x];
      }
      int x = 0;
      for (; x < Math.min(radius + 1, width); x++) {
        sum += x + radius < width ? columns[x + radius] : 0;
        means[x] = mean(sum, rows * (Math.min(x + radius, width - 1) + 1));
      }
      float scale = (1 << SHIFT) / (float) (rows * (2 * radius + 1));
      for (; x < width - radius; x++) {
        sum += columns[x + radius] - columns[x - radius - 1];
        means[x] = (int) (sum * scale);
      }
      for (; x < width; x++) {
        sum -= columns[x - radius - 1];
        means[x] = mean(sum, rows * (width - x + radius));
      }
    }

    private static int mean(int sum, int pixels) {
      return (int) (((long) sum << SHIFT) / pixels);
    }

    private void add(int y, int sign) {
      int row = plane.start + y * plane.stride;
      for (int x = 0; x < columns.length; x++) {
        columns[x] += sign * (plane.data[row + x] & 0xFF);
      }
    }
  }
}
