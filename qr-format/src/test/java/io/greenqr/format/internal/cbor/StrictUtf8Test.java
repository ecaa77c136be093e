package io.greenqr.format.internal.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.greenqr.format.Exhaustive;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The text of the cursor against the decoder and the normalizer of the platform. */
class StrictUtf8Test {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer chars = CharBuffer.allocate(8);
  private int accepted;

  /** Reads {@code item}, a text string with its head, both ways. */
  private void assertAgreement(byte[] item) {
    String text;
    FormatFault fault = null;
    try {
      text = new CborCursor(item).readText();
    } catch (FormatException e) {
      fault = e.fault();
      text = "";
    }
    chars.clear();
    decoder.reset();
    boolean wellFormed =
        !decoder.decode(ByteBuffer.wrap(item, 1, item.length - 1), chars, true).isError();
    String expected = chars.flip().toString();
    boolean agrees =
        !wellFormed
            ? fault == FormatFault.CBOR_UTF8
            : Normalizer.isNormalized(expected, Normalizer.Form.NFC)
                ? fault == null && text.equals(expected)
                : fault == FormatFault.CBOR_NOT_NFC;
    if (!agrees) {
      fail(HexFormat.of().formatHex(item) + " gives " + (fault == null ? "a text" : fault));
    }
    accepted += fault == null ? 1 : 0;
  }

  private static byte[] item(int length, long content) {
    byte[] item = new byte[1 + length];
    item[0] = (byte) (0x60 + length);
    for (int i = 0; i < length; i++) {
      item[length - i] = (byte) (content >>> (8 * i));
    }
    return item;
  }

  @Test
  void agreesOnAllSequencesOfOneAndTwoBytes() {
    for (int i = 0; i < 1 << 8; i++) {
      assertAgreement(item(1, i));
    }
    assertEquals(128, accepted);
    for (int i = 0; i < 1 << 16; i++) {
      assertAgreement(item(2, i));
    }
  }

  /** An ASCII byte before two others adds nothing to the test above: one stands for all. */
  @Test
  void agreesOnAllSequencesOfThreeBytes() throws InterruptedException {
    inShallowThread(
        () -> {
          for (int two = 'a' << 8; two < 'b' << 8; two++) {
            assertAgreementOnAllThatStartWith(two);
          }
          for (int two = 0x80 << 8; two < 1 << 16; two++) {
            assertAgreementOnAllThatStartWith(two);
          }
        });
    assertTrue(accepted > 50_000);
  }

  private void assertAgreementOnAllThatStartWith(int twoBytes) {
    int lead = twoBytes >> 8;
    boolean leads = lead == 'a' || (lead >= 0xc2 && lead < 0xf5);
    boolean continues = lead == 'a' || (twoBytes & 0xc0) == 0x80;
    for (int last = 0; last < 1 << 8; last += Exhaustive.step(!leads || !continues)) {
      assertAgreement(item(3, twoBytes << 8 | last));
    }
  }

  @Test
  void agreesOnSequencesOfFourBytes() throws InterruptedException {
    Random random = new Random(4);
    inShallowThread(
        () -> {
          for (int i = 0; i < 500_000; i++) {
            int lead = 0xec + random.nextInt(12);
            assertAgreement(item(4, (long) lead << 24 | sparse(random)));
          }
          for (int point = 0x10000; point <= 0x10ffff; point += 7) {
            byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            assertAgreement(item(4, ByteBuffer.wrap(bytes).getInt() & 0xffff_ffffL));
          }
        });
    assertTrue(accepted > 50_000);
  }

  /** Three bytes that are mostly continuations. */
  private static int sparse(Random random) {
    int bytes = 0x808080 | (random.nextInt() & 0x3f3f3f);
    return random.nextInt(4) == 0 ? bytes ^ (1 << random.nextInt(24)) : bytes;
  }

  /** Filling in a stack trace costs by its depth, and JUnit's is deep. */
  private static void inShallowThread(Runnable body) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(body);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    if (failure.get() != null) {
      fail(failure.get());
    }
  }

  /**
   * The code points that {@link StrictUtf8} calls plain, of which it does not ask the normalizer.
   */
  private static int[] plain() {
    return IntStream.concat(IntStream.range(0, 0x300), IntStream.rangeClosed(0x1ea0, 0x1ef9))
        .toArray();
  }

  @Test
  void everyTextOfPlainCodePointsIsInNfc() {
    int[] plain = plain();
    for (int point : plain) {
      assertTrue(Normalizer.isNormalized(Character.toString(point), Normalizer.Form.NFC));
      // All pairs: nothing composes with or moves before another.
      StringBuilder pairs = new StringBuilder();
      for (int other : plain) {
        pairs.appendCodePoint(point).appendCodePoint(other);
      }
      assertTrue(
          Normalizer.isNormalized(pairs, Normalizer.Form.NFC),
          () -> Integer.toHexString(point) + " is not inert");
    }
  }

  @Test
  void everyPlainCodePointIsReadAsItself() throws FormatException {
    for (int point : plain()) {
      byte[] content = Character.toString(point).getBytes(StandardCharsets.UTF_8);
      byte[] item = new byte[1 + content.length];
      item[0] = (byte) (0x60 + content.length);
      System.arraycopy(content, 0, item, 1, content.length);
      assertEquals(Character.toString(point), new CborCursor(item).readText());
    }
  }
}
