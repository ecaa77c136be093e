package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.text.PassText;
import io.greenqr.verify.trust.TestBundle;
import io.greenqr.verify.trust.TestScheme;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import java.security.Security;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several texts at once are answered as each of them alone. */
class VerifyAllTest {
  private static final int[] SIZES = {0, 1, 2, 63, 64, 65, 200};

  private static PassVerifier.Builder builder(TrustList trust) {
    return PassVerifier.builder(trust, TestPasses.at(TestPasses.NOW)).tableExecutor(Runnable::run);
  }

  private static Map<String, PassVerifier> verifiers(TrustList trust) {
    Map<String, PassVerifier> verifiers = new LinkedHashMap<>();
    verifiers.put("precomputed", builder(trust).build());
    verifiers.put("least memory", builder(trust).tableMemory(0).build());
    for (SignatureCheck check :
        List.of(
            SignatureCheck.bouncyCastle(),
            SignatureCheck.jca(new BouncyCastleProvider()),
            SignatureCheck.jca(Security.getProvider("SunEC")))) {
      verifiers.put(check.toString(), builder(trust).signatureCheck(check).build());
    }
    return verifiers;
  }

  /** All that an answer says. */
  private static String told(Verification answer) {
    if (answer instanceof Rejected rejected) {
      return rejected.rejection() + " " + rejected.fault() + " " + rejected.offset();
    }
    Accepted accepted = (Accepted) answer;
    return String.join(
        " ",
        accepted.code(),
        HexFormat.of().formatHex(accepted.claims().encode()),
        accepted.key().toString(),
        accepted.status().toString(),
        accepted.verifiedAt().toString(),
        accepted.trustFreshness().toString(),
        accepted.trustAge().toString(),
        HexFormat.of().formatHex(accepted.identity()));
  }

  private static List<String> told(List<Verification> answers) {
    return answers.stream().map(VerifyAllTest::told).toList();
  }

  private static List<String> oneByOne(PassVerifier verifier, List<String> texts) {
    List<String> answers = new ArrayList<>();
    for (String text : texts) {
      answers.add(told(verifier.verify(text)));
    }
    return answers;
  }

  @Test
  void answersAreThoseOfEachAloneWithEveryCheckForEverySize() throws Exception {
    MixedTexts mixed = MixedTexts.create();
    Map<String, PassVerifier> verifiers = verifiers(mixed.trust());
    TreeSet<String> codes = new TreeSet<>();
    for (int size : SIZES) {
      List<String> texts = mixed.some(size, size);
      List<String> expected = oneByOne(verifiers.get("BouncyCastle"), texts);
      verifiers.forEach(
          (name, verifier) -> {
            assertEquals(expected, told(verifier.verifyAll(texts)), () -> name + ", " + size);
            assertEquals(expected, oneByOne(verifier, texts), () -> name + ", alone");
          });
      expected.forEach(answer -> codes.add(answer.substring(0, answer.indexOf(' '))));
    }
    assertTrue(codes.size() >= 10, codes.toString());
  }

  @Test
  void everySortOfTextIsAnsweredAlikeByAllChecks() throws Exception {
    MixedTexts mixed = MixedTexts.create();
    Map<String, PassVerifier> verifiers = verifiers(mixed.trust());
    List<String> expected = oneByOne(verifiers.get("JCA SunEC"), mixed.each());
    verifiers.forEach(
        (name, verifier) -> assertEquals(expected, told(verifier.verifyAll(mixed.each())), name));
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void exactlyTheBadOneIsNamedWhereverItStands(SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 31);
    PassVerifier verifier = builder(issuer.trustList()).build();
    SignedPass good = issuer.sign(TestPasses.vaccination());
    SignedPass bad =
        SignedPass.of(
            algorithm,
            good.keyId(),
            good.unverifiedPayload(),
            issuer.sign(TestPasses.samples().get(2)).signature());
    for (int size : new int[] {2, 64, 65}) {
      List<String> texts = new ArrayList<>(Collections.nCopies(size, good.text(PassText.QR)));
      for (int at = 0; at < size; at++) {
        texts.set(at, bad.text(PassText.QR));
        List<Verification> answers = verifier.verifyAll(texts);
        for (int i = 0; i < size; i++) {
          assertEquals(i == at ? "SIGNATURE" : "ACCEPTED", answers.get(i).code());
        }
        texts.set(at, good.text(PassText.QR));
      }
    }
  }

  @Test
  void trustThatIsClosedOrMissingClosesAllButMalformedTexts() throws Exception {
    MixedTexts mixed = MixedTexts.create();
    TrustList closed =
        TestScheme.sync(TestBundle.of(TestScheme.sign(TestScheme.list(1, 1).build()))).trust();
    TrustSync nothing = TestScheme.sync();
    for (TrustList trust : List.of(closed, nothing.trust())) {
      PassVerifier verifier =
          PassVerifier.of(trust, TestPasses.at(TestScheme.CLOSES.plusSeconds(1)));
      List<String> texts = mixed.some(65, 9);
      List<String> answers = told(verifier.verifyAll(texts));
      assertEquals(oneByOne(verifier, texts), answers);
      String code = trust == closed ? "TRUST_CLOSED" : "TRUST_MISSING";
      assertTrue(answers.stream().anyMatch(answer -> answer.startsWith(code)), code);
    }
  }

  @Test
  void theListOfAnswersCannotBeChanged() throws Exception {
    PassVerifier verifier = builder(TestIssuer.p256(5).trustList()).build();
    List<Verification> answers = verifier.verifyAll(Arrays.asList("a", null));
    assertThrows(UnsupportedOperationException.class, () -> answers.set(0, answers.get(1)));
    assertThrows(UnsupportedOperationException.class, () -> answers.remove(0));
  }

  /** What stayed behind in the scratch space would answer the next one's malformed text. */
  @Test
  void aListThatThrowsHalfWayLeavesNothingForTheNext() throws Exception {
    TestIssuer issuer = TestIssuer.p256(5);
    PassVerifier verifier = builder(issuer.trustList()).build();
    String good = issuer.sign(TestPasses.vaccination()).text(PassText.QR);
    List<String> throwing =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            if (index > 0) {
              throw new IllegalStateException("no more");
            }
            return good;
          }

          @Override
          public int size() {
            return 2;
          }
        };
    assertThrows(IllegalStateException.class, () -> verifier.verifyAll(throwing));
    assertEquals("TEXT_FORM", verifier.verifyAll(List.of("no pass")).get(0).code());
    assertEquals(List.of(), verifier.verifyAll(List.of()));
  }

  /** Such as memory that runs out: it passes through, and the next call starts afresh. */
  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void anErrorHalfWayLeavesNothingForTheNext(SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 5);
    String good = issuer.sign(TestPasses.vaccination()).text(PassText.QR);
    AtomicBoolean thrown = new AtomicBoolean();
    Executor broken =
        task -> {
          if (thrown.compareAndSet(false, true)) {
            throw new StackOverflowError();
          }
        };
    PassVerifier verifier = builder(issuer.trustList()).tableExecutor(broken).build();
    List<String> sixteen = Collections.nCopies(16, good);
    assertThrows(StackOverflowError.class, () -> verifier.verifyAll(sixteen));
    assertEquals("TEXT_FORM", verifier.verifyAll(List.of("no pass")).get(0).code());
    assertEquals(List.of(), verifier.verifyAll(List.of()));
    for (int i = 0; i < 5; i++) {
      verifier.verifyAll(sixteen).forEach(answer -> assertEquals("ACCEPTED", answer.code()));
    }
  }
}
