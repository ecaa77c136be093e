package io.greenqr.format.internal.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.Bytes;
import io.greenqr.format.CborGenerator;
import io.greenqr.format.Exhaustive;
import io.greenqr.format.fault.FormatException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The cursor accepts exactly what CBOR-Java reads as, and writes back to, the same bytes. */
class CborCursorOracleTest {
  private static final int[] TELLING = {
    0x00, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1f, 0x20, 0x38, 0x40, 0x41, 0x58, 0x5f, 0x60, 0x61, 0x62,
    0x78, 0x80, 0x81, 0x82, 0x98, 0x9f, 0xa0, 0xa1, 0xa2, 0xb8, 0xbf, 0xc0, 0xd2, 0xd8, 0xe0, 0xf4,
    0xf6, 0xf7, 0xf8, 0xf9, 0xfb, 0xff, 0xcc, 0x81, 0xc3
  };

  private static boolean cursorAccepts(byte[] bytes) {
    try {
      CborCursor cursor = new CborCursor(bytes);
      cursor.skip();
      // requireEnd() without its exception, of which there would be millions.
      return cursor.position() == bytes.length;
    } catch (FormatException e) {
      return false;
    }
  }

  @Test
  void agreesOnAllStringsOfUpToTwoBytes() {
    assertEquals(CborOracle.accepts(new byte[0]), cursorAccepts(new byte[0]));
    for (int i = 0; i < 1 << 8; i++) {
      assertAgreement(new byte[] {(byte) i});
    }
    for (int i = 0; i < 1 << 16; i++) {
      assertAgreement(new byte[] {(byte) (i >> 8), (byte) i});
    }
  }

  private static boolean assertAgreement(byte[] bytes) {
    boolean accepted = cursorAccepts(bytes);
    if (CborOracle.accepts(bytes) != accepted) {
      fail((accepted ? "accepted " : "rejected ") + HexFormat.of().formatHex(bytes));
    }
    return accepted;
  }

