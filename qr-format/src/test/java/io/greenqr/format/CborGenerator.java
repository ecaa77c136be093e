package io.greenqr.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

/** Random items of deterministic CBOR, of the types a pass may carry, written byte by byte. */
public final class CborGenerator {
  private static final String[] TEXTS = {
    "", "a", "H5N1", "Phường Bến Nghé", "ក្រុង", "مدينة", "\u0000", "\u202e", "😷", "ﬁ", "q\u0327"
  };

  private final Random random;

  public CborGenerator(Random random) {
    this.random = random;
  }

  /** An item with at most {@code levels} arrays and maps inside each other. */
  public byte[] item(int levels) {
    return switch (random.nextInt(levels > 0 ? 9 : 6)) {
      case 0 -> head(0, magnitude());
      case 1 -> head(1, magnitude());
      case 2 -> string(2, bytes());
      case 3, 4 -> string(3, TEXTS[random.nextInt(TEXTS.length)].getBytes(StandardCharsets.UTF_8));
      case 5 -> new byte[] {(byte) (0xf4 + random.nextInt(3))};
      case 6, 7 -> array(levels);
      default -> map(levels);
    };
  }

  /** Non-negative, of any bit length alike. */
  private long magnitude() {
    return random.nextLong() >>> (1 + random.nextInt(63));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(30)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] string(int major, byte[] content) {
    return Bytes.concat(head(major, content.length), content);
  }

  private byte[] array(int levels) {
    int count = random.nextInt(4);
    byte[] out = head(4, count);
    for (int i = 0; i < count; i++) {
      out = Bytes.concat(out, item(levels - 1));
    }
    return out;
  }

  private byte[] map(int levels) {
    TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    for (int i = random.nextInt(4); i > 0; i--) {
      keys.add(item(levels - 1));
    }
    byte[] out = head(5, keys.size());
    for (byte[] key : keys) {
      out = Bytes.concat(out, key, item(levels - 1));
    }
    return out;
  }

  /** The shortest head of an item. */
  public static byte[] head(int major, long argument) {
    int width =
        argument < 24
            ? 0
            : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : argument >>> 32 == 0 ? 4 : 8;
    byte[] head = new byte[1 + width];
    head[0] =
        (byte)
            (major << 5
                | (width == 0 ? (int) argument : 24 + Integer.numberOfTrailingZeros(width)));
    for (int i = 0; i < width; i++) {
      head[width - i] = (byte) (argument >>> (8 * i));
    }
    return head;
  }
}
