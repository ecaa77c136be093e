package io.greenqr.format.internal.text;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    Base64Url.encode(bytes, out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "f, Zg",
    "fo, Zm8",
    "foo, Zm9v",
    "foob, Zm9vYg",
    "fooba, Zm9vYmE",
    "foobar, Zm9vYmFy"
  })
  void agreesWithTheExamplesOfTheRfcWithoutPadding(String plain, String encoded)
      throws FormatException {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertEquals(encoded, encode(bytes));
    assertArrayEquals(bytes, Base64Url.decode(encoded, 0));
  }

  @Test
  void roundTripsEveryStringOfOneAndTwoBytes() throws FormatException {
    for (int i = 0; i < 1 << 8; i++) {
      byte[] bytes = {(byte) i};
      assertArrayEquals(bytes, Base64Url.decode(encode(bytes), 0));
    }
    for (int i = 0; i < 1 << 16; i++) {
      byte[] bytes = {(byte) (i >> 8), (byte) i};
      assertArrayEquals(bytes, Base64Url.decode(encode(bytes), 0));
    }
  }

  @Test
  void agreesWithThePlatformOnLongStrings() throws FormatException {
    Random random = new Random(6);
    for (int length = 3; length <= 1024; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      assertArrayEquals(bytes, Base64Url.decode("gq1." + text, 4));
      assertEquals(text, encode(bytes));
    }
  }

  /** Of all texts of two and three characters 1 in 16 and 1 in 4 have their unused bits zero. */
  @Test
  void decodesOfAllShortTextsOnlyThoseThatEncodingProduces() throws FormatException {
    int two = 0;
    int three = 0;
    for (int i = 0; i < 64 * 64; i++) {
      String text = "" + ALPHABET.charAt(i % 64) + ALPHABET.charAt(i / 64);
      two += decodes(text) ? 1 : 0;
      for (int k = 0; k < 64; k++) {
        three += decodes(text + ALPHABET.charAt(k)) ? 1 : 0;
      }
    }
    assertEquals(256, two);
    assertEquals(65536, three);
  }

  private static boolean decodes(String text) {
    try {
      assertEquals(text, encode(Base64Url.decode(text, 0)));
      return true;
    } catch (FormatException e) {
      assertEquals(FormatFault.TEXT_VALUE, e.fault());
      assertEquals(text.length() - 1, e.offset());
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',     0, TEXT_LENGTH, 0",
    "Z,      0, TEXT_LENGTH, 1",
    "Zm9vY,  0, TEXT_LENGTH, 5",
    "gq1.,   4, TEXT_LENGTH, 4",
    "Zh,     0, TEXT_VALUE,  1",
    "Zm9,    0, TEXT_VALUE,  2",
    "Zm9vYh, 0, TEXT_VALUE,  5",
    "Zg==,   0, TEXT_CHARACTER, 2",
    "Zm8=,   0, TEXT_CHARACTER, 3",
    "Zm+v,   0, TEXT_CHARACTER, 2",
    "Zm/v,   0, TEXT_CHARACTER, 2",
  })
  void reportsWhatIsWrongAndWhere(String text, int from, FormatFault fault, int offset) {
    assertFault(fault, offset, () -> Base64Url.decode(text, from));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\0', '\t', '\n', '\r', ' ', '+', '/', '=', '.', '@', '[', '`', '{', 0x7f, 0x80, 0xa0,
        0x130, 0x131, 0x17f, 0x212a, 0x2212, 0xd83d, 0xfeff, 0xff10, 0xff21
      })
  void rejectsCharactersOutsideTheAlphabet(char c) {
    assertFault(FormatFault.TEXT_CHARACTER, 0, () -> Base64Url.decode(c + "g", 0));
    assertFault(FormatFault.TEXT_CHARACTER, 1, () -> Base64Url.decode("Z" + c, 0));
    assertFault(FormatFault.TEXT_CHARACTER, 4, () -> Base64Url.decode("Zm9v" + c + "A", 0));
  }
}
