package io.greenqr.verify.internal.frame;

/** Grey values as a camera delivers them: a view of a part of an array, nothing is copied. */
public final class GreyPlane {
  final byte[] data;
  final int left;
  final int top;
  final int start;
  final int stride;
  final int width;
  final int height;

  /**
   * A view; the caller has made sure that it lies inside the array.
   *
   * @param stride bytes from the start of a row to the start of the next
   */
  public GreyPlane(byte[] data, int stride, int left, int top, int width, int height) {
    this.data = data;
    this.left = left;
    this.top = top;
    this.start = top * stride + left;
    this.stride = stride;
    this.width = width;
    this.height = height;
  }

  /** The array of the view: only to be read. */
  public byte[] data() {
    return data;
  }

  /** Index of the first pixel. */
  public int start() {
    return start;
  }

  /** Bytes from the start of a row to the start of the next. */
  public int stride() {
    return stride;
  }

  /** Pixels of a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The median of the differences between neighbours, of every eighth row. */
  int noise() {
    int[] counts = new int[256];
    int all = 0;
    for (int y = 0; y < height; y += 8) {
      int row = start + y * stride;
      for (int x = 1; x < width; x++) {
        counts[Math.abs((data[row + x] & 0xFF) - (data[row + x - 1] & 0xFF))]++;
        all++;
      }
    }
    int median = 0;
    for (int sum = counts[0]; 2 * sum < all; sum += counts[median]) {
      median++;
    }
    return median;
  }

  /** The grey value between four pixels, in the order of their distance; outside, the edge's. */
  float sample(float x, float y) {
    float inX = Math.min(Math.max(x - 0.5f, 0), width - 1);
    float inY = Math.min(Math.max(y - 0.5f, 0), height - 1);
    int left = (int) inX;
    int top = (int) inY;
    int right = left + 1 < width ? 1 : 0;
    int i = start + top * stride + left;
    int below = top + 1 < height ? i + stride : i;
    float fx = inX - left;
    float fy = inY - top;
    float upper = (data[i] & 0xFF) * (1 - fx) + (data[i + right] & 0xFF) * fx;
    float lower = (data[below] & 0xFF) * (1 - fx) + (data[below + right] & 0xFF) * fx;
    return upper * (1 - fy) + lower * fy;
  }
}
