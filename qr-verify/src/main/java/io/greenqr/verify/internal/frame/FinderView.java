package io.greenqr.verify.internal.frame;

/**
 * What three finder patterns tell of the whole symbol. The nearer of two looks larger, by the
 * square of what the projective map divides by: so their sizes give the map, and the distance in
 * modules follows from the geometric mean of the sizes.
 */
final class FinderView {
  private final float[] points;
  private final float module;
  private final int version;

  private FinderView(float[] points, float module, int version) {
    this.points = points;
    this.module = module;
    this.version = version;
  }

  static FinderView of(Relief relief, FinderTriple triple) {
    FinderMark corner = triple.corner();
    FinderMark right = triple.right();
    FinderMark down = triple.down();
    float cornerRow = FinderScan.moduleTowards(relief, corner, right);
    float rightRow = FinderScan.moduleTowards(relief, right, corner);
    float cornerColumn = FinderScan.moduleTowards(relief, corner, down);
    float downColumn = FinderScan.moduleTowards(relief, down, corner);

    float columns = distance(corner, right) / root(cornerRow * rightRow);
    float rows = distance(corner, down) / root(cornerColumn * downColumn);
    // Version 1 has 14 modules between the middles, each version 4 more than the one before.
    int version = Math.round(((columns + rows) / 2 - 10) / 4);

    float toRight = root(cornerRow / rightRow);
    float toDown = root(cornerColumn / downColumn);
    float depth = toRight + toDown - 1;
    float x = (toRight * right.x() + toDown * down.x() - corner.x()) / depth;
    float y = (toRight * right.y() + toDown * down.y() - corner.y()) / depth;
    float[] points = {corner.x(), corner.y(), right.x(), right.y(), down.x(), down.y(), x, y};
    return new FinderView(points, (cornerRow + rightRow + cornerColumn + downColumn) / 4, version);
  }

  /** For a {@link ModuleGrid}; a new array. */
  float[] points() {
    return points.clone();
  }

  /** Pixels of a module, on average. */
  float module() {
    return module;
  }

  /** The likeliest version, also below 1 or above 40. */
  int version() {
    return version;
  }

  private static float distance(FinderMark one, FinderMark other) {
    float dx = one.x() - other.x();
    float dy = one.y() - other.y();
    return root(dx * dx + dy * dy);
  }

  private static float root(float value) {
    return (float) Math.sqrt(value);
  }
}
