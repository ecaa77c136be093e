package io.greenqr.issue.symbol;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The eight masks of a version, each as the modules that it makes different from mask 0.
 *
 * <p>They are the same for every text and level: a mask is added to the data modulo 2, and the
 * format information, which names mask and level, is a linear code (ISO/IEC 18004 sections 7.8 and
 * 7.9). So one symbol that ZXing made with mask 0 becomes those with the others without ZXing,
 * which would lay out each of them anew and count its points module by module.
 */
final class VersionMasks {
  /** The mask that others are the difference to. */
  static final int BASE = 0;

  /** By version; made when a version is first used, which may happen on two threads. */
  private static final AtomicReferenceArray<VersionMasks> KNOWN =
      new AtomicReferenceArray<>(QrSymbol.MAX_VERSION + 1);

  private final ModuleGrid[] differences = new ModuleGrid[QRCode.NUM_MASK_PATTERNS];
  private final ModuleGrid[] turned = new ModuleGrid[QRCode.NUM_MASK_PATTERNS];

  private VersionMasks(int version) {
    ModuleGrid base = anySymbol(version, BASE);
    for (int mask = 0; mask < differences.length; mask++) {
      differences[mask] = base.xor(anySymbol(version, mask));
      turned[mask] = differences[mask].transposed();
    }
  }

  private static ModuleGrid anySymbol(int version, int mask) {
    Map<EncodeHintType, Object> hints =
        Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.QR_MASK_PATTERN, mask);
    try {
      return ModuleGrid.of(Encoder.encode("0", ErrorCorrectionLevel.L, hints).getMatrix());
    } catch (WriterException e) {
      throw new IllegalStateException("every version holds a digit", e);
    }
  }

  static VersionMasks of(int version) {
    VersionMasks known = KNOWN.get(version);
    if (known == null) {
      known = new VersionMasks(version);
      KNOWN.set(version, known);
    }
    return known;
  }

  /** The symbol with the best mask, the first of several; {@code base} has mask 0. */
  ModuleGrid best(ModuleGrid base) {
    ModuleGrid baseTurned = base.transposed();
    ModuleGrid best = base;
    int fewest = Integer.MAX_VALUE;
    for (int mask = 0; mask < differences.length; mask++) {
      ModuleGrid symbol = base.xor(differences[mask]);
      int points = MaskPenalty.of(symbol, baseTurned.xor(turned[mask]));
      if (points < fewest) {
        fewest = points;
        best = symbol;
      }
    }
    return best;
  }
}
