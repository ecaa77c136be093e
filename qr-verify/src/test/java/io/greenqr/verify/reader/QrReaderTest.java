package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QrReaderTest {
  private final QrReader reader = QrReader.create();

  @ParameterizedTest
  @ValueSource(ints = {4, 20, 217, 229, 250, 304})
  void textOfAPassIsReadFromEveryKindOfPicture(int length) {
    String text = Pictures.passText(length, length);
    BitMatrix symbol = Pictures.symbol(text, ErrorCorrectionLevel.M);

    assertText(text, reader.read(Pictures.plane(symbol, 3)));
    assertText(text, reader.read(Pictures.padded(symbol, 3, 5)));
    assertText(text, reader.read(Pictures.bits(symbol, 3, 4)));
    assertText(text, reader.read(Pictures.bits(symbol, 1, 4)));
    assertText(text, reader.read(Pictures.bits(symbol, 1, 0)));
  }

  /** Not at 45 degrees: there ZXing measures the modules along their diagonals, and often wrong. */
  @ParameterizedTest
  @ValueSource(ints = {0, 15, 30, 60, 90, 120, 180, 270, 340})
  void turnedSymbolIsRead(int degrees) {
    String text = Pictures.passText(250, degrees);
    BitMatrix symbol = Pictures.symbol(text, ErrorCorrectionLevel.M);

    assertText(text, reader.read(Pictures.turned(symbol, degrees, 5)));
  }

  /** A camera that faces the person may deliver its frames mirrored. */
  @Test
  void mirroredSymbolIsRead() {
    String text = Pictures.passText(250, 1);
    BitMatrix symbol = Pictures.symbol(text, ErrorCorrectionLevel.M);
    BitMatrix mirrored = new BitMatrix(symbol.getWidth());
    for (int y = 0; y < symbol.getHeight(); y++) {
      for (int x = 0; x < symbol.getWidth(); x++) {
        if (symbol.get(x, y)) {
          mirrored.set(symbol.getWidth() - 1 - x, y);
        }
      }
    }

    assertText(text, reader.read(Pictures.plane(mirrored, 4)));
  }

  /** At one pixel a module only the pure path reads; at more, about one clean picture in fifty. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8})
  void everyCleanPictureIsRead(int pixelsPerModule) {
    for (int seed = 0; seed < 100; seed++) {
      String text = Pictures.passText(120 + 2 * seed, seed);
      BitMatrix symbol = Pictures.symbol(text, ErrorCorrectionLevel.M);

      assertText(text, reader.read(Pictures.plane(symbol, pixelsPerModule)));
      assertText(text, reader.read(Pictures.bits(symbol, pixelsPerModule, 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" GQ1:A ", "gq1.AbC-_", "%", "GQ1:A%B%%C", "\\000026", "]Q1GQ1:A", "~"})
  void textIsReturnedAsItStands(String text) {
    assertText(text, reader.read(Pictures.plane(HandmadeSymbol.of(new Segments().bytes(text)), 4)));
    BitMatrix drawn = Pictures.symbol(text, ErrorCorrectionLevel.M);
    assertText(text, reader.read(Pictures.plane(drawn, 4)));
  }

  @Test
  void segmentsOfSeveralModesAreOneText() {
    Segments segments = new Segments().alphanumeric("GQ1:").bytes("ab").alphanumeric("0 %");

    assertText("GQ1:ab0 %", readHandmade(segments));
  }

  @Test
  void symbolWithoutSegmentsIsAnEmptyText() {
    assertText("", readHandmade(new Segments()));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            Refusal.STRUCTURED_APPEND,
            new Segments().structuredAppend(0, 2, 0x55).alphanumeric("GQ1:A")),
        Arguments.of(
            Refusal.STRUCTURED_APPEND,
            new Segments().structuredAppend(0, 1, 0).alphanumeric("GQ1:A")),
        Arguments.of(
            Refusal.STRUCTURED_APPEND,
            new Segments().alphanumeric("GQ1:A").structuredAppend(15, 16, 0xFF)),
        Arguments.of(
            Refusal.STRUCTURED_APPEND,
            new Segments().structuredAppend(0, 2, 1).eci(26).bytes("GQ1:A")),
        Arguments.of(Refusal.ECI, new Segments().eci(26).bytes("GQ1:A")),
        Arguments.of(Refusal.ECI, new Segments().eci(3).bytes("GQ1:A")),
        Arguments.of(Refusal.ECI, new Segments().eci(27).alphanumeric("GQ1:A")),
        Arguments.of(Refusal.ECI, new Segments().eci(170).bytes("GQ1:A")),
        Arguments.of(Refusal.ECI, new Segments().alphanumeric("GQ1:A").eci(26)),
        Arguments.of(Refusal.ECI, new Segments().fnc1First().eci(26).bytes("GQ1:A")),
        Arguments.of(Refusal.FNC1, new Segments().fnc1First().alphanumeric("GQ1:A%B")),
        Arguments.of(Refusal.FNC1, new Segments().fnc1First().bytes("GQ1:A")),
        Arguments.of(Refusal.FNC1, new Segments().alphanumeric("GQ1:A%B").fnc1First()),
        Arguments.of(Refusal.NOT_TEXT, new Segments().bytes("Nguy\u1ec5n")),
        Arguments.of(Refusal.NOT_TEXT, new Segments().bytes(new byte[] {'G', (byte) 0xE9})),
        Arguments.of(
            Refusal.NOT_TEXT,
            new Segments().bytes(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'G', 0, 'Q'})),
        Arguments.of(Refusal.NOT_TEXT, new Segments().bytes("GQ1:A\r\n")),
        Arguments.of(Refusal.NOT_TEXT, new Segments().bytes("GQ1:\u0000")),
        Arguments.of(Refusal.NOT_TEXT, new Segments().bytes("GQ1:\u007f")),
        Arguments.of(Refusal.NOT_TEXT, new Segments().alphanumeric("GQ1:").kanji(0x1F)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void symbolThatIsNotOnePlainTextIsRefused(Refusal refusal, Segments segments) {
    BitMatrix symbol = HandmadeSymbol.of(segments);

    assertRefused(refusal, reader.read(Pictures.plane(symbol, 4)));
    assertRefused(refusal, reader.read(Pictures.bits(symbol, 1, 0)));
  }

  /** As ZXing's own encoder writes them. */
  @Test
  void drawnEciAndFnc1AreRefused() {
    BitMatrix eci = Pictures.symbol("gq1.a", Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
    BitMatrix gs1 = Pictures.symbol("GQ1:A%B", Map.of(EncodeHintType.GS1_FORMAT, true));

    assertRefused(Refusal.ECI, reader.read(Pictures.plane(eci, 4)));
    assertRefused(Refusal.FNC1, reader.read(Pictures.plane(gs1, 4)));
  }

  static Stream<Segments> unreadable() {
    return Stream.of(
        new Segments().eci(899).bytes("GQ1:A"),
        new Segments().eci(999_999).bytes("GQ1:A"),
        new Segments().fnc1Second(37).alphanumeric("GQ1:A"),
        new Segments().alphanumeric("GQ1:A").raw(0b0110, 4),
        new Segments().raw(0b0010, 4).raw(511, 9),
        new Segments().raw(0b0010, 4).raw(2, 9).raw(2047, 11));
  }

  /** ZXing does not tell these from a damaged symbol. What counts is that no text comes out. */
  @ParameterizedTest
  @MethodSource("unreadable")
  void symbolThatZxingCannotReadToTheEndIsNothing(Segments segments) {
    assertInstanceOf(QrReading.Nothing.class, readHandmade(segments));
  }

  /**
   * A Hanzi header of an unknown subset is skipped without a word. What comes out is still the
   * whole of the other segments, in order.
   */
  @Test
  void unknownHanziSubsetIsSkipped() {
    Segments segments = new Segments().alphanumeric("GQ1:").hanziHeader(0, 9).alphanumeric("AB");

    assertText("GQ1:AB", readHandmade(segments));
  }

  @Test
  void textUpToTheLimitIsReadAndNotBeyond() {
    String most = Pictures.passText(QrReader.MAX_TEXT_CHARS, 1);
    String digits = String.join("", Collections.nCopies(QrReader.MAX_TEXT_CHARS, "7"));

    assertText(most, readLarge(most));
    assertText(digits, readLarge(digits));
    assertRefused(Refusal.TOO_LONG, readLarge(digits + "7"));
    assertRefused(Refusal.TOO_LONG, readLarge(String.join("", Collections.nCopies(7089, "1"))));
  }

  @Test
  void cropLimitsWhatIsSeen() {
    LuminancePlane frame = Pictures.turned(Pictures.symbol("GQ1:A", ErrorCorrectionLevel.M), 0, 4);

    assertText("GQ1:A", reader.read(frame.crop(240, 160, 160, 160)));
    assertInstanceOf(QrReading.Nothing.class, reader.read(frame.crop(0, 0, 200, 480)));
  }

  @Test
  void oneReaderServesSeveralThreads() {
    List<String> texts = new ArrayList<>();
    for (int seed = 0; seed < 64; seed++) {
      texts.add(Pictures.passText(200, seed));
    }

    List<String> read =
        texts.parallelStream()
            .map(text -> Pictures.plane(Pictures.symbol(text, ErrorCorrectionLevel.M), 2))
            .map(plane -> assertInstanceOf(QrReading.Text.class, reader.read(plane)).text())
            .toList();

    assertEquals(texts, read);
  }

  @Test
  void readingsAreValuesThatShowNoText() {
    QrReading reading = readHandmade(new Segments().alphanumeric("GQ1:SECRET"));

    assertEquals(readHandmade(new Segments().bytes("GQ1:SECRET")), reading);
    assertEquals(readHandmade(new Segments().bytes("GQ1:SECRET")).hashCode(), reading.hashCode());
    assertFalse(reading.equals(readHandmade(new Segments().bytes("GQ1:OTHER"))));
    assertEquals("Text[10 characters]", reading.toString());
    assertEquals("Refused[ECI]", readHandmade(new Segments().eci(26)).toString());
  }

  private QrReading readHandmade(Segments segments) {
    return reader.read(Pictures.plane(HandmadeSymbol.of(segments), 4));
  }

  private QrReading readLarge(String text) {
    return reader.read(Pictures.bits(Pictures.symbol(text, ErrorCorrectionLevel.L), 1, 4));
  }

  private static void assertText(String expected, QrReading reading) {
    assertEquals(expected, assertInstanceOf(QrReading.Text.class, reading).text());
  }

  private static void assertRefused(Refusal expected, QrReading reading) {
    assertEquals(expected, assertInstanceOf(QrReading.Refused.class, reading).refusal());
  }
}
