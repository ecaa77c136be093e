package io.greenqr.issue.symbol;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * How much of a symbol may be lost and restored (ISO/IEC 18004 section 7.5.1). A higher level needs
 * more modules: on the same piece of paper each of them is smaller, and a camera sees it worse.
 */
public enum ErrorCorrection {
  /** About 7 % of the codewords. */
  L(ErrorCorrectionLevel.L),
  /** About 15 % of the codewords. */
  M(ErrorCorrectionLevel.M),
  /** About 25 % of the codewords. */
  Q(ErrorCorrectionLevel.Q),
  /** About 30 % of the codewords. */
  H(ErrorCorrectionLevel.H);

  private final ErrorCorrectionLevel zxing;

  ErrorCorrection(ErrorCorrectionLevel zxing) {
    this.zxing = zxing;
  }

  ErrorCorrectionLevel zxing() {
    return zxing;
  }
}
