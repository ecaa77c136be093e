package io.greenqr.verify.internal.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for finder patterns: dark, light, dark, light, dark in the proportion 1:1:3:1:1 along every
 * line through the middle (ISO/IEC 18004 section 6.3.3).
 *
 * <p>Edges are placed between pixels, so modules of two pixels are still measured.
 */
final class FinderScan {
  /** Every picture is searched for three: more are kept, since print also has such places. */
  private static final int MOST_MARKS = 12;

  /** Modules from the middle to where its outer edge is looked for, at a slant. */
  private static final int MOST_REACH = 12;

  /** How much darker than its surroundings a finder pattern must be, in the measure of a relief. */
  private static final float LEAST_STEP = 4;

  /** The same in multiples of the noise. */
  private static final float NOISE_STEPS = 1.25f;

  /** Pixels of the smallest module that is searched for; the pure path reads smaller ones. */
  private static final float LEAST_MODULE = 1.2f;

  /** A stranger's picture must not make the list of candidates long: it is compared with each. */
  private static final int MOST_CANDIDATES = 200;

  private final Relief relief;
  private final float[] forward = new float[3];
  private final float[] backward = new float[3];
  private final List<FinderMark> marks = new ArrayList<>();
  private boolean sawPattern;

  private FinderScan(Relief relief) {
    this.relief = relief;
  }

  /** Scans every row of {@code rowStep}. */
  static FinderScan of(Relief relief, int rowStep) {
    FinderScan scan = new FinderScan(relief);
    for (int y = rowStep / 2; y < relief.height; y += rowStep) {
      scan.row(y);
    }
    return scan;
  }

  /** Whether any row had the proportion of a finder pattern. */
  boolean sawPattern() {
    return sawPattern;
  }

  /** The likeliest marks, the most often met first. */
  List<FinderMark> marks() {
    List<FinderMark> best = new ArrayList<>(marks);
    Collections.sort(best, Comparator.comparingInt(FinderMark::hits).reversed());
    return best.size() > MOST_MARKS ? best.subList(0, MOST_MARKS) : best;
  }

  private void row(int y) {
    byte[] steps = relief.steps;
    int row = y * relief.width;
    // The last six edges; edge 5 is the newest. The first starts a dark run.
    float e0 = 0;
    float e1 = 0;
    float e2 = 0;
    float e3 = 0;
    float e4 = 0;
    int before = steps[row];
    int edges = 0;
    for (int x = 1; x < relief.width; x++) {
      int here = steps[row + x];
      if (here >= 0 == before >= 0) {
        before = here;
        continue;
      }
      float edge = x - 0.5f + (float) before / (before - here);
      edges++;
      if (here >= 0 && edges >= 6 && proportions(e1 - e0, e2 - e1, e3 - e2, e4 - e3, edge - e4)) {
        sawPattern = true;
        candidate((e2 + e3) / 2, y + 0.5f, (edge - e0) / 7);
      }
      e0 = e1;
      e1 = e2;
      e2 = e3;
      e3 = e4;
      e4 = edge;
      before = here;
    }
  }

  /** Sums of neighbours are compared: a threshold that is off moves an edge and the next alike. */
  private static boolean proportions(float d1, float l1, float d3, float l2, float d2) {
    float module = (d1 + l1 + d3 + l2 + d2) / 7;
    return Math.abs(d1 + l1 - 2 * module) < 0.8f * module
        && Math.abs(l2 + d2 - 2 * module) < 0.8f * module
        && Math.abs(l1 + d3 - 4 * module) < 1.2f * module
        && Math.abs(d3 + l2 - 4 * module) < 1.2f * module
        && Math.min(Math.min(d1, l1), Math.min(l2, d2)) > 0.3f * module
        && d3 > 1.6f * module;
  }

  private void candidate(float x, float y, float module) {
    if (module < LEAST_MODULE || !isDark(x, y, module)) {
      return;
    }
    float most = MOST_REACH * module;
    float down = across(x, y, 0, 1, most);
    if (down <= 0 || down > 3 * module || module > 3 * down) {
      return;
    }
    float middleY = y + (forward[0] - backward[0]) / 2;
    float along = across(x, middleY, 1, 0, most);
    if (along <= 0) {
      return;
    }
    float middleX = x + (forward[0] - backward[0]) / 2;
    float size = (along + down) / 2;
    for (FinderMark mark : marks) {
      if (mark.merge(middleX, middleY, size)) {
        return;
      }
    }
    if (marks.size() < MOST_CANDIDATES) {
      marks.add(new FinderMark(middleX, middleY, size));
    }
  }

  /** Noise has these proportions all the time, and never so much contrast over several pixels. */
  private boolean isDark(float x, float y, float module) {
    float sum =
        relief.sample(x, y)
            + relief.sample(x - module, y)
            + relief.sample(x + module, y)
            + relief.sample(x, y - module)
            + relief.sample(x, y + module);
    return -sum / 5 > Math.max(LEAST_STEP, NOISE_STEPS * relief.noise());
  }

  /** Pixels of a module along a line through a place, or 0 if it has not the proportions. */
  private float across(float x, float y, float dx, float dy, float most) {
    if (!relief.edges(x, y, dx, dy, most, forward)
        || !relief.edges(x, y, -dx, -dy, most, backward)) {
      return 0;
    }
    boolean right =
        proportions(
            backward[2] - backward[1],
            backward[1] - backward[0],
            backward[0] + forward[0],
            forward[1] - forward[0],
            forward[2] - forward[1]);
    return right ? (backward[2] + forward[2]) / 7 : 0;
  }

  /** Pixels of a module of a finder pattern in the direction of another. */
  static float moduleTowards(Relief relief, FinderMark from, FinderMark to) {
    float dx = to.x() - from.x();
    float dy = to.y() - from.y();
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    float[] ahead = new float[3];
    float[] back = new float[3];
    float most = MOST_REACH * from.module();
    if (!relief.edges(from.x(), from.y(), dx / length, dy / length, most, ahead)
        || !relief.edges(from.x(), from.y(), -dx / length, -dy / length, most, back)) {
      return from.module();
    }
    return (ahead[2] + back[2]) / 7;
  }
}
