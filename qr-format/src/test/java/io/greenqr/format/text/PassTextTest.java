package io.greenqr.format.text;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Allocation;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassTextTest {
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void roundTripsEveryLengthOfAPass(PassText form) throws FormatException {
    for (int length = 1; length <= FormatLimits.MAX_PASS_BYTES; length++) {
      byte[] bytes = bytes(length);
      String text = form.encode(bytes);
      assertTrue(text.startsWith(form.prefix()));
      assertEquals(Optional.of(form), PassText.of(text));
      assertArrayEquals(bytes, form.decode(text));
      assertArrayEquals(bytes, PassText.decodeAny(text));
    }
  }

  @ParameterizedTest
  @EnumSource
  void encodesNeitherNothingNorMoreThanAPass(PassText form) {
    assertThrows(IllegalArgumentException.class, () -> form.encode(new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> form.encode(new byte[1025]));
  }

  @Test
  void rejectsTheTextOfOneByteTooMany() {
    // 1,024 bytes are 512 groups of three; two characters more are the byte number 1,025.
    String qr = PassText.QR.encode(new byte[1024]) + "00";
    assertFault(FormatFault.BYTES_TOO_LONG, 1024, () -> PassText.decodeAny(qr));
    // 1,023 bytes are 341 groups of four; three more characters carry two bytes.
    String sms = PassText.SMS.encode(new byte[1023]) + "AAA";
    assertFault(FormatFault.BYTES_TOO_LONG, 1024, () -> PassText.decodeAny(sms));
  }

  @ParameterizedTest
  @EnumSource
  void looksAtNoCharacterOfATextBeyondTheLargestSymbol(PassText form) {
    String full = form.prefix() + "!".repeat(4296 - 4);
    assertEquals(4296, full.length());
    FormatException atLimit = assertThrows(FormatException.class, () -> PassText.decodeAny(full));
    assertEquals(FormatFault.Layer.TEXT_ENCODING, atLimit.fault().layer());
    assertFault(FormatFault.TEXT_TOO_LONG, 4296, () -> PassText.decodeAny(full + "0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GQ1:", "gq1.", "", "?"})
  void takesFewBytesOfMemoryForAHugeText(String prefix) throws Throwable {
    String huge = prefix + "0".repeat(1 << 20);
    assertFault(FormatFault.TEXT_TOO_LONG, () -> PassText.decodeAny(huge));
    long allocated =
        Allocation.of(() -> assertThrows(FormatException.class, () -> PassText.decodeAny(huge)));
    assertTrue(allocated < 64 * 1024, () -> allocated + " bytes allocated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "G",
        "GQ1",
        "GQ1.",
        "gq1:",
        "gq1",
        "Gq1:",
        "gQ1:BB8",
        "GQ2:BB8",
        "GQ1;BB8",
        " GQ1:BB8",
        "\nGQ1:BB8",
        "\ufeffGQ1:BB8",
        "GQ\u0661:BB8",
        "ＧＱ１：BB8",
        "HC1:BB8",
        "shc:/56",
        "]Q1GQ1:BB8",
        "https://x/#GQ1:BB8",
        "GQ 1:BB8",
        "GQ1 :BB8"
      })
  void rejectsEveryOtherPrefix(String text) {
    assertEquals(Optional.empty(), PassText.of(text));
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> PassText.decodeAny(text));
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> PassText.QR.decode(text));
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> PassText.SMS.decode(text));
  }

  @Test
  void readsAFormOnlyByItsOwnPrefix() {
    String qr = PassText.QR.encode(new byte[] {1, 2, 3});
    String sms = PassText.SMS.encode(new byte[] {1, 2, 3});
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> PassText.SMS.decode(qr));
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> PassText.QR.decode(sms));
  }

  /** Scanners type CR LF behind a text: that is for an adapter to remove, or two texts are one. */
  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\t", "\0", "\u00a0", "=", "\u200b"})
  void rejectsWhatFollowsTheText(String tail) {
    for (PassText form : PassText.values()) {
      String text = form.encode(bytes(9)) + tail;
      FormatException e = assertThrows(FormatException.class, () -> PassText.decodeAny(text));
      assertEquals(FormatFault.Layer.TEXT_ENCODING, e.fault().layer());
    }
  }

  @Test
  void everyCharacterIsCheapInItsMedium() {
    String alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    PassText.QR.encode(bytes(1024)).chars().forEach(c -> assertTrue(alphanumeric.indexOf(c) >= 0));
    // GSM 03.38 basic table: no character of its extension table, which takes two septets.
    PassText.SMS
        .encode(bytes(1024))
        .chars()
        .forEach(c -> assertTrue(Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
  }
}
