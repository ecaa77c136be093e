package io.greenqr.format.internal.cbor;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Allocation;
import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.CwtClaims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that no deterministic encoder writes, alone and as the extension that ends a pass. */
class HostileCborTest {
  /** Arrays and maps that surround an extension: claims, pass, extensions. */
  private static final int SURROUNDING = 3;

  private static final int MAX_ALLOCATED = 64 * 1024;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indefinite byte string            | 5f 41 00 ff                     | CBOR_INDEFINITE    | 0
          indefinite text                   | 7f 61 41 ff                     | CBOR_INDEFINITE    | 0
          indefinite array                  | 9f 00 ff                        | CBOR_INDEFINITE    | 0
          indefinite map                    | bf 00 00 ff                     | CBOR_INDEFINITE    | 0
          indefinite array without its end  | 9f                              | CBOR_INDEFINITE    | 0
          indefinite integer                | 1f                              | CBOR_INDEFINITE    | 0
          indefinite negative integer       | 3f                              | CBOR_INDEFINITE    | 0
          indefinite tag                    | df 00                           | CBOR_INDEFINITE    | 0
          break alone                       | ff                              | CBOR_INDEFINITE    | 0
          break inside an array             | 82 00 ff                        | CBOR_INDEFINITE    | 2
          indefinite inside a map           | a1 00 9f ff                     | CBOR_INDEFINITE    | 2
          0 in one byte                     | 18 00                           | CBOR_NOT_SHORTEST  | 0
          23 in one byte                    | 18 17                           | CBOR_NOT_SHORTEST  | 0
          255 in two bytes                  | 19 00ff                         | CBOR_NOT_SHORTEST  | 0
          65535 in four bytes               | 1a 0000ffff                     | CBOR_NOT_SHORTEST  | 0
          2^32-1 in eight bytes             | 1b 00000000ffffffff             | CBOR_NOT_SHORTEST  | 0
          -24 in one byte                   | 38 17                           | CBOR_NOT_SHORTEST  | 0
          -256 in two bytes                 | 39 00ff                         | CBOR_NOT_SHORTEST  | 0
          -65536 in four bytes              | 3a 0000ffff                     | CBOR_NOT_SHORTEST  | 0
          -2^32 in eight bytes              | 3b 00000000ffffffff             | CBOR_NOT_SHORTEST  | 0
          byte string length in one byte    | 58 01 00                        | CBOR_NOT_SHORTEST  | 0
          byte string length in two bytes   | 59 0001 00                      | CBOR_NOT_SHORTEST  | 0
          byte string length in four bytes  | 5a 00000001 00                  | CBOR_NOT_SHORTEST  | 0
          byte string length in eight bytes | 5b 0000000000000001 00          | CBOR_NOT_SHORTEST  | 0
          text length in one byte           | 78 01 41                        | CBOR_NOT_SHORTEST  | 0
          text length in eight bytes        | 7b 0000000000000001 41          | CBOR_NOT_SHORTEST  | 0
          array count in one byte           | 98 01 00                        | CBOR_NOT_SHORTEST  | 0
          array count in four bytes         | 9a 00000001 00                  | CBOR_NOT_SHORTEST  | 0
          map count in one byte             | b8 01 00 00                     | CBOR_NOT_SHORTEST  | 0
          map count in two bytes            | b9 0000                         | CBOR_NOT_SHORTEST  | 0
          key not in its shortest form      | a1 18 00 00                     | CBOR_NOT_SHORTEST  | 1
          same integer key twice            | a2 00 00 00 00                  | CBOR_KEY_DUPLICATE | 3
          same text key twice               | a2 61 41 00 61 41 00            | CBOR_KEY_DUPLICATE | 4
          same array key twice              | a2 81 00 00 81 00 00            | CBOR_KEY_DUPLICATE | 4
          integer keys descending           | a2 01 00 00 00                  | CBOR_KEY_ORDER     | 3
          negative before unsigned          | a2 20 00 00 00                  | CBOR_KEY_ORDER     | 3
          -2 before -1                      | a2 21 00 20 00                  | CBOR_KEY_ORDER     | 3
          text key before integer key       | a2 61 41 00 00 00               | CBOR_KEY_ORDER     | 4
          longer text key first             | a2 62 4141 00 61 42 00          | CBOR_KEY_ORDER     | 5
          third key out of order            | a3 00 00 02 00 01 00            | CBOR_KEY_ORDER     | 5
          length first order of old RFC     | a2 61 61 00 18 64 00            | CBOR_KEY_ORDER     | 4
          order broken inside a key         | a1 a2 01 00 00 00 00            | CBOR_KEY_ORDER     | 4
          six levels in an extension        | 81*5 80                         | CBOR_DEPTH         | 5
          a hundred levels                  | 81*100 00                       | CBOR_DEPTH         | 5
          six levels of maps                | a1 00 a1 00 a1 00 a1 00 a1 00 a0 | CBOR_DEPTH        | 10
          six levels of keys                | a1*5 a0 00*5                    | CBOR_DEPTH         | 5
          array of 2^31                     | 9a 80000000                     | CBOR_LENGTH        | 0
          array of 2^32-1                   | 9a ffffffff                     | CBOR_LENGTH        | 0
          array of 2^63-1                   | 9b 7fffffffffffffff             | CBOR_LENGTH        | 0
          array of 2^63                     | 9b 8000000000000000             | CBOR_LENGTH        | 0
          array of 2^64-1                   | 9b ffffffffffffffff             | CBOR_LENGTH        | 0
          array of one more than there is   | 83 00 00                        | CBOR_LENGTH        | 0
          map of 2^31                       | ba 80000000                     | CBOR_LENGTH        | 0
          map of 2^62                       | bb 4000000000000000             | CBOR_LENGTH        | 0
          map of 2^63                       | bb 8000000000000000             | CBOR_LENGTH        | 0
          map of 2^64-1                     | bb ffffffffffffffff             | CBOR_LENGTH        | 0
          map with a key and no value       | a1 00                           | CBOR_LENGTH        | 0
          map of two with three items       | a2 00 00 01                     | CBOR_LENGTH        | 0
          byte string of 2^31               | 5a 80000000                     | CBOR_LENGTH        | 0
          byte string of 2^63               | 5b 8000000000000000             | CBOR_LENGTH        | 0
          byte string of 2^64-1             | 5b ffffffffffffffff 00          | CBOR_LENGTH        | 0
          byte string one too long          | 42 00                           | CBOR_LENGTH        | 0
          text of 2^31                      | 7a 80000000                     | CBOR_LENGTH        | 0
          text of 2^64-1                    | 7b ffffffffffffffff             | CBOR_LENGTH        | 0
          text one too long                 | 62 41                           | CBOR_LENGTH        | 0
          2^63                              | 1b 8000000000000000             | CBOR_INTEGER_RANGE | 0
          2^64-1                            | 1b ffffffffffffffff             | CBOR_INTEGER_RANGE | 0
          -2^64                             | 3b ffffffffffffffff             | CBOR_INTEGER_RANGE | 0
          tag 0, a date                     | c0 60                           | CBOR_TAG           | 0
          tag 2, a big number               | c2 41 01                        | CBOR_TAG           | 0
          tag 18 again                      | d2 80                           | CBOR_TAG           | 0
          tag 24, CBOR in CBOR              | d8 18 41 00                     | CBOR_TAG           | 0
          tag 55799, the magic number       | d9 d9f7 00                      | CBOR_TAG           | 0
          tag of 2^64-1                     | db ffffffffffffffff 00          | CBOR_TAG           | 0
          tag on a key                      | a1 c1 00 00                     | CBOR_TAG           | 1
          half float 1.0                    | f9 3c00                         | CBOR_FLOAT         | 0
          half float NaN                    | f9 7e00                         | CBOR_FLOAT         | 0
          single float                      | fa 3f800000                     | CBOR_FLOAT         | 0
          double float                      | fb 3ff0000000000000             | CBOR_FLOAT         | 0
          double NaN                        | fb 7ff8000000000000             | CBOR_FLOAT         | 0
          negative zero                     | f9 8000                         | CBOR_FLOAT         | 0
          undefined                         | f7                              | CBOR_SIMPLE        | 0
          simple value 0                    | e0                              | CBOR_SIMPLE        | 0
          simple value 19                   | f3                              | CBOR_SIMPLE        | 0
          simple value 20 in two bytes      | f8 14                           | CBOR_SIMPLE        | 0
          simple value 32                   | f8 20                           | CBOR_SIMPLE        | 0
          simple value 255                  | f8 ff                           | CBOR_SIMPLE        | 0
          reserved information 28           | 1c                              | CBOR_RESERVED      | 0
          reserved information 29           | 5d                              | CBOR_RESERVED      | 0
          reserved information 30           | 7e                              | CBOR_RESERVED      | 0
          reserved information of an array  | 9c                              | CBOR_RESERVED      | 0
          reserved information of a map     | bd                              | CBOR_RESERVED      | 0
          smallest reserved one of a tag    | dc                              | CBOR_RESERVED      | 0
          reserved information of a tag     | de                              | CBOR_RESERVED      | 0
          reserved information of type 7    | fc                              | CBOR_RESERVED      | 0
          one byte integer without it       | 18                              | CBOR_TRUNCATED     | 0
          two byte integer with one         | 19 01                           | CBOR_TRUNCATED     | 0
          eight byte integer with seven     | 1b 01000000000000               | CBOR_TRUNCATED     | 0
          length cut off                    | 59 01                           | CBOR_TRUNCATED     | 0
          count cut off                     | 9b 000000                       | CBOR_TRUNCATED     | 0
          last value missing                | a2 00 00 18 18                  | CBOR_TRUNCATED     | 5
          last element missing              | 82 81 00                        | CBOR_TRUNCATED     | 3
          one more item                     | 00 00                           | CBOR_TRAILING      | 1
          a break behind                    | 80 ff                           | CBOR_TRAILING      | 1
          zeroes behind                     | 60 00*40                        | CBOR_TRAILING      | 1
          overlong slash in two bytes       | 62 c0af                         | CBOR_UTF8          | 1
          overlong zero                     | 62 c080                         | CBOR_UTF8          | 1
          overlong in three bytes           | 63 e080af                       | CBOR_UTF8          | 1
          overlong in four bytes            | 64 f08080af                     | CBOR_UTF8          | 1
          high surrogate                    | 63 eda080                       | CBOR_UTF8          | 1
          surrogate pair (CESU-8)           | 66 eda0bdedb8b7                 | CBOR_UTF8          | 1
          beyond U+10FFFF                   | 64 f4908080                     | CBOR_UTF8          | 1
          lead byte F5                      | 64 f5808080                     | CBOR_UTF8          | 1
          lead byte FE                      | 61 fe                           | CBOR_UTF8          | 1
          continuation alone                | 62 4180                         | CBOR_UTF8          | 2
          sequence cut by the end           | 62 41c3                         | CBOR_UTF8          | 2
          sequence cut by a letter          | 63 e1ba41                       | CBOR_UTF8          | 1
          sequence into the next item       | 82 61 c3 5818*12                | CBOR_UTF8          | 2
          sequence over the end of text     | 82 62 e1ba 61 41                | CBOR_UTF8          | 2
          decomposed letter                 | 63 65cc81                       | CBOR_NOT_NFC       | 1
          decomposed Vietnamese letter      | 64 c3aacc81                     | CBOR_NOT_NFC       | 1
          marks in the wrong order          | 65 71cc81cca3                   | CBOR_NOT_NFC       | 1
          angstrom sign                     | 63 e284ab                       | CBOR_NOT_NFC       | 1
          decomposed Hangul                 | 66 e18480e185a1                 | CBOR_NOT_NFC       | 1
          composition exclusion             | 63 e0a598                       | CBOR_NOT_NFC       | 1
          decomposed text as a key          | a1 63 65cc81 00                 | CBOR_NOT_NFC       | 2
          """)
  void rejectsAloneAndInsideAPassWithFewBytesOfMemory(
      String name, String item, FormatFault fault, int offset) throws Throwable {
    byte[] bytes = Bytes.hex(item);
    assertFault(fault, offset, () -> readAlone(bytes));

    Parts pass = Parts.claims().with("extension", item);
    byte[] payload = pass.bytes();
    assertFault(fault, pass.at("extension") + offset, () -> CwtClaims.decode(payload));

    long allocated =
        Allocation.of(
            () -> {
              assertThrows(FormatException.class, () -> readAlone(bytes));
              assertThrows(FormatException.class, () -> CwtClaims.decode(payload));
            });
    assertTrue(allocated < MAX_ALLOCATED, () -> allocated + " bytes allocated");
  }

  private static void readAlone(byte[] item) throws FormatException {
    CborCursor cursor = new CborCursor(item, 0, item.length, SURROUNDING);
    cursor.skip();
    cursor.requireEnd();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          largest integer              | 1b 7fffffffffffffff
          smallest integer             | 3b 7fffffffffffffff
          24 in one byte               | 18 18
          256 in two bytes             | 19 0100
          65536 in four bytes          | 1a 00010000
          2^32 in eight bytes          | 1b 0000000100000000
          five levels in an extension  | 81*4 80
          keys of different types      | a5 00 00 20 00 41 00 00 60 00 f6 00
          empty containers             | 84 40 60 80 a0
          text in NFC                  | 63 e1bb85
          mark that does not compose   | 63 71cc81
          emoji                        | 64 f09f98b7
          last code point              | 64 f48fbfbf
          false, true, null            | 83 f4 f5 f6
          """)
  void keepsWhatIsDeterministic(String name, String item) throws FormatException {
    byte[] bytes = Bytes.hex(item);
    byte[] payload = Parts.claims().with("extension", item).bytes();

    readAlone(bytes);
    CwtClaims claims = CwtClaims.decode(payload);

    assertArrayEquals(bytes, claims.pass().extensions().value(5));
    assertArrayEquals(payload, claims.encode());
  }
}
