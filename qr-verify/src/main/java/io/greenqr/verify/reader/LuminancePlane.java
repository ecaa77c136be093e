package io.greenqr.verify.reader;

import io.greenqr.verify.internal.frame.GreyPlane;

/**
 * A picture of grey values, in the layout in which cameras deliver the Y plane of a frame: one byte
 * a pixel, 0 black to 255 white, rows from top to bottom.
 *
 * <p>It is a view: the array is not copied, since a gate sees 30 frames of a megabyte a second. The
 * array must not change until {@link QrReader#read(LuminancePlane)} has returned; a change during
 * the read cannot do more than spoil the picture.
 */
public final class LuminancePlane {
  /**
   * Most pixels of a side: beyond every camera in a gate, and small enough for {@code int} areas.
   */
  public static final int MAX_SIDE = 8192;

  private final byte[] data;
  private final int rowStride;
  private final int left;
  private final int top;
  private final int width;
  private final int height;

  private LuminancePlane(byte[] data, int rowStride, int left, int top, int width, int height) {
    this.data = data;
    this.rowStride = rowStride;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
  }

  /**
   * A plane that starts with the first byte of an array.
   *
   * @param data the grey values; the last row may end after its last pixel, without the padding of
   *     the other rows, as Android's {@code Image.Plane} delivers it
   * @param width pixels of a row, 1 to {@link #MAX_SIDE}
   * @param height rows, 1 to {@link #MAX_SIDE}
   * @param rowStride bytes from the start of a row to the start of the next, at least {@code width}
   * @throws IllegalArgumentException if a number is out of its range or {@code data} ends before
   *     the last pixel
   */
  public static LuminancePlane of(byte[] data, int width, int height, int rowStride) {
    checkSide("width", width);
    checkSide("height", height);
    if (rowStride < width) {
      throw new IllegalArgumentException("row stride " + rowStride + " below width " + width);
    }
    long needed = (height - 1L) * rowStride + width;
    if (data.length < needed) {
      throw new IllegalArgumentException(
          "plane of " + data.length + " bytes, " + needed + " needed");
    }
    return new LuminancePlane(data, rowStride, 0, 0, width, height);
  }

  /**
   * A part of this plane, on the same array: where a frame shows a viewfinder, the part inside it.
   *
   * @param left first column of the part, counted from 0
   * @param top first row of the part, counted from 0
   * @param width pixels of a row of the part, at least 1
   * @param height rows of the part, at least 1
   * @throws IllegalArgumentException if the part is empty or reaches outside this plane
   */
  public LuminancePlane crop(int left, int top, int width, int height) {
    checkSide("width", width);
    checkSide("height", height);
    if (left < 0 || top < 0 || left > this.width - width || top > this.height - height) {
      throw new IllegalArgumentException(
          "part of " + width + "x" + height + " at " + left + "," + top + " outside " + this);
    }
    return new LuminancePlane(data, rowStride, this.left + left, this.top + top, width, height);
  }

  /** Pixels of a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The size only: a frame may show a face. */
  @Override
  public String toString() {
    return "LuminancePlane[" + width + "x" + height + "]";
  }

  GreyPlane grey() {
    return new GreyPlane(data, rowStride, left, top, width, height);
  }

  static void checkSide(String name, int pixels) {
    if (pixels < 1 || pixels > MAX_SIDE) {
      throw new IllegalArgumentException(name + " " + pixels + " outside 1.." + MAX_SIDE);
    }
  }
}
