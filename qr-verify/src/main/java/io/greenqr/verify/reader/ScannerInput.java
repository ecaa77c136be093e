package io.greenqr.verify.reader;

/**
 * What a hardware scanner typed or sent, made into the text of the symbol again.
 *
 * <p>This is the one place where anything is taken off a text. Everything behind it compares texts
 * exactly, so whatever is left here fails there, and is seen.
 */
public final class ScannerInput {
  private static final String PLAIN_QR = "]Q1";

  private ScannerInput() {}

  /**
   * Takes off what scanners add: at most one symbology identifier before the text, and at most one
   * terminator after it.
   *
   * <p>The identifier (ISO/IEC 15424, on request by AIM ID settings) is taken off only when it is
   * {@code ]Q1}, a plain QR Code. {@code ]Q0} is the withdrawn Model 1; {@code ]Q2} to {@code ]Q6}
   * announce ECI or FNC1, where the scanner doubles backslashes or sends a percent sign as a
   * control character: what follows is not the text of a pass, and the identifier must stay so that
   * it is refused. Identifiers of other symbologies stay for the same reason.
   *
   * <p>The terminator is CR LF, CR (the Enter key of a keyboard wedge), LF or Tab: the choices in
   * scanner menus. Blanks stay at either end, because the blank is a digit of Base45 and a text may
   * end with it; nothing between the ends is touched, because a character lost there is a fault of
   * the scanner or its keyboard layout that has to be repaired, not guessed.
   *
   * @param received what arrived between two scans
   * @return {@code received} without the additions; itself if there were none
   */
  public static String clean(String received) {
    int start = received.startsWith(PLAIN_QR) ? PLAIN_QR.length() : 0;
    return received.substring(start, received.length() - terminatorLength(received));
  }

  private static int terminatorLength(String received) {
    if (received.endsWith("\r\n")) {
      return 2;
    }
    return received.endsWith("\r") || received.endsWith("\n") || received.endsWith("\t") ? 1 : 0;
  }
}
