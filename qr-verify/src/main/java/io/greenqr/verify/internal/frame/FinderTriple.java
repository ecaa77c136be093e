package io.greenqr.verify.internal.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Three finder patterns that may be of one symbol: at its corner, to the right of it, below it. */
final class FinderTriple {
  private final FinderMark corner;
  private final FinderMark right;
  private final FinderMark down;
  private final float strangeness;

  private FinderTriple(FinderMark corner, FinderMark right, FinderMark down, float strangeness) {
    this.corner = corner;
    this.right = right;
    this.down = down;
    this.strangeness = strangeness;
  }

  FinderMark corner() {
    return corner;
  }

  FinderMark right() {
    return right;
  }

  FinderMark down() {
    return down;
  }

  /** All that are possible, the most like a square first. */
  static List<FinderTriple> among(List<FinderMark> marks) {
    List<FinderTriple> triples = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      for (int j = 0; j < marks.size(); j++) {
        for (int k = j + 1; k < marks.size(); k++) {
          if (i != j && i != k) {
            add(marks.get(i), marks.get(j), marks.get(k), triples);
          }
        }
      }
    }
    Collections.sort(triples, Comparator.comparingDouble(triple -> triple.strangeness));
    return triples;
  }

  private static void add(
      FinderMark corner, FinderMark one, FinderMark other, List<FinderTriple> triples) {
    float ax = one.x() - corner.x();
    float ay = one.y() - corner.y();
    float bx = other.x() - corner.x();
    float by = other.y() - corner.y();
    float a = (float) Math.sqrt(ax * ax + ay * ay);
    float b = (float) Math.sqrt(bx * bx + by * by);
    float sine = (ax * by - ay * bx) / (a * b);
    float cosine = (ax * bx + ay * by) / (a * b);
    float legs = Math.max(a, b) / Math.min(a, b);
    float sizes = ratio(corner.module(), one.module(), other.module());
    // 14 modules lie between the finder patterns of version 1.
    boolean possible =
        Math.abs(cosine) < 0.75f
            && legs < 2.5f
            && sizes < 2.2f
            && Math.min(a, b) > 8 * corner.module();
    if (!possible) {
      return;
    }
    int hits = Math.min(Math.min(one.hits(), other.hits()), corner.hits());
    float strangeness = 2 * Math.abs(cosine) + (legs - 1) + (sizes - 1) + 1f / hits;
    triples.add(
        sine > 0
            ? new FinderTriple(corner, one, other, strangeness)
            : new FinderTriple(corner, other, one, strangeness));
  }

  private static float ratio(float a, float b, float c) {
    return Math.max(Math.max(a, b), c) / Math.min(Math.min(a, b), c);
  }
}
