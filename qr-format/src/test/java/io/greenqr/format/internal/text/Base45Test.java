package io.greenqr.format.internal.text;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    Base45.encode(bytes, out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
  void agreesWithTheExamplesOfTheRfc(String plain, String encoded) throws FormatException {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertEquals(encoded, encode(bytes));
    assertArrayEquals(bytes, Base45.decode(encoded, 0));
  }

  @Test
  void roundTripsEveryStringOfOneAndTwoBytes() throws FormatException {
    for (int i = 0; i < 1 << 8; i++) {
      byte[] bytes = {(byte) i};
      assertArrayEquals(bytes, Base45.decode(encode(bytes), 0));
    }
    for (int i = 0; i < 1 << 16; i++) {
      byte[] bytes = {(byte) (i >> 8), (byte) i};
      assertArrayEquals(bytes, Base45.decode(encode(bytes), 0));
    }
  }

  @Test
  void roundTripsLongStringsOfBothParities() throws FormatException {
    Random random = new Random(5);
    for (int length = 3; length <= 1024; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertArrayEquals(bytes, Base45.decode("GQ1:" + encode(bytes), 4));
    }
  }

  /** One byte string, one text: 256 of two characters and 65536 of three, and nothing else. */
  @Test
  void decodesOfAllShortTextsOnlyThoseThatEncodingProduces() throws FormatException {
    int two = 0;
    int three = 0;
    for (int i = 0; i < 45 * 45; i++) {
      String text = "" + ALPHABET.charAt(i % 45) + ALPHABET.charAt(i / 45);
      two += decodes(text) ? 1 : 0;
      for (int k = 0; k < 45; k++) {
        three += decodes(text + ALPHABET.charAt(k)) ? 1 : 0;
      }
    }
    assertEquals(256, two);
    assertEquals(65536, three);
  }

  private static boolean decodes(String text) {
    try {
      assertEquals(text, encode(Base45.decode(text, 0)));
      return true;
    } catch (FormatException e) {
      assertEquals(FormatFault.TEXT_VALUE, e.fault());
      assertEquals(0, e.offset());
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',       0, TEXT_LENGTH, 0",
    "A,        0, TEXT_LENGTH, 1",
    "BB8A,     0, TEXT_LENGTH, 4",
    "GQ1:,     4, TEXT_LENGTH, 4",
    "GQ1:A,    4, TEXT_LENGTH, 5",
    "GGW,      0, TEXT_VALUE,  0",
    "BB8GGW,   0, TEXT_VALUE,  3",
    ":::,      0, TEXT_VALUE,  0",
    "V5,       0, TEXT_VALUE,  0",
    "BB8V5,    0, TEXT_VALUE,  3",
    "bb8,      0, TEXT_CHARACTER, 0",
    "BB8B=8,   0, TEXT_CHARACTER, 4",
    "BB8B_,    0, TEXT_CHARACTER, 4",
    "_::,      0, TEXT_CHARACTER, 0",
    ":_:,      0, TEXT_CHARACTER, 1",
    "::_,      0, TEXT_CHARACTER, 2",
    "BB8_:,    0, TEXT_CHARACTER, 3",
    "BB8:_,    0, TEXT_CHARACTER, 4",
    "BB8:::_A, 0, TEXT_VALUE,  3",
  })
  void reportsWhatIsWrongAndWhere(String text, int from, FormatFault fault, int offset) {
    assertFault(fault, offset, () -> Base45.decode(text, from));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '\0', '\t', '\n', '\r', '!', '"', '#', '&', ',', ';', '@', '[', '~', 0x7f, 0x80, 0xa0,
        0x130, 0x131, 0x17f, 0x212a, 0x2212, 0x3000, 0xd83d, 0xfeff, 0xff10, 0xff21
      })
  void rejectsCharactersOutsideTheAlphabet(char c) {
    assertFault(FormatFault.TEXT_CHARACTER, 0, () -> Base45.decode(c + "B8", 0));
    assertFault(FormatFault.TEXT_CHARACTER, 2, () -> Base45.decode("BB" + c, 0));
    assertFault(FormatFault.TEXT_CHARACTER, 4, () -> Base45.decode("BB80" + c, 0));
  }
}
