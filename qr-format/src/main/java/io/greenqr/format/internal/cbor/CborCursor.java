package io.greenqr.format.internal.cbor;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import java.util.Arrays;

/**
 * Reads deterministic CBOR (RFC 8949 section 4.2.1) and nothing else, item by item, from a byte
 * array that strangers fill.
 *
 * <p>Every item has one spelling here. A verifier that accepts a second spelling lets a third party
 * make a new text for the same pass, which escapes any list kept of the old one; production systems
 * also crashed on forms that their issuers never wrote. No length or count is believed before it is
 * compared with the bytes that remain, so hostile input cannot make memory or time grow.
 *
 * <p>Not thread-safe. Reading a head allocates nothing.
 */
public sealed class CborCursor permits RecordReader {
  private static final int UNSIGNED = 0;
  private static final int NEGATIVE = 1;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;
  static final int TAG = 6;

  private static final int NULL = 0xf6;

  private final byte[] buffer;
  private int end;
  private int position;
  private int depth;

  /** Reads the whole of {@code buffer}, which the caller does not change meanwhile. */
  public CborCursor(byte[] buffer) {
    this(buffer, 0, buffer.length, 0);
  }

  /**
   * Reads {@code buffer[from, to)}.
   *
   * @param depth levels of nesting that already surround the range
   */
  public CborCursor(byte[] buffer, int from, int to, int depth) {
    this.buffer = buffer;
    this.position = from;
    this.end = to;
    this.depth = depth;
  }

  /** Index in the buffer of the next unread byte. */
  public int position() {
    return position;
  }

  /** A fault at the next unread byte. */
  public FormatException fault(FormatFault fault) {
    return new FormatException(fault, position);
  }

  /** Fails unless all bytes are read: what follows the item is not covered by its meaning. */
  public void requireEnd() throws FormatException {
    if (position != end) {
      throw fault(FormatFault.CBOR_TRAILING);
    }
  }

  /** Passes over the next item if it is null, and says whether it was. */
  public boolean skipNull() {
    boolean isNull = position < end && (buffer[position] & 0xff) == NULL;
    if (isNull) {
      position++;
    }
    return isNull;
  }

  /** Whether the next item is an array. */
  public boolean atArray() {
    return position < end && (buffer[position] & 0xff) >>> 5 == ARRAY;
  }

  /** Reads the head of a tag and returns the tag number. */
  public long readTag() throws FormatException {
    int start = position;
    if (start >= end) {
      throw fault(FormatFault.CBOR_TRUNCATED);
    }
    if ((buffer[start] & 0xff) >>> 5 != TAG) {
      throw fault(FormatFault.COSE_TAG);
    }
    return argument(start);
  }

  /** Reads an unsigned integer below 2^63. */
  public long readUnsigned() throws FormatException {
    return head(UNSIGNED);
  }

  /** Reads an integer of 64 bits with sign. */
  public long readInteger() throws FormatException {
    if (position < end && (buffer[position] & 0xff) >>> 5 == NEGATIVE) {
      return -1 - argument(position);
    }
    return head(UNSIGNED);
  }

  /**
   * Reads the head of an array and enters it; {@link #leave()} after its last element.
   *
   * @return the number of elements, at most the number of bytes that remain
   */
  public int readArray() throws FormatException {
    int start = position;
    return enter(head(ARRAY), 0, start);
  }

  /**
   * Reads the head of a map and enters it; {@link #leave()} after its last value.
   *
   * @return the number of pairs, at most half the number of bytes that remain
   */
  public int readMap() throws FormatException {
    int start = position;
    return enter(head(MAP), 1, start);
  }

  /** Enters {@code count} elements of 2^{@code size} bytes at least. */
  private int enter(long count, int size, int start) throws FormatException {
    // Each item takes a byte at least: a larger count is a lie told to make a reader allocate.
    if (count > (end - position) >> size) {
      throw new FormatException(FormatFault.CBOR_LENGTH, start);
    }
    if (++depth > FormatLimits.MAX_DEPTH) {
      throw new FormatException(FormatFault.CBOR_DEPTH, start);
    }
    return (int) count;
  }

  /** Leaves the array or map that was entered last. */
  public void leave() {
    depth--;
  }

  /**
   * Reads an integer map key that must follow {@code previous} in the order of their encodings: 0,
   * 1, 2, … and then -1, -2, ….
   *
   * @param first whether this is the map's first key; {@code previous} is then ignored
   */
  public long readKey(boolean first, long previous) throws FormatException {
    int start = position;
    long key = readInteger();
    if (!first) {
      if (key == previous) {
        throw new FormatException(FormatFault.CBOR_KEY_DUPLICATE, start);
      }
      boolean ascending =
          (key < 0) == (previous < 0) ? (key < 0 ? key < previous : key > previous) : key < 0;
      if (!ascending) {
        throw new FormatException(FormatFault.CBOR_KEY_ORDER, start);
      }
    }
    return key;
  }

  /** Reads a byte string into a new array. */
  public byte[] readBytes() throws FormatException {
    return readContent(readBytesHead());
  }

  /** Copies {@code length} bytes of content whose presence was checked. */
  public byte[] readContent(int length) {
    byte[] bytes = new byte[length];
    System.arraycopy(buffer, position, bytes, 0, length);
    position += length;
    return bytes;
  }

  /**
   * Reads the head of a byte string; its content lies at {@link #position()}, to be passed over
   * with {@link #advance}.
   *
   * @return the length of the content, all of which is there
   */
  public int readBytesHead() throws FormatException {
    int start = position;
    return contentLength(head(BYTES), start);
  }

  /**
   * Goes into content of {@code length} bytes whose presence was checked: until {@link #widen}
   * nothing behind it can be read, and {@link #requireEnd()} asks for its end.
   *
   * @return what {@link #widen} takes
   */
  public int narrow(int length) {
    int behind = end;
    end = position + length;
    return behind;
  }

