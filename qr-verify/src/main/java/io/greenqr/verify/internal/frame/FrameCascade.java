package io.greenqr.verify.internal.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Stages from the cheapest to the dearest; the first that reads a frame ends it. Immutable. */
public final class FrameCascade {
  private final List<FrameStage> dearer;
  private final long budgetNanos;
  private final LongSupplier nanoTime;

  /**
   * A cascade of the searches of this package and of one stage more.
   *
   * @param strong comes after the searches, or null
   * @param budgetNanos after so long no stage is begun but the first
   * @param nanoTime nanoseconds from any start, that only grow
   */
  public FrameCascade(@Nullable FrameStage strong, long budgetNanos, LongSupplier nanoTime) {
    List<FrameStage> stages = new ArrayList<>();
    stages.add(plane -> SearchWindow.SMOOTH.search(plane).decode());
    stages.add(plane -> SearchWindow.FINE.search(plane).decode());
    if (strong != null) {
      stages.add(strong);
    }
    stages.add(BitmapReader::pure);
    this.dearer = stages;
    this.budgetNanos = budgetNanos;
    this.nanoTime = nanoTime;
  }

  /**
   * The content of a symbol in the frame, or null.
   *
   * <p>Gates look at empty air most of the time. A frame in which no row has the proportions of a
   * finder pattern is given up after one scan, and one in which neither of two scans sees three
   * patterns after both; then only the pure path is left, which needs none.
   */
  public @Nullable SymbolData read(GreyPlane plane) {
    long end = nanoTime.getAsLong() + budgetNanos;
    SymbolSearch wide = SearchWindow.WIDE.search(plane);
    SymbolData data = wide.decode();
    if (data != null || !wide.sawPattern() || isOver(end)) {
      return data;
    }
    SymbolSearch narrow = SearchWindow.NARROW.search(plane);
    data = narrow.decode();
    if (data != null || isOver(end)) {
      return data;
    }
    if (!wide.sawThree() && !narrow.sawThree()) {
      return BitmapReader.pure(plane);
    }
    for (FrameStage stage : dearer) {
      data = stage.read(plane);
      if (data != null || isOver(end)) {
        return data;
      }
    }
    return null;
  }

  /** Compared as a difference: such clocks may pass the largest number. */
  private boolean isOver(long end) {
    return nanoTime.getAsLong() - end >= 0;
  }
}
