package io.greenqr.verify.internal.frame;

import org.jspecify.annotations.Nullable;

/** One way to find and decode a symbol in a frame. Safe for use by several threads. */
public interface FrameStage {
  /** The content of the first symbol that can be decoded, or null. */
  @Nullable SymbolData read(GreyPlane plane);
}
