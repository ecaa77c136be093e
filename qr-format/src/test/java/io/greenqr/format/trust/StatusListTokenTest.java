package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
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
    StatusEntries entries = StatusListToken.parse(TokenBytes.token(list)).unverifiedEntries();
    assertEquals(statuses.length(), entries.size());
    for (int i = 0; i < entries.size(); i++) {
      assertEquals(statuses.charAt(i) - '0', entries.get(i).code());
    }
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

  @ParameterizedTest
  @CsvSource({"1, 16384, true", "1, 16385, false", "2, 32768, true", "2, 32769, false"})
  void holdsAsManyEntriesAsAStatusList(int bits, int length, boolean fits) throws FormatException {
    byte[] ones = new byte[length];
    Arrays.fill(ones, (byte) 0x55);
    String lst = HexFormat.of().formatHex(deflate(ones));
    byte[] bytes =
        TokenBytes.token(
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
        TokenBytes.wrap(
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
        token,
        StatusListToken.parse(TokenBytes.token("a2636c737449789c63000000010001646269747302")));
  }
}
