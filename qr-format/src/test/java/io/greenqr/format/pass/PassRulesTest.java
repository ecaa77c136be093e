package io.greenqr.format.pass;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One spoiled part of a claims set that is otherwise right, and where the fault is reported. */
class PassRulesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          claims in an array         | claims       | 83                 | CBOR_TYPE         | claims
          no iat                     | iat-key      | 07                 | CLAIM_UNKNOWN     | iat-key
          iss                        | exp-key      | 01                 | CLAIM_UNKNOWN     | exp-key
          aud                        | exp-key      | 03                 | CLAIM_UNKNOWN     | exp-key
          nbf                        | iat-key      | 05                 | CLAIM_UNKNOWN     | iat-key
          cnf                        | iat-key      | 08                 | CLAIM_RESERVED    | iat-key
          claim of the EU certificate | pass-key    | 390103             | CLAIM_UNKNOWN     | pass-key
          claim beside ours          | pass-key     | 3a00010001         | CLAIM_UNKNOWN     | pass-key
          text key                   | pass-key     | 6141               | CBOR_TYPE         | pass-key
          exp twice                  | iat-key      | 04                 | CBOR_KEY_DUPLICATE | iat-key
          iat before exp             | exp-key      | 06                 | CBOR_KEY_DUPLICATE | iat-key
          negative exp               | exp          | 20                 | CBOR_TYPE         | exp
          exp a date text            | exp          | c0 6141            | CBOR_TAG          | exp
          exp with tag 1             | exp          | c1 1a6140c200      | CBOR_TAG          | exp
          exp a float                | exp          | fb 41d8503080000000 | CBOR_FLOAT       | exp
          exp null                   | exp          | f6                 | CBOR_TYPE         | exp
          exp an indefinite string   | exp          | 5f                 | CBOR_INDEFINITE   | exp
          exp reserved of strings    | exp          | 5c                 | CBOR_RESERVED     | exp
          exp reserved of maps       | exp          | be                 | CBOR_RESERVED     | exp
          exp reserved of tags       | exp          | dc                 | CBOR_RESERVED     | exp
          exp undefined              | exp          | f7                 | CBOR_SIMPLE       | exp
          exp in the year 10000      | exp          | 1b 0000003afff44180 | TIME_RANGE       | exp
          exp of 2^63-1              | exp          | 1b 7fffffffffffffff | TIME_RANGE       | exp
          exp of 2^64-1              | exp          | 1b ffffffffffffffff | CBOR_INTEGER_RANGE | exp
          exp as iat                 | exp          | 1a 61409c80        | TIME_ORDER        | claims
          exp before iat             | exp          | 1a 61409c7f        | TIME_ORDER        | claims
          pass null                  | pass         | f6                 | CBOR_TYPE         | pass
          pass empty                 | pass         | 80                 | RECORD_TOO_SHORT  | pass
          pass of subject only       | pass         | 81                 | RECORD_TOO_SHORT  | pass
          pass of six fields         | pass         | 86 f6              | RECORD_TOO_LONG   | pass
          subject of name only       | subject      | 81                 | RECORD_TOO_SHORT  | subject
          subject of four fields     | subject      | 84                 | RECORD_TOO_LONG   | subject
          subject a map              | subject      | a1                 | CBOR_TYPE         | subject
          name empty                 | name         | 60                 | NAME_LENGTH       | subject
          name in bytes              | name         | 434e616d           | CBOR_TYPE         | name
          name null                  | name         | f6                 | CBOR_TYPE         | name
          name in pieces             | name         | 7f 614e 62616d ff  | CBOR_INDEFINITE   | name
          day before 1850            | birth        | 39 ab35            | BIRTH_RANGE       | birth
          day after 2199             | birth        | 1a 00014826        | BIRTH_RANGE       | birth
          day beyond all calendars   | birth        | 1b 7fffffffffffffff | BIRTH_RANGE      | birth
          day before all calendars   | birth        | 3b 7fffffffffffffff | BIRTH_RANGE      | birth
          birth a text               | birth        | 6a 313938342d30352d3235 | CBOR_TYPE    | birth
          birth null                 | birth        | f6                 | CBOR_TYPE         | birth
          birth empty                | birth        | 80                 | RECORD_TOO_SHORT  | birth
          birth of three numbers     | birth        | 83 1907c0 05 18 19 | RECORD_TOO_LONG   | birth
          year 1849                  | birth        | 81 190739          | BIRTH_RANGE       | birth
          year 2200                  | birth        | 81 190898          | BIRTH_RANGE       | birth
          year of 2^32               | birth        | 81 1b 0000000100000000 | BIRTH_RANGE   | birth
          month 0                    | birth        | 82 1907c0 00       | BIRTH_RANGE       | birth
          month 13                   | birth        | 82 1907c0 0d       | BIRTH_RANGE       | birth
          month of 2^32+1            | birth        | 82 1907c0 1b 0000000100000001 | BIRTH_RANGE | birth
          month null                 | birth        | 82 1907c0 f6       | CBOR_TYPE         | birth+4
          person of 7 bytes          | person       | 47 01*7            | PERSON_SIZE       | subject
          person of 9 bytes          | person       | 49 01*9            | PERSON_SIZE       | subject
          person null                | person       | f6                 | CBOR_TYPE         | person
          person a text              | person       | 68 41*8            | CBOR_TYPE         | person
          statements in an array     | statements   | 84                 | CBOR_TYPE         | statements
          statement 0                | declaration-key | 00              | STATEMENT_UNKNOWN | declaration-key
          statement 5                | monitoring-key | 05               | STATEMENT_UNKNOWN | monitoring-key
          statement -1               | monitoring-key | 20               | STATEMENT_UNKNOWN | monitoring-key
          statement 2^32+1           | monitoring-key | 1b 0000000100000001 | STATEMENT_UNKNOWN | monitoring-key
          same statement twice       | vaccination-key | 01              | CBOR_KEY_DUPLICATE | vaccination-key
          statements out of order    | test-key     | 01                 | CBOR_KEY_ORDER    | test-key
          declaration null           | declaration  | f6                 | CBOR_TYPE         | declaration
          declaration too short      | declaration  | 82                 | RECORD_TOO_SHORT  | declaration
          declaration too long       | declaration  | 85                 | RECORD_TOO_LONG   | declaration
          declared before 1970       | declaration-at | 20               | CBOR_TYPE         | declaration-at
          symptoms of 33 bits        | symptoms     | 1b 0000000100000000 | BITS_RANGE       | declaration
          symptoms negative          | symptoms     | 20                 | CBOR_TYPE         | symptoms
          symptoms a list            | symptoms     | 80                 | CBOR_TYPE         | symptoms
          exposures of 33 bits       | exposures    | 1b 0000000100000000 | BITS_RANGE       | declaration
          area empty                 | area         | 60                 | CODE_TEXT         | declaration
          area of 21 characters      | area         | 75 41*21           | CODE_TEXT         | declaration
          area with a space          | area         | 63 412042          | CODE_TEXT         | declaration
          area with an accent        | area         | 62 c490            | CODE_TEXT         | declaration
          area with markup           | area         | 63 3c623e          | CODE_TEXT         | declaration
          area null                  | area         | f6                 | CBOR_TYPE         | area
          area with NUL              | area         | 61 00              | CODE_TEXT         | declaration
          no dose                    | doses        | 80                 | COUNT_RANGE       | doses
          nine doses                 | doses        | 89                 | COUNT_RANGE       | doses
          doses a map                | doses        | a0                 | CBOR_TYPE         | doses
          dose too short             | dose         | 83                 | RECORD_TOO_SHORT  | dose
          dose too long              | dose         | 86                 | RECORD_TOO_LONG   | dose
          product 0                  | product      | 00                 | CODE_RANGE        | dose
          product 65536              | product      | 1a 00010000        | CODE_RANGE        | dose
          product 2^32+1             | product      | 1b 0000000100000001 | CODE_RANGE       | dose
          product a text             | product      | 6141               | CBOR_TYPE         | product
          dose number 0              | number       | 00                 | DOSE_RANGE        | dose
          dose number 21             | number       | 15                 | DOSE_RANGE        | dose
          dose number a float        | number       | f9 3c00            | CBOR_FLOAT        | number
          course of 0                | of           | 00                 | DOSE_RANGE        | dose
          course of 21               | of           | 15                 | DOSE_RANGE        | dose
          dose before 1850           | day          | 39 ab35            | DAY_RANGE         | day
          dose after 2199            | day          | 1a 00014826        | DAY_RANGE         | day
          lot empty                  | lot          | 60                 | CODE_TEXT         | dose
          lot null                   | lot          | f6                 | CBOR_TYPE         | lot
          no test                    | tests        | 80                 | COUNT_RANGE       | tests
          five tests                 | tests        | 85                 | COUNT_RANGE       | tests
          test too short             | test         | 82                 | RECORD_TOO_SHORT  | test
          test too long              | test         | 85                 | RECORD_TOO_LONG   | test
          method 0                   | method       | 00                 | CODE_RANGE        | test
          result 65536               | result       | 1a 00010000        | CODE_RANGE        | test
          result false               | result       | f4                 | CBOR_TYPE         | result
          sampled in year 10000      | sampled      | 1b 0000003afff44180 | TIME_RANGE       | sampled
          facility with a line end   | facility     | 62 410a            | CODE_TEXT         | test
          monitoring too short       | monitoring   | 81                 | RECORD_TOO_SHORT  | monitoring
          monitoring too long        | monitoring   | 85                 | RECORD_TOO_LONG   | monitoring
          state 0                    | state        | 00                 | CODE_RANGE        | monitoring
          until before since         | until        | 19 49df            | DAY_RANGE         | monitoring
          since after 2199           | since        | 1a 00014826        | DAY_RANGE         | since
          reading null at the end    | reading      | f6                 | RECORD_NULL       | reading
          reading too short          | reading      | 82                 | RECORD_TOO_SHORT  | reading
          reading too long           | reading      | 87                 | RECORD_TOO_LONG   | reading
          temperature 19.9           | temperature  | 18 c7              | READING_RANGE     | reading
          temperature 45.1           | temperature  | 19 01c3            | READING_RANGE     | reading
          temperature 37.0 as float  | temperature  | f9 50a0            | CBOR_FLOAT        | temperature
          spo2 101                   | spo2         | 18 65              | READING_RANGE     | reading
          spo2 2^32+97               | spo2         | 1b 0000000100000061 | READING_RANGE    | reading
          respiratory rate 121       | respiratory-rate | 18 79          | READING_RANGE     | reading
          pulse 301                  | pulse        | 19 012d            | READING_RANGE     | reading
          symptoms null at the end   | reading-symptoms | f6             | RECORD_NULL       | reading-symptoms
          symptoms of a reading      | reading-symptoms | 1b 0000000100000000 | BITS_RANGE   | reading
          status too short           | status       | 81                 | RECORD_TOO_SHORT  | status
          status too long            | status       | 83                 | RECORD_TOO_LONG   | status
          status a number            | status       | 07                 | CBOR_TYPE         | status
          list 65536                 | list         | 1a 00010000        | STATUS_RANGE      | status
          list negative              | list         | 20                 | CBOR_TYPE         | list
          index 131072               | index        | 1a 00020000        | STATUS_RANGE      | status
          index 2^32                 | index        | 1b 0000000100000000 | STATUS_RANGE     | status
          assurance 0 spelled out    | assurance    | 00                 | ASSURANCE_VALUE   | assurance
          assurance level 3          | assurance    | 03                 | ASSURANCE_VALUE   | pass
          assurance of a fifth kind  | assurance    | 19 0100            | ASSURANCE_VALUE   | pass
          assurance 2^32             | assurance    | 1b 0000000100000000 | ASSURANCE_VALUE  | pass
          no extension               | extensions   | a0                 | EXTENSION_RANGE   | extensions
          extensions null            | extensions   | f6                 | RECORD_NULL       | extensions
          extensions in an array     | extensions   | 82                 | CBOR_TYPE         | extensions
          key 2^31                   | extension-key | 1a 80000000       | EXTENSION_RANGE   | extension-key
          key -2^31-1                | extension-key | 3a 80000000       | EXTENSION_RANGE   | extension-key
          key a text                 | extension-key | 6141              | CBOR_TYPE         | extension-key
          """)
  void rejectsASpoiledPart(
      String name, String part, String hex, FormatFault fault, String faultAt) {
    Parts claims = Parts.claims().with(part, hex);
    int plus = faultAt.indexOf('+');
    int offset =
        plus < 0
            ? claims.at(faultAt)
            : claims.at(faultAt.substring(0, plus)) + Integer.parseInt(faultAt.substring(plus + 1));
    assertFault(fault, offset, () -> CwtClaims.decode(claims.bytes()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          last second of 9999        | exp          | 1b 0000003afff4417f
          one second of validity     | exp          | 1a 61409c81
          1850-01-01                 | birth        | 39 ab34
          2199-12-31                 | birth        | 1a 00014825
          year 1850                  | birth        | 81 19073a
          year 2199                  | birth        | 81 190897
          January                    | birth        | 82 1907c0 01
          December                   | birth        | 82 1907c0 0c
          day before 1970            | birth        | 20
          all symptoms, known or not | symptoms     | 1a ffffffff
          area of 20 characters      | area         | 74 2d2e2f 30395a*3 417a*4
          product of no table        | product      | 19 ffff
          dose on 1850-01-01         | day          | 39 ab34
          dose on 2199-12-31         | day          | 1a 00014825
          20th dose                  | number       | 14
          result of no table         | result       | 04
          until on the same day      | until        | 19 49e0
          no until                   | until        | f6
          no respiratory rate        | respiratory-rate | f6
          no pulse                   | pulse        | f6
          temperature 20.0           | temperature  | 18 c8
          temperature 45.0           | temperature  | 19 01c2
          spo2 100                   | spo2         | 18 64
          spo2 0                     | spo2         | 00
          pulse 300                  | pulse        | 19 012c
          no status                  | status       | f6
          last list                  | list         | 19 ffff
          last index                 | index        | 1a 0001ffff
          no assurance               | assurance    | f6
          largest extension key      | extension-key | 1a 7fffffff
          smallest extension key     | extension-key | 3a 7fffffff
          extension null             | extension    | f6
          """)
  void takesWhatStandsAtItsLimit(String name, String part, String hex) throws FormatException {
    Parts claims = Parts.claims().with(part, hex);
    if (part.equals("status")) {
      claims = claims.with("list", "-").with("index", "-");
    }
    assertArrayEquals(claims.bytes(), CwtClaims.decode(claims.bytes()).encode());
  }

  @Test
  void namesAMissingClaim() {
    for (String hex : new String[] {"a0", "a1 04 01", "a2 04 01 06 00", "a1 06 01"}) {
      assertFault(FormatFault.CLAIM_MISSING, 0, () -> CwtClaims.decode(Bytes.hex(hex)));
    }
  }

  private static final String HEAD = "a3 04 01 06 00 3a00010000 ";
  private static final String NAM_1984 = "82 634e616d 19148a ";

  @Test
  void rejectsAPassWithoutStatement() {
    assertFault(
        FormatFault.STATEMENTS_EMPTY,
        10,
        () -> CwtClaims.decode(Bytes.hex(HEAD + "82" + NAM_1984 + "a0")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "status null at the end, 83, f6, 0",
    "assurance null behind a status, 84, 820000 f6, 3",
    "assurance null behind null, 84, f6f6, 1",
    "extensions null behind nulls, 85, f6f6f6, 2",
  })
  void rejectsAPassThatEndsWithNull(String name, String head, String fields, int at) {
    String statements = "a1 04 82 01 00";
    byte[] payload = Bytes.hex(HEAD + head + NAM_1984 + statements + fields);
    int start = payload.length - Bytes.hex(fields).length;
    assertFault(FormatFault.RECORD_NULL, start + at, () -> CwtClaims.decode(payload));
  }

  @Test
  void rejectsAssuranceOfAClaimThatIsNotThere() {
    String statements = "a1 04 82 01 00";
    for (String bits : new String[] {"01", "04", "10", "18 50"}) {
      assertFault(
          FormatFault.ASSURANCE_VALUE,
          10,
          () -> CwtClaims.decode(Bytes.hex(HEAD + "84" + NAM_1984 + statements + "f6" + bits)));
    }
  }

  @Test
  void rejectsAPayloadLongerThanAnyPassBeforeReadingIt() {
    assertFault(FormatFault.BYTES_TOO_LONG, 1024, () -> CwtClaims.decode(new byte[1025]));
    assertFault(FormatFault.CBOR_TYPE, 0, () -> CwtClaims.decode(new byte[1024]));
    assertFault(FormatFault.CBOR_TRUNCATED, 0, () -> CwtClaims.decode(new byte[0]));
  }
}
