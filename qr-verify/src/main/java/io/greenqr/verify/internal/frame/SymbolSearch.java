package io.greenqr.verify.internal.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From finder patterns to a symbol: tries those that may belong together. */
final class SymbolSearch {
  /** Print beside a symbol has such places too, so the first three are not always right. */
  private static final int MOST_TRIPLES = 6;

  /** A grid that agrees less with what is seen is not worth the work of reading its modules. */
  private static final float LEAST_SHARE = 0.3f;

  /** One that agrees so much is of the right version. */
  private static final float SURE_SHARE = 0.8f;

  /** How much of its neighbours' light is taken from a module that was blurred. */
  private static final float SHARPENING = 0.8f;

  private static final int MOST_VERSION = 40;

  private final GreyPlane plane;
  private final Relief relief;
  private final FinderScan scan;

  SymbolSearch(GreyPlane plane, Relief relief, FinderScan scan) {
    this.plane = plane;
    this.relief = relief;
    this.scan = scan;
  }

  /** Whether any row had the proportions of a finder pattern. */
  boolean sawPattern() {
    return scan.sawPattern();
  }

  /** Whether there are as many finder patterns as a symbol has. */
  boolean sawThree() {
    return scan.marks().size() >= 3;
  }

  @Nullable SymbolData decode() {
    List<FinderTriple> triples = FinderTriple.among(scan.marks());
    for (int i = 0; i < Math.min(MOST_TRIPLES, triples.size()); i++) {
      SymbolData data = decode(triples.get(i));
      if (data != null) {
        return data;
      }
    }
    return null;
  }

  private @Nullable SymbolData decode(FinderTriple triple) {
    FinderView view = FinderView.of(relief, triple);
    GridFit fit = bestFit(view);
    if (fit == null) {
      return null;
    }
    fit.refine();
    ModuleSampler sampler = ModuleSampler.of(plane, fit.grid());
    SymbolData data = SymbolDecoder.decode(sampler.bits());
    return data != null ? data : SymbolDecoder.decode(sampler.sharpened(SHARPENING).bits());
  }

  /** Of the versions that the distances allow: they are measured in modules, a little wrong. */
  private @Nullable GridFit bestFit(FinderView view) {
    int guess = view.version();
    int spread = 1 + guess / 10;
    GridFit best = null;
    float bestShare = LEAST_SHARE;
    for (int i = 0; i <= 2 * spread && bestShare < SURE_SHARE; i++) {
      int version = guess + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
      if (version >= 1 && version <= MOST_VERSION) {
        GridFit fit = GridFit.of(relief, SymbolLayout.of(version), view.points(), view.module());
        float share = fit.share();
        if (share > bestShare) {
          bestShare = share;
          best = fit;
        }
      }
    }
    return best;
  }
}
