package io.greenqr.verify.internal.curve;

import java.util.ArrayList;
import java.util.List;

/**
 * The shapes of a curve's tables for keys, from the smallest on, and how often a key must have been
 * used before it gets each: about as often as it takes to save what building it costs. Immutable.
 */
final class TableSizes {
  private final int bytesOfPoint;
  private final List<Comb> combs = new ArrayList<>();
  private final List<Integer> uses = new ArrayList<>();

  /** None yet; shapes of one curve, of which a point takes {@code bytesOfPoint}. */
  TableSizes(int bytesOfPoint) {
    this.bytesOfPoint = bytesOfPoint;
  }

  /** With one more, larger than those before. */
  TableSizes and(Comb comb, int fromUses) {
    TableSizes more = new TableSizes(bytesOfPoint);
    more.combs.addAll(combs);
    more.uses.addAll(uses);
    more.combs.add(comb);
    more.uses.add(fromUses);
    return more;
  }

  int levels() {
    return combs.size();
  }

  Comb comb(int level) {
    return combs.get(level);
  }

  /** The level of a shape that was taken from here. */
  int levelOf(Comb comb) {
    return combs.indexOf(comb);
  }

  /** Uses that a key must have seen. */
  int uses(int level) {
    return uses.get(level);
  }

  /** Memory of a table. */
  long bytes(int level) {
    return (long) bytesOfPoint * combs.get(level).points();
  }
}
