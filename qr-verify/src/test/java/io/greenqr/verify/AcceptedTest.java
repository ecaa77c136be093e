package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.text.PassText;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptedTest {
  private static final TestIssuer ISSUER = TestIssuer.p256(11);

  private static Accepted accept(TestIssuer issuer, SignedPass signed) throws TrustException {
    return accept(issuer.trustList(), signed.text(PassText.QR));
  }

  private static Accepted accept(TrustList trust, String text) {
    PassVerifier verifier =
        PassVerifier.builder(trust, TestPasses.at(TestPasses.NOW)).allowUncheckedStatus().build();
    return assertInstanceOf(Accepted.class, verifier.verify(text));
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void tellsWhatWasSignedAndWhoSigned(SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 11);
    for (CwtClaims claims : TestPasses.samples()) {
      Accepted accepted = accept(issuer, issuer.sign(claims));
      assertEquals("ACCEPTED", accepted.code());
      assertEquals(claims, accepted.claims());
      assertEquals(claims.pass(), accepted.pass());
      assertEquals("Issuer 11", accepted.issuer());
      assertEquals(issuer.trusted(), accepted.key());
      assertEquals(TestPasses.NOW, accepted.verifiedAt());
      assertEquals(Accepted.StatusKnowledge.NO_REFERENCE, accepted.status());
    }
  }

  @Test
  void saysThatAStatusWasNotLookedAt() throws Exception {
    CwtClaims claims =
        TestPasses.claims(
            TestPasses.pass(EnumSet.of(ClaimKind.TEST)).status(StatusReference.of(3, 4)).build());
    assertEquals(Accepted.StatusKnowledge.UNCHECKED, accept(ISSUER, ISSUER.sign(claims)).status());
  }

  @Test
  void tellsTheAgeOfTheListWhereItIsKnown() throws Exception {
    String text = ISSUER.sign(TestPasses.vaccination()).text(PassText.QR);
    assertEquals(Optional.empty(), accept(ISSUER.trustList(), text).trustAge());
    Instant asOf = TestPasses.NOW.minus(Duration.ofHours(30));
    TrustList dated = TrustList.builder().add(ISSUER.trusted()).asOf(asOf).build();
    assertEquals(Optional.of(Duration.ofHours(30)), accept(dated, text).trustAge());
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void hasTheSha256OfThePayloadAsIdentityInEveryText(SignatureAlgorithm algorithm)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 12);
    SignedPass signed = issuer.sign(TestPasses.vaccination());
    byte[] expected =
        MessageDigest.getInstance("SHA-256").digest(TestPasses.vaccination().encode());
    for (PassText form : PassText.values()) {
      Accepted accepted = accept(issuer.trustList(), signed.text(form));
      assertArrayEquals(expected, accepted.identity());
      Arrays.fill(accepted.identity(), (byte) 0);
      assertArrayEquals(expected, accepted.identity(), "a copy each time");
    }
  }

  /** A signature of an issuer can be made again; it is still the same pass. */
  @Test
  void hasTheSameIdentityUnderAnotherSignatureAndAnotherForOtherContent() throws Exception {
    TestIssuer other = TestIssuer.p256(13);
    byte[] first = accept(ISSUER, ISSUER.sign(TestPasses.vaccination())).identity();
    byte[] second = accept(other, other.sign(TestPasses.vaccination())).identity();
    assertArrayEquals(first, second);
    CwtClaims later =
        CwtClaims.of(
            TestPasses.IAT.plusSeconds(1), TestPasses.EXP, TestPasses.vaccination().pass());
    HexFormat hex = HexFormat.of();
    assertNotEquals(
        hex.formatHex(first), hex.formatHex(accept(ISSUER, ISSUER.sign(later)).identity()));
  }

  @Test
  void keepsExtensionsThatAreNotCritical() throws Exception {
    Extensions extensions =
        Extensions.NONE.with(0, new byte[] {1}).with(Integer.MAX_VALUE, new byte[] {2});
    CwtClaims claims =
        TestPasses.claims(
            TestPasses.pass(EnumSet.of(ClaimKind.TEST)).extensions(extensions).build());
    assertEquals(extensions, accept(ISSUER, ISSUER.sign(claims)).pass().extensions());
  }

  @Test
  void printsNothingOfThePerson() throws Exception {
    String printed = accept(ISSUER, ISSUER.sign(TestPasses.samples().get(4))).toString();
    assertTrue(printed.contains("Issuer 11"), printed);
    for (String personal : Set.of("Nguy", "Khai", "1984", "ABW1639", "372", "HCM", "0102030405")) {
      assertFalse(printed.contains(personal), printed);
    }
  }

  /** Otherwise whoever writes the application could be handed a pass that nobody verified. */
  @Test
  void canBeConstructedByTheVerifierOnly() {
    for (Class<?> type : Set.of(Accepted.class, Rejected.class, Verification.class)) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        int open = Modifier.PUBLIC | Modifier.PROTECTED;
        assertEquals(0, constructor.getModifiers() & open, constructor.toString());
      }
    }
    assertEquals(
        Set.of(Accepted.class, Rejected.class),
        Set.of(Verification.class.getPermittedSubclasses()));
    assertTrue(Modifier.isFinal(Accepted.class.getModifiers()));
  }
}
