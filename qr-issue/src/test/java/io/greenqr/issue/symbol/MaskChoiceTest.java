package io.greenqr.issue.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mask of a symbol is the one that the standard asks for, and that ZXing would choose. */
final class MaskChoiceTest {
  /** More for a long run: {@code -Dgreenqr.maskTexts=100}. */
  private static final int TEXTS = Integer.getInteger("greenqr.maskTexts", 2);

  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  static IntStream versions() {
    return IntStream.rangeClosed(1, QrSymbol.MAX_VERSION);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void symbolHasTheMaskWithTheFewestPoints(int version) throws Exception {
    Random random = new Random(version);
    for (ErrorCorrection level : ErrorCorrection.values()) {
      for (int i = 0; i < TEXTS; i++) {
        assertMask(text(version, level, random), version, level);
      }
    }
  }

  /** Runs of one character make long runs of modules, which the masks break up unequally. */
  @ParameterizedTest
  @MethodSource("versions")
  void symbolOfAMonotonousTextHasTheMaskWithTheFewestPoints(int version) throws Exception {
    for (ErrorCorrection level : ErrorCorrection.values()) {
      assertMask("A".repeat(capacity(version, level)), version, level);
    }
  }

  private static void assertMask(String text, int version, ErrorCorrection level) throws Exception {
    QrSymbol symbol = QrSymbol.builder(text).level(level).build();

    int best = bestMask(text, level);

    assertEquals(version, symbol.version());
    assertEquals(rows(masked(text, level, best).getMatrix()), rows(symbol));
    assertEquals(best, Encoder.encode(text, level.zxing()).getMaskPattern());
  }

  /** The first of those with the fewest points, each laid out by ZXing from the text. */
  private static int bestMask(String text, ErrorCorrection level) throws WriterException {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    for (int mask = 0; mask < 8; mask++) {
      int points = new StandardPenalty(rows(masked(text, level, mask).getMatrix())).points();
      if (points < fewest) {
        fewest = points;
        best = mask;
      }
    }
    return best;
  }

  private static QRCode masked(String text, ErrorCorrection level, int mask)
      throws WriterException {
    return Encoder.encode(text, level.zxing(), Map.of(EncodeHintType.QR_MASK_PATTERN, mask));
  }

  private static List<String> rows(ByteMatrix matrix) {
    return rows(matrix.getWidth(), (x, y) -> matrix.get(x, y) == 1);
  }

  private static List<String> rows(QrSymbol symbol) {
    return rows(symbol.size(), symbol::module);
  }

  private interface Modules {
    boolean isDark(int x, int y);
  }

  private static List<String> rows(int size, Modules modules) {
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < size; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < size; x++) {
        row.append(modules.isDark(x, y) ? '#' : '.');
      }
      rows.add(row.toString());
    }
    return rows;
  }

  /** Random characters of one mode, of any length that needs this version. */
  private static String text(int version, ErrorCorrection level, Random random) {
    int longest = capacity(version, level);
    int tooShort = version == 1 ? 1 : capacity(version - 1, level);
    int length = tooShort + 1 + random.nextInt(longest - tooShort);
    StringBuilder text = new StringBuilder("A");
    while (text.length() < length) {
      text.append(ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length())));
    }
    return text.toString();
  }

  /** Characters that a version holds in alphanumeric mode, ISO/IEC 18004 section 7.4.4. */
  private static int capacity(int version, ErrorCorrection level) {
    Version zxing = Version.getVersionForNumber(version);
    int codewords =
        zxing.getTotalCodewords() - zxing.getECBlocksForLevel(level.zxing()).getTotalECCodewords();
    int bits = 8 * codewords - 4 - (version < 10 ? 9 : version < 27 ? 11 : 13);
    return bits / 11 * 2 + (bits % 11 >= 6 ? 1 : 0);
  }
}
