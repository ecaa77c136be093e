package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import io.greenqr.verify.trust.TrustException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a QR code, the answer is a verification. */
class NeverThrowsTest {
  private static final TestIssuer ISSUER = TestIssuer.ed25519(71);

  private static PassVerifier verifier() throws TrustException {
    return PassVerifier.of(ISSUER.trustList(), TestPasses.at(TestPasses.NOW));
  }

  private static void assertFault(Rejection step, FormatFault fault, Verification verification) {
    Rejected rejected = assertInstanceOf(Rejected.class, verification);
    assertEquals(step, rejected.rejection());
    assertEquals(fault, rejected.fault().orElseThrow());
  }

  @Test
  void nothingAndNothingBehindThePrefix() throws Exception {
    PassVerifier verifier = verifier();
    assertFault(Rejection.TEXT_FORM, FormatFault.TEXT_PREFIX, verifier.verify((String) null));
    assertFault(Rejection.TEXT_FORM, FormatFault.TEXT_PREFIX, verifier.verify(""));
    for (PassText form : PassText.values()) {
      Verification bare = verifier.verify(form.prefix());
      assertFault(Rejection.TEXT_ENCODING, FormatFault.TEXT_LENGTH, bare);
    }
    assertFault(Rejection.ENVELOPE, FormatFault.CBOR_TRUNCATED, verifier.verify(new byte[0]));
    assertFault(Rejection.ENVELOPE, FormatFault.CBOR_TRUNCATED, verifier.verify((byte[]) null));
  }

  @ParameterizedTest
  @EnumSource(PassText.class)
  void tenMegabytes(PassText form) throws Exception {
    PassVerifier verifier = verifier();
    String text = form.prefix() + "A".repeat(10 << 20);
    assertFault(Rejection.TEXT_FORM, FormatFault.TEXT_TOO_LONG, verifier.verify(text));
    assertFault(
        Rejection.TEXT_FORM, FormatFault.TEXT_TOO_LONG, verifier.verify("\u0000".repeat(10 << 20)));
    assertFault(
        Rejection.ENVELOPE, FormatFault.BYTES_TOO_LONG, verifier.verify(new byte[10 << 20]));
  }

  /** Beyond the first plane one in 61, unless run with {@code -Dgreenqr.exhaustive=true}. */
  @Test
  void codePointsOfEveryPlaneHalfPairsIncluded() throws Exception {
    PassVerifier verifier = verifier();
    int step = Boolean.getBoolean("greenqr.exhaustive") ? 1 : 61;
    int decoded = 0;
    for (int point = 0;
        point <= Character.MAX_CODE_POINT;
        point += point < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 1 : step) {
      String character = new String(Character.toChars(point));
      for (PassText form : PassText.values()) {
        String code = verifier.verify(form.prefix() + "00" + character).code();
        decoded += code.equals("ENVELOPE") ? 1 : 0;
      }
    }
    // Three characters of Base45 stand for less than 65,536 where the last is at most 32; of three
    // of base64url the last two bits are zero.
    assertEquals(33 + 16, decoded);
  }

  @Test
  void randomTexts() throws Exception {
    PassVerifier verifier = verifier();
    Random random = new Random(20210915);
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    int envelopes = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder(i % 4 == 0 ? "" : i % 2 == 0 ? "GQ1:" : "gq1.");
      int length = random.nextInt(i % 100 == 0 ? 6_000 : 300);
      for (int k = 0; k < length; k++) {
        text.append(
            i % 3 == 0
                ? (char) random.nextInt(0x10000)
                : alphabet.charAt(random.nextInt(i % 3 == 1 ? 36 : 45)));
      }
      Verification verification = verifier.verify(text.toString());
      assertInstanceOf(Rejected.class, verification);
      envelopes += verification.code().equals("ENVELOPE") ? 1 : 0;
    }
    assertTrue(envelopes > 1_000, "some must come as far as the envelope: " + envelopes);
  }

  @Test
  void randomBytesBehindABeginningThatIsRight() throws Exception {
    PassVerifier verifier = verifier();
    Random random = new Random(20211004);
    byte[] pass = ISSUER.sign(TestPasses.vaccination()).bytes();
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = new byte[random.nextInt(i % 50 == 0 ? 2_000 : 200)];
      random.nextBytes(bytes);
      System.arraycopy(pass, 0, bytes, 0, Math.min(bytes.length, random.nextInt(20)));
      assertInstanceOf(Rejected.class, verifier.verify(bytes));
    }
  }

  /** Several random edits at once; what they leave as it was is accepted and nothing else. */
  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void validTextsWithRandomEdits(SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 72);
    PassVerifier verifier = PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW));
    List<String> texts = new ArrayList<>();
    for (CwtClaims claims : TestPasses.samples()) {
      for (PassText form : PassText.values()) {
        texts.add(issuer.sign(claims).text(form));
      }
    }
    Random random = new Random(algorithm.coseId());
    int unchanged = 0;
    for (int i = 0; i < 10_000; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      StringBuilder edited = new StringBuilder(text);
      for (int edits = random.nextInt(4); edits > 0 && edited.length() > 0; edits--) {
        int at = random.nextInt(edited.length());
        String other = texts.get(random.nextInt(texts.size()));
        int from = random.nextInt(other.length());
        int to = from + random.nextInt(Math.min(8, other.length() - from));
        edited.replace(at, Math.min(edited.length(), at + to - from), other.substring(from, to));
      }
      boolean same = edited.toString().equals(text);
      unchanged += same ? 1 : 0;
      assertEquals(same, verifier.verify(edited.toString()) instanceof Accepted);
    }
    assertTrue(unchanged > 1_000 && unchanged < 9_000, "edits: " + unchanged);
  }
}
