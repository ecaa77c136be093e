package io.greenqr.verify.internal.frame;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a symbol in grey values by its finder patterns and reads its modules. */
public final class SymbolSearch {
  private static final int MOST_TRIPLES = 6;
  private static final float LEAST_SHARE = 0.3f;
  private static final float SURE_SHARE = 0.8f;
  private static final float[] SHARPNESS = {0, 0.8f};

  private final GreyPlane plane;
  private final Relief relief;
  private final FinderScan scan;

  private SymbolSearch(GreyPlane plane, Relief relief, FinderScan scan) {
    this.plane = plane;
    this.relief = relief;
    this.scan = scan;
  }

  public static SymbolSearch of(GreyPlane plane, int inner, int outer, int rowStep) {
    Relief relief = Relief.of(plane, inner, outer);
    return new SymbolSearch(plane, relief, FinderScan.of(relief, rowStep));
  }

  public boolean sawPattern() {
    return scan.sawPattern();
  }

  public static String why = "";

  public @Nullable DecoderResult decode() {
    List<FinderMark> marks = scan.marks();
    List<FinderTriple> triples = FinderTriple.among(marks);
    why = "marks " + marks.size() + " triples " + triples.size();
    int tries = Math.min(MOST_TRIPLES, triples.size());
    for (int i = 0; i < tries; i++) {
      DecoderResult result = decode(triples.get(i));
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private @Nullable DecoderResult decode(FinderTriple triple) {
    FinderMark corner = triple.corner();
    FinderMark right = triple.right();
    FinderMark down = triple.down();
    float atCornerRight = FinderScan.moduleTowards(relief, corner, right.x(), right.y());
    float atRight = FinderScan.moduleTowards(relief, right, corner.x(), corner.y());
    float atCornerDown = FinderScan.moduleTowards(relief, corner, down.x(), down.y());
    float atDown = FinderScan.moduleTowards(relief, down, corner.x(), corner.y());
    float across = distance(corner, right) / root(atCornerRight * atRight);
    float along = distance(corner, down) / root(atCornerDown * atDown);
    int guess = Math.round(((across + along) / 2 + 7 - 17) / 4);
    float g = root(atCornerRight / atRight) - 1;
    float h = root(atCornerDown / atDown) - 1;
    float w = 1 + g + h;
    float x = (corner.x() + right.x() * (1 + g) - corner.x() + down.x() * (1 + h) - corner.x()) / w;
    float y = (corner.y() + right.y() * (1 + g) - corner.y() + down.y() * (1 + h) - corner.y()) / w;
    float module = (atCornerRight + atCornerDown + atRight + atDown) / 4;
    float[] points = {corner.x(), corner.y(), right.x(), right.y(), down.x(), down.y(), x, y};
    GridFit best = null;
    float bestShare = LEAST_SHARE;
    int spread = 1 + guess / 10;
    for (int i = 0; i <= 2 * spread && bestShare < SURE_SHARE; i++) {
      int version = guess + (i % 2 == 0 ? i / 2 : -i / 2 - 1);
      if (version < 1 || version > 40) {
        continue;
      }
      GridFit fit = GridFit.of(relief, SymbolLayout.of(version), points.clone(), module);
      float share = fit.share();
      if (share > bestShare) {
        bestShare = share;
        best = fit;
      }
    }
    why += " [guess " + guess + " share " + bestShare;
    if (best == null) {
      return null;
    }
    best.refine();
    why += " -> " + best.grid().modules() + " " + best.share() + "]";
    ModuleSampler sampler = ModuleSampler.of(plane, best.grid());
    for (float sharpness : SHARPNESS) {
      BitMatrix bits = (sharpness == 0 ? sampler : sampler.sharpened(sharpness)).bits();
      DecoderResult result = SymbolDecoder.decode(bits);
      if (result != null) {
        return result;
      }
    }
    return null;
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
