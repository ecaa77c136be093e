package io.greenqr.issue.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QrSymbolTest {
  /** Capacities of alphanumeric mode at level M, ISO/IEC 18004 table 7. */
  @ParameterizedTest
  @CsvSource({
    "20, 1",
    "21, 2",
    "221, 8",
    "222, 9",
    "262, 9",
    "263, 10",
    "311, 10",
    "312, 11",
    "1542, 26",
    "1543, 27",
    "3391, 40"
  })
  void versionIsTheSmallestThatHoldsTheText(int length, int version) throws Exception {
    String text = Texts.pass(length);

    QrSymbol symbol = QrSymbol.of(text);

    assertEquals(version, symbol.version());
    assertEquals(4 * version + 17, symbol.size());
    assertEquals(text, SymbolScan.modules(symbol).getText());
  }

  @ParameterizedTest
  @EnumSource
  void levelIsTheOneAskedFor(ErrorCorrection level) throws Exception {
    String text = Texts.pass(200);

    QrSymbol symbol = QrSymbol.builder(text).level(level).build();

    assertEquals(level, symbol.level());
    assertEquals(level.name(), SymbolScan.modules(symbol).getECLevel());
    assertEquals(text, SymbolScan.modules(symbol).getText());
  }

  @Test
  void levelIsMediumUnlessSet() throws Exception {
    assertEquals(ErrorCorrection.M, QrSymbol.of("GQ1:").level());
  }

  /** 20 alphanumeric characters fill version 1-M; in byte mode it holds 14. */
  @Test
  void passTextIsInAlphanumericMode() throws Exception {
    assertEquals(1, QrSymbol.of("GQ1:ABCDEFGHIJ $%*+-").version());
    assertEquals(2, QrSymbol.of("gq1.ABCDEFGHIJ-_-_-_").version());
  }

  /** No ECI and no FNC1 header, in byte mode either: readers of passes refuse both. */
  @ParameterizedTest
  @ValueSource(strings = {"GQ1:%%", "gq1.AbC-_", "12345", " ", "~"})
  void symbolIsPlain(String text) throws Exception {
    assertEquals(1, SymbolScan.modules(QrSymbol.of(text)).getSymbologyModifier());
    assertEquals(text, SymbolScan.modules(QrSymbol.of(text)).getText());
  }

  @Test
  void blankAtTheEndIsKept() throws Exception {
    assertEquals("GQ1:A ", SymbolScan.modules(QrSymbol.of("GQ1:A ")).getText());
  }

  @Test
  void textAboveTheAllowedVersionIsRefusedWithSizes() {
    String text = Texts.pass(263);

    SymbolTooLargeException refusal =
        assertThrows(
            SymbolTooLargeException.class, () -> QrSymbol.builder(text).maxVersion(9).build());

    assertEquals(263, refusal.characters());
    assertEquals(OptionalInt.of(10), refusal.neededVersion());
    assertEquals(9, refusal.allowedVersion());
    assertEquals(ErrorCorrection.M, refusal.level());
    assertEquals(
        "263 characters at level M need version 10 (57x57 modules),"
            + " allowed is version 9 (53x53 modules)",
        refusal.getMessage());
  }

  @Test
  void textAtTheAllowedVersionIsDrawn() throws Exception {
    assertEquals(9, QrSymbol.builder(Texts.pass(262)).maxVersion(9).build().version());
  }

  @Test
  void textThatNoVersionHoldsIsRefused() {
    String text = Texts.pass(3392);

    SymbolTooLargeException refusal =
        assertThrows(SymbolTooLargeException.class, () -> QrSymbol.of(text));

    assertEquals(OptionalInt.empty(), refusal.neededVersion());
    assertEquals("3392 characters at level M fit into no version", refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GQ1:\n", "Nguy\u1ec5n", "caf\u00e9", "\u0000", "\u007f"})
  void textOfOtherCharactersIsABugOfTheCaller(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> QrSymbol.of(text));

    assertTrue(text.isEmpty() || !String.valueOf(refusal.getMessage()).contains(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 41})
  void maxVersionHasARange(int version) {
    assertThrows(IllegalArgumentException.class, () -> QrSymbol.builder("A").maxVersion(version));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65})
  void quietZoneHasARange(int modules) {
    assertThrows(IllegalArgumentException.class, () -> QrSymbol.builder("A").quietZone(modules));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "21, 0", "0, 21"})
  void moduleOutsideTheSymbolIsABugOfTheCaller(int x, int y) throws Exception {
    QrSymbol symbol = QrSymbol.of("A");

    assertThrows(IndexOutOfBoundsException.class, () -> symbol.module(x, y));
  }

  @Test
  void finderPatternsAreInThreeCorners() throws Exception {
    QrSymbol symbol = QrSymbol.of("A");

    assertTrue(symbol.module(0, 0) && symbol.module(20, 0) && symbol.module(0, 20));
    assertFalse(symbol.module(1, 1) || symbol.module(7, 7) || symbol.module(13, 7));
  }

  @Test
  void symbolsAreValues() throws Exception {
    QrSymbol symbol = QrSymbol.of("GQ1:A");

    assertEquals(QrSymbol.of("GQ1:A"), symbol);
    assertEquals(QrSymbol.of("GQ1:A").hashCode(), symbol.hashCode());
    assertNotEquals(QrSymbol.of("GQ1:B"), symbol);
    assertNotEquals(QrSymbol.builder("GQ1:A").quietZone(0).build(), symbol);
    assertNotEquals(QrSymbol.builder("GQ1:A").level(ErrorCorrection.L).build(), symbol);
    assertEquals("QrSymbol[1-M]", symbol.toString());
  }
}
