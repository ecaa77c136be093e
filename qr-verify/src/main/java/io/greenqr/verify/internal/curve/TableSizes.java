package io.greenqr.verify.internal.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The shapes of a curve's tables for keys, from the smallest on. Immutable. */
final class TableSizes {
  private final List<Comb> combs;
  private final int bytesOfPoint;

  TableSizes(int bytesOfPoint, Comb... combs) {
    this.bytesOfPoint = bytesOfPoint;
    this.combs = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(combs)));
  }

  int levels() {
    return combs.size();
  }

  Comb comb(int level) {
    return combs.get(level);
  }

  /** Memory of a table. */
  long bytes(int level) {
    return (long) bytesOfPoint * combs.get(level).points();
  }
}
