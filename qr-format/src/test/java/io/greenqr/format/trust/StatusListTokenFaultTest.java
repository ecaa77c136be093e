package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Allocation;
import io.greenqr.format.Bytes;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that deviate in one part from what the draft says, and what it leaves open. */
class StatusListTokenFaultTest {
  private static final byte[] SIGNATURE = Bytes.hex("00*31 01 00*31 01");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JSON                         | 7b226b6579223a317d                   | TOKEN_CBOR
          nothing                      | -                                    | TOKEN_CBOR
          a JWT                        | 65794a6862                           | TOKEN_CBOR
          no tag                       | 84 40 a0 40 40                       | COSE_TAG
          tag 17, a MAC                | d1 84 40 a0 40 40                    | COSE_TAG
          tag 61 before it             | d8 3d d2 84 40 a0 40 40              | COSE_TAG
          tag 18 twice                 | d2 d2 84 40 a0 40 40                 | COSE_TAG
          a map for the array          | d2 a0                                | CBOR_TYPE
          three parts                  | d2 83 40 a0 40                       | COSE_SHAPE
          five parts                   | d2 85 40 a0 40 40 40                 | COSE_SHAPE
          a map for the header         | d2 84 a0 a0 40 40                    | CBOR_TYPE
          an empty header              | d2 84 40 a0 40 40                    | TOKEN_CBOR
          a header that is an array    | d2 84 41 80 a0 40 40                 | CBOR_TYPE
          bytes behind it              | d2 84 41 a0 a0 40 40 00              | TOKEN_CBOR
          a map with a key twice       | d2 84 45 a2 0126 0126 a0 40 40       | TOKEN_CBOR
          the same key in two spellings | d2 84 46 a2 0126 180126 a0 40 40    | TOKEN_CBOR
          an array of 2^31             | d2 9a 80000000 40                    | TOKEN_CBOR
          a string of 2^31             | d2 84 5a 7fffffff 40                 | TOKEN_CBOR
          nested too deep              | 81*5000 00                           | TOKEN_CBOR
          """)
  void rejectsWhatIsNoSign1WithFewBytesOfMemory(String name, String hex, FormatFault fault)
      throws Throwable {
    byte[] bytes = hex.equals("-") ? new byte[0] : Bytes.hex(hex);
    long allocated = Allocation.of(() -> assertFault(fault, 0, () -> StatusListToken.parse(bytes)));
    assertTrue(allocated < 400_000, () -> allocated + " bytes allocated");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alg -7 and type              | a20126TYP                | a0         |           -
          alg -9, ESP256               | a20128TYP                | a0         |           -
          indefinite, other order      | bfTYP0126ff              | a0         |           -
          kid in both                  | a30126044101TYP          | a1044102   |           -
          other parameters             | a4012603044101044101TYP  | a0         | TOKEN_CBOR
          content type                 | a30126031832TYP          | a1036161   |           -
          no alg                       | a1TYP                    | a10126     | COSE_HEADER
          no type                      | a10126                   | a1TYP      | COSE_HEADER
          another type                 | a20126106161             | a0         | COSE_HEADER
          type as a number             | a20126101832             | a0         | CBOR_TYPE
          crit                         | a30126028110TYP          | a0         | COSE_HEADER
          alg -35, ES384               | a2013822TYP              | a0         | COSE_ALGORITHM
          alg 5, HMAC                  | a20105TYP                | a0         | COSE_ALGORITHM
          alg as a text                | a2016545533235365454TYP  | a0         | TOKEN_CBOR
          alg as text                  | a201654553323536TYP      | a0         | CBOR_TYPE
          alg of 2^64                  | a2011bffffffffffffffffTYP | a0        | CBOR_INTEGER_RANGE
          kid as a text                | a20126TYP                | a1046131   | CBOR_TYPE
          unprotected as an array      | a20126TYP                | 80         | CBOR_TYPE
          """)
  void readsEveryHeaderThatNamesAlgorithmAndType(
      String name, String header, String unprotected, String fault) throws FormatException {
    String type = "10781a6170706c69636174696f6e2f7374617475736c6973742b637774";
    byte[] bytes =
        TokenBytes.wrap(
            header.replace("TYP", type),
            unprotected.replace("TYP", type),
            "a3026141060119fffda2636c737449789c63000000010001646269747302",
            HexFormat.of().formatHex(SIGNATURE));
    if (fault.equals("-")) {
      assertArrayEquals(bytes, StatusListToken.parse(bytes).bytes());
    } else {
      assertFault(FormatFault.valueOf(fault), () -> StatusListToken.parse(bytes));
    }
  }

  @Test
  void prefersTheKeyIdentifierThatIsSigned() throws FormatException {
    byte[] bytes =
        TokenBytes.wrap(
            "a3012604410110781a6170706c69636174696f6e2f7374617475736c6973742b637774",
            "a1044102",
            "a3026141060119fffda2636c737449789c63000000010001646269747302",
            HexFormat.of().formatHex(SIGNATURE));
    assertArrayEquals(new byte[] {1}, StatusListToken.parse(bytes).unverifiedKeyId().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as the draft has it        | a3 02 6141 06 01 19fffd LIST                   | -
          indefinite, other claims   | bf 19fffd LIST 03 80 06 1801 02 6141 ff         | -
          issued at 9999             | a3 02 6141 06 1b0000003afff4417f 19fffd LIST   | -
          ends a second later        | a4 02 6141 06 01 04 02 19fffd LIST             | -
          kept for a second          | a4 02 6141 06 01 19fffe 01 19fffd LIST         | -
          no sub                     | a2 06 01 19fffd LIST                           | CLAIM_MISSING
          an empty sub               | a3 02 60 06 01 19fffd LIST                     | CLAIM_MISSING
          sub as bytes               | a3 02 4141 06 01 19fffd LIST                   | CBOR_TYPE
          sub with a tag             | a3 02 d820 6141 06 01 19fffd LIST              | CBOR_TYPE
          sub not UTF-8              | a3 02 61ff 06 01 19fffd LIST                   | TOKEN_CBOR
          no iat                     | a2 02 6141 19fffd LIST                         | CLAIM_MISSING
          iat before 1970            | a3 02 6141 06 20 19fffd LIST                   | TIME_RANGE
          iat after 9999             | a3 02 6141 06 1b0000003afff44180 19fffd LIST   | TIME_RANGE
          iat with a fraction        | a3 02 6141 06 fb3ff8000000000000 19fffd LIST   | CBOR_FLOAT
          iat of 2^64 - 1            | a3 02 6141 06 1bffffffffffffffff 19fffd LIST   | CBOR_INTEGER_RANGE
          iat with tag 1             | a3 02 6141 06 c101 19fffd LIST                 | CBOR_TYPE
          iat as a text              | a3 02 6141 06 6131 19fffd LIST                 | CBOR_TYPE
          ends as it is issued       | a4 02 6141 06 01 04 01 19fffd LIST             | TIME_ORDER
          end as null                | a4 02 6141 06 01 04 f6 19fffd LIST             | CBOR_TYPE
          kept for no time           | a4 02 6141 06 01 19fffe 00 19fffd LIST         | TIME_RANGE
          kept for -1 second         | a4 02 6141 06 01 19fffe 20 19fffd LIST         | TIME_RANGE
          nbf, which restricts       | a4 02 6141 06 01 05 01 19fffd LIST             | CLAIM_UNKNOWN
          no list                    | a2 02 6141 06 01                               | CLAIM_MISSING
          list as bytes              | a3 02 6141 06 01 19fffd 40                     | CBOR_TYPE
          list without bits          | a3 02 6141 06 01 19fffd a1 636c7374 49789c63000000010001 | CLAIM_MISSING
          list without lst           | a3 02 6141 06 01 19fffd a1 6462697473 02       | CLAIM_MISSING
          bits as a text             | a3 02 6141 06 01 19fffd a2 6462697473 6132 636c7374 49789c63000000010001 | CBOR_TYPE
          lst as a text              | a3 02 6141 06 01 19fffd a2 6462697473 02 636c7374 6141 | CBOR_TYPE
          four bits                  | a3 02 6141 06 01 19fffd a2 6462697473 04 636c7374 49789c63000000010001 | STATUS_ENTRIES
          eight bits                 | a3 02 6141 06 01 19fffd a2 6462697473 08 636c7374 49789c63000000010001 | STATUS_ENTRIES
          no bits                    | a3 02 6141 06 01 19fffd a2 6462697473 00 636c7374 49789c63000000010001 | STATUS_ENTRIES
          lst not deflated           | a3 02 6141 06 01 19fffd a2 6462697473 02 636c7374 4100 | STATUS_ENTRIES
          claims as an array         | 80                                             | CBOR_TYPE
          """)
  void readsTheClaimsOfTheDraft(String name, String payload, String fault) throws FormatException {
    String list = "a2 636c7374 49789c63000000010001 6462697473 02";
    byte[] bytes =
        TokenBytes.wrap(
            "a2012610781a6170706c69636174696f6e2f7374617475736c6973742b637774",
            "a0",
            payload.replace("LIST", list).replace(" ", ""),
            HexFormat.of().formatHex(SIGNATURE));
    if (fault.equals("-")) {
      assertEquals(StatusEntries.allValid(4), StatusListToken.parse(bytes).unverifiedEntries());
    } else {
      assertFault(FormatFault.valueOf(fault), () -> StatusListToken.parse(bytes));
    }
  }
}
