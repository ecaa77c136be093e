package io.greenqr.format.cose;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.Bytes;
import io.greenqr.format.CborGenerator;
import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedPassEnvelopeTest {
  private static final byte[] SIGNATURE = Bytes.hex("00*31 01 00*31 01");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no tag                      | tag         | -                     | COSE_TAG            | tag
          tag 17, a MAC               | tag         | d1                    | COSE_TAG            | tag
          tag 98, several signers     | tag         | d862                  | COSE_TAG            | tag
          tag 61, a CWT               | tag         | d83d d2               | COSE_TAG            | tag
          tag 18 in two bytes         | tag         | d812                  | CBOR_NOT_SHORTEST   | tag
          tag 18 twice                | tag         | d2 d2                 | CBOR_TAG            | tag+1
          tag of 2^64-1               | tag         | db ffffffffffffffff   | CBOR_INTEGER_RANGE  | tag
          indefinite tag              | tag         | df                    | CBOR_INDEFINITE     | tag
          reserved tag                | tag         | dc                    | CBOR_RESERVED       | tag
          a text for the array        | array       | 64                    | CBOR_TYPE           | array
          a map for the array         | array       | a2                    | CBOR_TYPE           | array
          indefinite array            | array       | 9f                    | CBOR_INDEFINITE     | array
          array count in two bytes    | array       | 9804                  | CBOR_NOT_SHORTEST   | array
          no element                  | array       | 80                    | COSE_SHAPE          | array
          three elements              | array       | 83                    | COSE_SHAPE          | array
          five elements               | array       | 85                    | COSE_SHAPE          | array
          header as a map             | protected   | -                     | CBOR_TYPE           | protected
          header as a text            | protected   | 69                    | CBOR_TYPE           | protected
          header longer than the rest | protected   | 59ffff                | CBOR_LENGTH         | protected
          header length in two bytes  | protected   | 5809                  | CBOR_NOT_SHORTEST   | protected
          header in an array          | header      | 82                    | CBOR_TYPE           | header
          header without kid          | header      | a1                    | COSE_HEADER         | header
          header with three entries   | header      | a3                    | COSE_HEADER         | header
          indefinite header           | header      | bf                    | CBOR_INDEFINITE     | header
          header key 2, crit          | alg-key     | 02                    | COSE_HEADER         | header
          kid before alg              | alg-key     | 04                    | COSE_HEADER         | header
          a text as header key        | alg-key     | 60                    | CBOR_TYPE           | alg-key
          alg -7, ES256               | alg         | 26                    | COSE_ALGORITHM      | alg
          alg -8, EdDSA               | alg         | 27                    | COSE_ALGORITHM      | alg
          alg -18                     | alg         | 31                    | COSE_ALGORITHM      | alg
          alg -20                     | alg         | 33                    | COSE_ALGORITHM      | alg
          alg 9                       | alg         | 09                    | COSE_ALGORITHM      | alg
          alg 0                       | alg         | 00                    | COSE_ALGORITHM      | alg
          alg as a byte string        | alg         | 40                    | CBOR_TYPE           | alg
          alg null                    | alg         | f6                    | CBOR_TYPE           | alg
          alg undefined               | alg         | f7                    | CBOR_SIMPLE         | alg
          alg twice                   | kid-key     | 01                    | CBOR_KEY_DUPLICATE  | kid-key
          second key 3                | kid-key     | 03                    | COSE_HEADER         | kid-key
          second key 5, IV            | kid-key     | 05                    | COSE_HEADER         | kid-key
          second key 0                | kid-key     | 00                    | CBOR_KEY_ORDER      | kid-key
          second key -1               | kid-key     | 20                    | COSE_HEADER         | kid-key
          kid of 3 bytes              | kid         | 43 112233 44          | COSE_KID            | kid
          kid of 0 bytes              | kid         | 40 11223344           | COSE_KID            | kid
          kid as a text               | kid         | 64 41414141           | CBOR_TYPE           | kid
          kid as a number             | kid         | 1a 11223344           | CBOR_TYPE           | kid
          unprotected kid             | unprotected | a1 04 4411223344      | COSE_UNPROTECTED    | unprotected
          unprotected alg             | unprotected | a1 01 26              | COSE_UNPROTECTED    | unprotected
          unprotected bytes           | unprotected | 40                    | CBOR_TYPE           | unprotected
          unprotected null            | unprotected | f6                    | CBOR_TYPE           | unprotected
          indefinite unprotected      | unprotected | bfff                  | CBOR_INDEFINITE     | unprotected
          no payload (detached)       | payload     | f6                    | CBOR_TYPE           | payload
          payload as a map            | payload     | a0                    | CBOR_TYPE           | payload
          payload as a text           | payload     | 6141                  | CBOR_TYPE           | payload
          payload in pieces           | payload     | 5f4100ff              | CBOR_INDEFINITE     | payload
          payload longer than all     | payload     | 5affffffff            | CBOR_LENGTH         | payload
          payload length in 8 bytes   | payload     | 5b000000000000000100  | CBOR_NOT_SHORTEST   | payload
          signature of 63 bytes       | signature   | 583f                  | COSE_SIGNATURE_SIZE | signature
          signature of 0 bytes        | signature   | 40                    | COSE_SIGNATURE_SIZE | signature
          signature of 65 bytes       | signature   | 5841 00               | COSE_SIGNATURE_SIZE | signature
          signature of 96 bytes       | signature   | 5860 00*32            | COSE_SIGNATURE_SIZE | signature
          signature in DER            | signature   | 5848 3044 0220 00*4   | COSE_SIGNATURE_SIZE | signature
          signature as a text         | signature   | 7840                  | CBOR_TYPE           | signature
          signature null              | signature   | f6                    | CBOR_TYPE           | signature
          """)
  void rejectsEveryOtherShape(
      String name, String part, String hex, FormatFault fault, String faultAt) {
    Parts envelope = Parts.envelope().with(part, hex);
    int offset = faultAt.equals("tag+1") ? 1 : envelope.at(faultAt);
    assertFault(fault, offset, () -> SignedPass.parse(envelope.bytes()));
  }

  @Test
  void rejectsAHeaderWithAThirdEntryThoughItsLengthIsRight() {
    Parts envelope =
        Parts.envelope()
            .with("protected", "4d")
            .with("header", "a3")
            .with("kid", "4411223344 05420000");
    assertFault(
        FormatFault.COSE_HEADER, envelope.at("header"), () -> SignedPass.parse(envelope.bytes()));
  }

  @Test
  void rejectsBytesBehindTheHeaderInItsString() {
    Parts envelope = Parts.envelope().with("protected", "4a").with("kid", "4411223344 00");
    assertFault(
        FormatFault.CBOR_TRAILING,
        envelope.at("unprotected") - 1,
        () -> SignedPass.parse(envelope.bytes()));
  }

  @Test
  void rejectsAHeaderThatEndsInsideItsString() {
    Parts shorter = Parts.envelope().with("protected", "48");
    assertFault(
        FormatFault.CBOR_LENGTH, shorter.at("kid"), () -> SignedPass.parse(shorter.bytes()));
    Parts empty = Parts.envelope().with("protected", "40");
    assertFault(
        FormatFault.CBOR_TRUNCATED, empty.at("header"), () -> SignedPass.parse(empty.bytes()));
  }

  @Test
  void rejectsMoreThanThousandTwentyFourBytesBeforeReadingAny() {
    assertFault(FormatFault.BYTES_TOO_LONG, 1024, () -> SignedPass.parse(new byte[1025]));
    assertFault(FormatFault.COSE_TAG, 0, () -> SignedPass.parse(new byte[1024]));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "23", "24", "255", "256", "900", "942"})
  void carriesPayloadsOfEveryHeadSize(int length) throws FormatException {
    HexFormat hex = HexFormat.of();
    String payload = hex.formatHex(CborGenerator.head(2, length)) + "5a".repeat(length);
    byte[] bytes = Parts.envelope().with("payload", payload).bytes();

    SignedPass pass = SignedPass.parse(bytes);
    assertEquals("5a".repeat(length), hex.formatHex(pass.unverifiedPayload()));
    assertArrayEquals(bytes, pass.bytes());
    assertEquals(
        pass, SignedPass.of(pass.algorithm(), pass.keyId(), pass.unverifiedPayload(), SIGNATURE));
  }

  @Test
  void doesNotBuildWhatItWouldNotRead() {
    KeyId keyId = KeyId.of(new byte[4]);
    assertInvalid(
        FormatFault.BYTES_TOO_LONG,
        () -> SignedPass.of(SignatureAlgorithm.ESP256, keyId, new byte[943], SIGNATURE));
    assertInvalid(
        FormatFault.COSE_SIGNATURE_SIZE,
        () -> SignedPass.of(SignatureAlgorithm.ESP256, keyId, new byte[1], new byte[63]));
    assertInvalid(
        FormatFault.COSE_SIGNATURE_RANGE,
        () -> SignedPass.of(SignatureAlgorithm.ESP256, keyId, new byte[1], new byte[64]));
    assertThrows(IllegalArgumentException.class, () -> KeyId.of(new byte[3]));
    assertThrows(IllegalArgumentException.class, () -> KeyId.of(new byte[5]));
  }

  @Test
  void saysAlgorithmKeyAndSizeAndNoContent() throws FormatException {
    assertEquals(
        "SignedPass[ESP256:11223344, 81 bytes]",
        SignedPass.parse(Parts.envelope().bytes()).toString());
  }

  @Test
  void writesItsSignatureIntoABufferOfItsCallers() throws FormatException {
    SignedPass pass = SignedPass.parse(Parts.envelope().with("s", "07*31 02").bytes());
    byte[] buffer = new byte[SignatureAlgorithm.SIGNATURE_LENGTH + 1];
    buffer[SignatureAlgorithm.SIGNATURE_LENGTH] = 0x55;
    pass.writeSignature(buffer);
    assertArrayEquals(Bytes.concat(pass.signature(), new byte[] {0x55}), buffer);
    byte[] enough = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    pass.writeSignature(enough);
    assertArrayEquals(pass.signature(), enough);
    byte[] tooShort = new byte[SignatureAlgorithm.SIGNATURE_LENGTH - 1];
    assertThrows(IllegalArgumentException.class, () -> pass.writeSignature(tooShort));
    assertArrayEquals(new byte[SignatureAlgorithm.SIGNATURE_LENGTH - 1], tooShort);
  }

  @Test
  void keepsItsBytesWhateverItsCallersDoWithTheirs() throws FormatException {
    byte[] bytes = Parts.envelope().bytes();
    SignedPass pass = SignedPass.parse(bytes);
    bytes[0] = 0;
    pass.bytes()[0] = 0;
    pass.signature()[0] = 0;
    pass.unverifiedPayload()[0] = 1;
    pass.keyId().bytes()[0] = 0;
    assertArrayEquals(Parts.envelope().bytes(), pass.bytes());
    assertNotSame(pass.bytes(), pass.bytes());
    assertEquals("11223344", pass.keyId().toString());
  }
}