  /** Ends what {@link #narrow} began. */
  public void widen(int behind) {
    end = behind;
  }

  /** Reads 1 to 8 bytes of content whose presence was checked, most significant first. */
  public long readBigEndian(int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | (buffer[position++] & 0xff);
    }
    return value;
  }

  /** Passes over {@code length} bytes of content whose presence was checked. */
  public void advance(int length) {
    position += length;
  }

  /** Reads a text string: valid UTF-8 in Normalization Form C. */
  public String readText() throws FormatException {
    return readTextContent(readTextHead());
  }

  /**
   * Reads the head of a text string, whose content {@link #readTextContent} reads.
   *
   * @return the length of the content in bytes, all of which is there
   */
  public int readTextHead() throws FormatException {
    int start = position;
    return contentLength(head(TEXT), start);
  }

  /** Reads text of {@code length} bytes whose presence was checked. */
  public String readTextContent(int length) throws FormatException {
    String text = StrictUtf8.decode(buffer, position, length);
    position += length;
    return text;
  }

  /** Reads one item of any type that a pass may carry, as the bytes that encode it. */
  public byte[] readItem() throws FormatException {
    int start = position;
    skip();
    return Arrays.copyOfRange(buffer, start, position);
  }

  private int contentLength(long length, int start) throws FormatException {
    if (length > end - position) {
      throw new FormatException(FormatFault.CBOR_LENGTH, start);
    }
    return (int) length;
  }

  /**
   * Passes over one item of any type that a pass may carry, checking it as strictly as if it were
   * read: extensions that this release does not know stay deterministic too.
   */
  public void skip() throws FormatException {
    if (position >= end) {
      throw fault(FormatFault.CBOR_TRUNCATED);
    }
    int start = position;
    int major = (buffer[start] & 0xff) >>> 5;
    switch (major) {
      case UNSIGNED, NEGATIVE -> argument(start);
      case BYTES -> advance(readBytesHead());
      case TEXT -> readText();
      case ARRAY -> {
        for (int left = readArray(); left > 0; left--) {
          skip();
        }
        leave();
      }
      case MAP -> skipMap();
      default -> {
        FormatFault fault = WrongItem.unlessNullOrBoolean(major, buffer[start] & 0x1f);
        if (fault != null) {
          throw new FormatException(fault, start);
        }
        position++;
      }
    }
  }

  private void skipMap() throws FormatException {
    int previousFrom = 0;
    int previousTo = 0;
    for (int left = readMap(); left > 0; left--) {
      int from = position;
      skip();
      if (previousTo != 0) {
        int order = compare(previousFrom, previousTo, from, position);
        if (order >= 0) {
          throw new FormatException(
              order == 0 ? FormatFault.CBOR_KEY_DUPLICATE : FormatFault.CBOR_KEY_ORDER, from);
        }
      }
      previousFrom = from;
      previousTo = position;
      skip();
    }
    leave();
  }

  /** Bytewise order of two encoded keys; one is never a proper prefix of the other. */
  private int compare(int aFrom, int aTo, int bFrom, int bTo) {
    int length = Math.min(aTo - aFrom, bTo - bFrom);
    for (int i = 0; i < length; i++) {
      int difference = (buffer[aFrom + i] & 0xff) - (buffer[bFrom + i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return (aTo - aFrom) - (bTo - bFrom);
  }

  /** Reads the head of an item that must be of type {@code major}. */
  private long head(int major) throws FormatException {
    int start = position;
    if (start >= end) {
      throw fault(FormatFault.CBOR_TRUNCATED);
    }
    int initial = buffer[start] & 0xff;
    if (initial >>> 5 != major) {
      throw new FormatException(WrongItem.ofType(initial >>> 5, initial & 0x1f), start);
    }
    return argument(start);
  }

  /** Reads the argument of the head at {@code start}: shortest form only, below 2^63. */
  private long argument(int start) throws FormatException {
    int initial = buffer[start] & 0xff;
    int info = initial & 0x1f;
    if (info < 24) {
      position = start + 1;
      return info;
    }
    return wideArgument(start, initial >>> 5, info);
  }

  private long wideArgument(int start, int major, int info) throws FormatException {
    if (info >= 28) {
      throw new FormatException(
          info == 31 ? FormatFault.CBOR_INDEFINITE : FormatFault.CBOR_RESERVED, start);
    }
    int width = 1 << (info - 24);
    if (width > end - start - 1) {
      throw new FormatException(FormatFault.CBOR_TRUNCATED, start);
    }
    long value =
        switch (width) {
          case 1 -> buffer[start + 1] & 0xff;
          case 2 -> twoBytes(start + 1);
          case 4 -> fourBytes(start + 1);
          default -> fourBytes(start + 1) << 32 | fourBytes(start + 5);
        };
    // A wider form of a small number is the same number spelled twice.
    boolean shortest =
        width == 1 ? value >= 24 : width == 8 ? value >>> 32 != 0 : value >>> (width * 4) != 0;
    if (!shortest) {
      throw new FormatException(FormatFault.CBOR_NOT_SHORTEST, start);
    }
    if (value < 0) {
      throw new FormatException(
          major <= NEGATIVE || major == TAG
              ? FormatFault.CBOR_INTEGER_RANGE
              : FormatFault.CBOR_LENGTH,
          start);
    }
    position = start + 1 + width;
    return value;
  }

  private int twoBytes(int at) {
    return (buffer[at] & 0xff) << 8 | (buffer[at + 1] & 0xff);
  }

  private long fourBytes(int at) {
    return (long) twoBytes(at) << 16 | twoBytes(at + 2);
  }
}
