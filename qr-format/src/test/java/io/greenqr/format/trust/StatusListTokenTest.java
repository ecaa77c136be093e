package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.Allocation;
import io.greenqr.format.Bytes;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusListTokenTest {
  private static final Instant IAT = Instant.ofEpochSecond(1_686_920_170);
  private static final String SUBJECT = "https://status.example/7";

  /** The example of draft-ietf-oauth-status-list section 5.2, whose claims are in no order. */
  private static final byte[] DRAFT =
      Bytes.hex(
          "d2845820a2012610781a6170706c69636174696f6e2f7374617475736c6973742b63"
              + "7774a1044231325850a502782168747470733a2f2f6578616d706c652e636f6d2f73"
              + "74617475736c697374732f31061a648c5bea041a8898dfea19fffe19a8c019fffda2"
              + "646269747301636c73744a78dadbb918000217015d584030e39052d23cc3cdeca77c"
              + "915d5e8763353565fa772c47f5176f77b5e406b11430b3dce2ae21c07f4491fc12ac"
              + "dd7ec82875099d28f035d9b1893e2825e63488");

  /** The key that signed it, of the draft's own examples. */
  private static final CoseKey DRAFT_KEY =
      CoseKey.p256(
          Base64.getUrlDecoder().decode("I3HWm_0Ds1dPMI-IWmf4mBmH-YaeAVbPVu7vB27CxXo"),
          Base64.getUrlDecoder().decode("6N_d5Elj9bs1htgV3okJKIdbHEpkgTmAluYKJemzn1M"));

  private static final byte[] SIGNATURE = Bytes.hex("00*31 01 00*31 01");

  @Test
  void readsTheExampleOfTheDraftWhichItsKeySigned() throws FormatException {
    StatusListToken token = StatusListToken.parse(DRAFT);
    assertEquals("https://example.com/statuslists/1", token.unverifiedSubject());
    assertEquals(IAT, token.unverifiedIssuedAt());
    assertEquals(Instant.ofEpochSecond(2_291_720_170L), token.unverifiedExpires().orElseThrow());
    assertEquals(Duration.ofHours(12), token.unverifiedTtl().orElseThrow());
    assertEquals(SignatureAlgorithm.ESP256, token.algorithm());
    assertArrayEquals(
        "12".getBytes(StandardCharsets.US_ASCII), token.unverifiedKeyId().orElseThrow());
    assertArrayEquals(DRAFT, token.bytes());
    StringBuilder statuses = new StringBuilder();
    for (int i = 0; i < token.unverifiedEntries().size(); i++) {
      statuses.append(token.unverifiedEntries().get(i).code());
    }
    assertEquals("1001110111000101", statuses.toString());
    assertTrue(token.isSignedBy(DRAFT_KEY, JcaSignatures::verifies));
    assertFalse(token.isSignedBy(CoseKey.ed25519(new byte[32]), (key, message, it) -> true));
    byte[] changed = DRAFT.clone();
    changed[70] ^= 1;
    assertFalse(StatusListToken.parse(changed).isSignedBy(DRAFT_KEY, JcaSignatures::verifies));
  }

  /** In other revisions the signature has an {@code s} above n / 2, which verifiers here refuse. */
  @Test
  void takesTheLowOfTheTwoSpellingsOfASignature() throws FormatException {
    byte[] received =
        Bytes.hex(
            "251d844ecc6541b8b2fd24e681836c1a072cad61716fb174d57b162b4b392c1e"
                + "a08b875a493ca8d1cf4328eee1b14f33aa899e532844778ba2fff80b5c1e56e5");
    byte[] bytes = Bytes.concat(Arrays.copyOf(DRAFT, DRAFT.length - 64), received);
    StatusListToken token = StatusListToken.parse(bytes);
    byte[] low = token.signature();
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    assertArrayEquals(Arrays.copyOf(received, 32), Arrays.copyOf(low, 32));
    assertEquals(order, number(received).add(number(low)));
    assertTrue(token.isSignedBy(DRAFT_KEY, JcaSignatures::verifies));
    assertArrayEquals(bytes, token.bytes());
    assertArrayEquals(low, SignatureAlgorithm.ESP256.canonical(low));
  }

  /** The second half of a signature. */
  private static BigInteger number(byte[] signature) {
    return new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
  }

  /** Section 4.3: the status lists of 16 passes with one bit and of 12 with two. */
  @ParameterizedTest
  @CsvSource({
    "a2646269747301636c73744a78dadbb918000217015d, 1001110111000101",
    "a2646269747302636c73744b78da3be9f2130003df0207, 120301011233"
  })
  void readsTheListsOfTheDraft(String list, String statuses) throws FormatException {
    StatusEntries entries = StatusListToken.parse(token(list)).unverifiedEntries();
    assertEquals(statuses.length(), entries.size());
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(statuses.charAt(i) - '0', entries.get(i).code());
    }
  }

  private static byte[] token(String listHex) {
    return wrap(
        "a20126" + "10781a6170706c69636174696f6e2f7374617475736c6973742b637774",
        "a0",
        "a302614106" + "0119fffd" + listHex,
        "00".repeat(31) + "01" + "00".repeat(31) + "01");
  }

  private static byte[] wrap(String header, String unprotected, String payload, String signature) {
    HexFormat hex = HexFormat.of();
    return CBORObject.FromObjectAndTag(
            CBORObject.NewArray()
                .Add(hex.parseHex(header))
                .Add(CBORObject.DecodeFromBytes(hex.parseHex(unprotected)))
                .Add(hex.parseHex(payload))
                .Add(hex.parseHex(signature)),
            18)
        .EncodeToBytes();
  }

  @ParameterizedTest
  @EnumSource
  void isReadBackAsItWasWritten(SignatureAlgorithm algorithm) throws FormatException {
    JcaSignatures.Pair keys = JcaSignatures.generate(algorithm);
    Random random = new Random(41);
    for (int i = 0; i < 20; i++) {
      byte[] bits = new byte[i == 0 ? 32_768 : 1 + random.nextInt(2_000)];
      random.nextBytes(bits);
      StatusEntries entries = StatusEntries.ofBits(bits);
      StatusListToken.Builder builder = StatusListToken.builder(SUBJECT, IAT, entries);
      if (i % 2 == 0) {
        builder.expires(IAT.plusSeconds(1 + i)).ttl(Duration.ofSeconds(1 + i));
      }
      StatusListToken token = builder.build(keys.key(), keys.sign(builder.toBeSigned(keys.key())));
      assertTrue(token.isSignedBy(keys.key(), JcaSignatures::verifies));
      assertArrayEquals(builder.toBeSigned(keys.key()), token.toBeSigned());
      StatusListToken read = StatusListToken.parse(token.bytes());
      assertEquals(token, read);
      assertEquals(token.hashCode(), read.hashCode());
      assertEquals(algorithm, read.algorithm());
      assertEquals(SUBJECT, read.unverifiedSubject());
      assertEquals(entries, read.unverifiedEntries());
      assertEquals(i % 2 == 0, read.unverifiedExpires().isPresent());
      assertEquals(i % 2 == 0, read.unverifiedTtl().isPresent());
      assertArrayEquals(keys.key().keyId().bytes(), read.unverifiedKeyId().orElseThrow());
      assertCanonical(token.bytes(), algorithm);
    }
  }

  /** Deterministic, with tag 18 and the identifiers that the readers of such tokens know. */
  private static void assertCanonical(byte[] bytes, SignatureAlgorithm algorithm) {
    CBORObject parts = CBORObject.DecodeFromBytes(bytes);
    assertTrue(parts.HasOneTag(18));
    assertArrayEquals(bytes, CanonicalCbor.encode(bytes));
    byte[] header = parts.get(0).GetByteString();
    assertArrayEquals(header, CanonicalCbor.encode(header));
    byte[] payload = parts.get(2).GetByteString();
    assertArrayEquals(payload, CanonicalCbor.encode(payload));
    CBORObject fields = CBORObject.DecodeFromBytes(header);
    assertEquals(algorithm == SignatureAlgorithm.ESP256 ? -7 : -8, fields.get(1).AsInt32());
    assertEquals("application/statuslist+cwt", fields.get(16).AsString());
    assertEquals(0, parts.get(1).size());
  }

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
        wrap(
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
        wrap(
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
        wrap(
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

  @ParameterizedTest
  @CsvSource({"1, 16384, true", "1, 16385, false", "2, 32768, true", "2, 32769, false"})
  void holdsAsManyEntriesAsAStatusList(int bits, int length, boolean fits) throws FormatException {
    byte[] ones = new byte[length];
    Arrays.fill(ones, (byte) 0x55);
    String lst = HexFormat.of().formatHex(deflate(ones));
    byte[] bytes =
        token(
            "a26462697473"
                + "0"
                + bits
                + "636c737459"
                + String.format("%04x", lst.length() / 2)
                + lst);
    if (fits) {
      StatusEntries entries = StatusListToken.parse(bytes).unverifiedEntries();
      assertEquals(131_072, entries.size());
      assertEquals(bits == 1 ? 65_536 : 131_072, entries.count(PassStatus.REVOKED));
    } else {
      assertFault(FormatFault.STATUS_ENTRIES, () -> StatusListToken.parse(bytes));
    }
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] out = new byte[content.length + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  @Test
  void isReadUpToItsBoundOfBytes() {
    assertFault(
        FormatFault.DOCUMENT_TOO_LONG, 65_536, () -> StatusListToken.parse(new byte[65_537]));
    assertFault(FormatFault.TOKEN_CBOR, () -> StatusListToken.parse(new byte[65_536]));
  }

  @ParameterizedTest
  @CsvSource({
    "00*63, COSE_SIGNATURE_SIZE",
    "00*65, COSE_SIGNATURE_SIZE",
    "00*64, COSE_SIGNATURE_RANGE",
    "00*31 01 ff*32, COSE_SIGNATURE_RANGE",
    "ff*32 00*31 01, COSE_SIGNATURE_RANGE"
  })
  void refusesNumbersThatNoSignatureHas(String signature, FormatFault fault) {
    byte[] bytes =
        wrap(
            "a2012610781a6170706c69636174696f6e2f7374617475736c6973742b637774",
            "a0",
            "a3026141060119fffda2636c737449789c63000000010001646269747302",
            HexFormat.of().formatHex(Bytes.hex(signature)));
    assertFault(fault, () -> StatusListToken.parse(bytes));
    StatusListToken.Builder builder =
        StatusListToken.builder(SUBJECT, IAT, StatusEntries.allValid(4));
    assertInvalid(fault, () -> builder.build(DRAFT_KEY, Bytes.hex(signature)));
  }

  @Test
  void doesNotBuildWhatItWouldNotRead() {
    StatusEntries entries = StatusEntries.allValid(4);
    StatusListToken.Builder builder = StatusListToken.builder(SUBJECT, IAT, entries);
    assertInvalid(
        FormatFault.CLAIM_MISSING,
        () -> StatusListToken.builder("", IAT, entries).toBeSigned(DRAFT_KEY));
    assertInvalid(
        FormatFault.TIME_RANGE,
        () -> StatusListToken.builder(SUBJECT, IAT.plusNanos(1), entries).toBeSigned(DRAFT_KEY));
    assertInvalid(FormatFault.TIME_ORDER, () -> builder.expires(IAT).toBeSigned(DRAFT_KEY));
    builder.expires(IAT.plusSeconds(1));
    assertInvalid(FormatFault.TIME_RANGE, () -> builder.ttl(Duration.ZERO).toBeSigned(DRAFT_KEY));
    assertInvalid(
        FormatFault.TIME_RANGE, () -> builder.ttl(Duration.ofMillis(1500)).toBeSigned(DRAFT_KEY));
    assertInvalid(
        FormatFault.DOCUMENT_TOO_LONG,
        () ->
            StatusListToken.builder("a".repeat(65_536), IAT, entries).build(DRAFT_KEY, SIGNATURE));
  }

  @Test
  void keepsItsBytesAndShowsNoContent() throws FormatException {
    byte[] bytes = DRAFT.clone();
    StatusListToken token = StatusListToken.parse(bytes);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(token.bytes(), (byte) 0);
    Arrays.fill(token.signature(), (byte) 0);
    Arrays.fill(token.toBeSigned(), (byte) 0);
    Arrays.fill(token.unverifiedKeyId().orElseThrow(), (byte) 0);
    assertEquals(StatusListToken.parse(DRAFT), token);
    assertArrayEquals(StatusListToken.parse(DRAFT).toBeSigned(), token.toBeSigned());
    assertArrayEquals(StatusListToken.parse(DRAFT).signature(), token.signature());
    assertFalse(token.toString().contains("example.com"));
    assertNotEquals(
        token, StatusListToken.parse(token("a2636c737449789c63000000010001646269747302")));
  }
}
