package io.greenqr.verify.internal.frame;

/** A place that looks like a finder pattern, and how often it was met. */
final class FinderMark {
  private float x;
  private float y;
  private float module;
  private int hits;

  FinderMark(float x, float y, float module) {
    this.x = x;
    this.y = y;
    this.module = module;
    this.hits = 1;
  }

  float x() {
    return x;
  }

  float y() {
    return y;
  }

  /** Pixels of a module along rows and columns. */
  float module() {
    return module;
  }

  int hits() {
    return hits;
  }

  /** Takes another sight of the same pattern in; false if it is of another. */
  boolean merge(float otherX, float otherY, float otherModule) {
    if (Math.abs(otherX - x) > 2 * module || Math.abs(otherY - y) > 2 * module) {
      return false;
    }
    if (otherModule > 1.7f * module || module > 1.7f * otherModule) {
      return false;
    }
    x = (x * hits + otherX) / (hits + 1);
    y = (y * hits + otherY) / (hits + 1);
    module = (module * hits + otherModule) / (hits + 1);
    hits++;
    return true;
  }
}