  /**
   * Of 2^24 strings the ones accepted are those that CBOR-Java writes for an item; decoding all of
   * them with it takes a minute.
   */
  @Test
  void acceptsOfAllStringsOfThreeBytesThoseThatCborJavaWrites() throws InterruptedException {
    BitSet written = new BitSet(1 << 24);
    for (CBORObject item : itemsOfUpToThreeBytes()) {
      byte[] bytes = CborOracle.encode(item);
      if (bytes.length == 3) {
        assertTrue(CborOracle.accepts(bytes));
        written.set((bytes[0] & 0xff) << 16 | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff));
      }
    }
    BitSet accepted = new BitSet(1 << 24);
    // A thread of its own: filling in a stack trace costs by its depth, and JUnit's is deep.
    Thread thread =
        new Thread(
            () -> {
              for (int first = 0; first < 1 << 8; first++) {
                // A head that rejects all that follows it, which few endings are enough to show.
                boolean decides = !starts(first, 0x00, 0x00) && !starts(first, 'A', 'B');
                int step = Exhaustive.step(decides);
                for (int rest = 0; rest < 1 << 16; rest += step) {
                  byte[] bytes = {(byte) first, (byte) (rest >> 8), (byte) rest};
                  accepted.set(first << 16 | rest, cursorAccepts(bytes));
                }
              }
            });
    thread.start();
    thread.join();
    assertTrue(accepted.cardinality() > 200_000);
    accepted.xor(written);
    assertEquals(
        "{}", accepted.toString().substring(0, Math.min(100, accepted.toString().length())));
  }

  /** Whether an item starts the three bytes, be it shorter than they are. */
  private static boolean starts(int... values) {
    try {
      new CborCursor(new byte[] {(byte) values[0], (byte) values[1], (byte) values[2]}).skip();
      return true;
    } catch (FormatException e) {
      return false;
    }
  }

  private static List<CBORObject> itemsOfUpToThreeBytes() {
    List<CBORObject> one = new ArrayList<>();
    List<CBORObject> two = new ArrayList<>();
    List<CBORObject> all = new ArrayList<>();
    for (int i = -65536; i < 65536; i++) {
      CBORObject item = CBORObject.FromObject(i);
      (i >= -24 && i < 24 ? one : i >= -256 && i < 256 ? two : all).add(item);
    }
    one.addAll(List.of(CBORObject.False, CBORObject.True, CBORObject.Null));
    one.add(CBORObject.FromObject(new byte[0]));
    one.add(CBORObject.FromObject(""));
    one.add(CBORObject.NewArray());
    one.add(CBORObject.NewMap());
    for (int i = 0; i < 256; i++) {
      two.add(CBORObject.FromObject(new byte[] {(byte) i}));
    }
    for (int i = 0; i < 1 << 16; i++) {
      all.add(CBORObject.FromObject(new byte[] {(byte) (i >> 8), (byte) i}));
    }
    for (char c = 0; c < 0x80; c++) {
      two.add(CBORObject.FromObject(String.valueOf(c)));
      for (char d = 0; d < 0x80; d++) {
        all.add(CBORObject.FromObject("" + c + d));
      }
    }
    for (char c = 0x80; c < 0x800; c++) {
      if (Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFC)) {
        all.add(CBORObject.FromObject(String.valueOf(c)));
      }
    }
    for (CBORObject item : List.copyOf(one)) {
      two.add(CBORObject.NewArray().Add(item));
      for (CBORObject other : one) {
        all.add(CBORObject.NewArray().Add(item).Add(other));
        all.add(CBORObject.NewMap().Add(item, other));
      }
    }
    two.forEach(item -> all.add(CBORObject.NewArray().Add(item)));
    all.addAll(one);
    all.addAll(two);
    return all;
  }

  @Test
  void agreesOnGeneratedItemsAndTheirMutations() {
    Random random = new Random(1);
    CborGenerator generator = new CborGenerator(random);
    int acceptedMutations = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] item = generator.item(8);
      assertTrue(assertAgreement(item), () -> HexFormat.of().formatHex(item));
      byte[] mutated = item;
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        mutated = mutated(mutated, random);
        acceptedMutations += assertAgreement(mutated) ? 1 : 0;
      }
    }
    assertTrue(acceptedMutations > 5_000, "mutations must not all be rejected");
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) telling(random)};
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> Bytes.flipped(bytes, 8 * at + random.nextInt(8));
      case 1 -> Bytes.without(bytes, at);
      case 2 -> Bytes.inserted(bytes, at, telling(random));
      case 3 -> Bytes.inserted(Bytes.without(bytes, at), at, telling(random));
      default -> Bytes.inserted(Bytes.without(bytes, at), at, bytes[random.nextInt(bytes.length)]);
    };
  }

  private static int telling(Random random) {
    return TELLING[random.nextInt(TELLING.length)];
  }

  @Test
  void agreesOnRandomStringsOfTellingBytes() {
    Random random = new Random(2);
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[4 + random.nextInt(12)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : telling(random));
      }
      accepted += assertAgreement(bytes) ? 1 : 0;
    }
    assertTrue(accepted > 300, accepted + " accepted");
  }

  @Test
  void agreesOnTextsOfMarksAndLetters() {
    Random random = new Random(3);
    int[] points = {
      'a', 'e', 'q', 0xea, 0x1eb7, 0x300, 0x301, 0x303, 0x309, 0x323, 0x327, 0x31b, 0x345, 0x1100,
      0x1161, 0x11a8, 0xac00, 0x212b, 0x958, 0x17d2, 0x1f637, 0x64b, 0x651, 0x34f, 0x200d
    };
    int accepted = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 1 + random.nextInt(5); left > 0; left--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
      byte[] item = Bytes.concat(CborGenerator.head(3, content.length), content);
      accepted += assertAgreement(item) ? 1 : 0;
    }
    assertTrue(accepted > 5_000 && accepted < 45_000, accepted + " accepted");
  }
}
