package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trust is swapped whole, under the feet of running verifications. */
class TrustSwapTest {
  private static final int THREADS = 4;

  private static final TestIssuer FIRST = TestIssuer.ed25519(91);
  private static final TestIssuer SECOND = TestIssuer.ed25519(92);
  private static final TestIssuer SHARED = TestIssuer.ed25519(93);

  private static final TrustList A = list("A", FIRST, Duration.ofDays(1));
  private static final TrustList B = list("B", SECOND, Duration.ofDays(2));

  /** {@code own} and the shared key, the latter under the name of the list. */
  private static TrustList list(String name, TestIssuer own, Duration age) {
    Instant asOf = TestPasses.NOW.minus(age);
    try {
      return TrustList.builder()
          .add(named(name, own.key()))
          .add(named(name, SHARED.key()))
          .asOf(asOf)
          .build();
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrustedKey named(String name, CoseKey key) throws TrustException {
    return TrustedKey.of(IssuerKey.builder(name, key, EnumSet.allOf(ClaimKind.class)).build());
  }

  private static String answer(PassVerifier verifier, byte[] pass) {
    Verification verification = verifier.verify(pass);
    return verification instanceof Accepted accepted
        ? accepted.issuer() + " " + accepted.trustAge().orElseThrow()
        : verification.code();
  }

  /** What each pass may be answered: as all of A says, or all of B. */
  private static final List<Set<String>> POSSIBLE =
      List.of(
          Set.of("A PT24H", "KEY_UNKNOWN"),
          Set.of("KEY_UNKNOWN", "B PT48H"),
          Set.of("A PT24H", "B PT48H"));

  @Test
  @Timeout(60)
  void everyAnswerIsThatOfOneWholeList() throws Exception {
    PassVerifier verifier = PassVerifier.of(A, TestPasses.at(TestPasses.NOW));
    List<byte[]> passes = new ArrayList<>();
    for (TestIssuer issuer : List.of(FIRST, SECOND, SHARED)) {
      passes.add(issuer.sign(TestPasses.vaccination()).bytes());
    }
    List<Set<String>> seen = new ArrayList<>();
    passes.forEach(pass -> seen.add(ConcurrentHashMap.newKeySet()));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      running.add(
          threads.submit(
              () -> {
                int verified = 0;
                while (!done.get()) {
                  for (int i = 0; i < passes.size(); i++) {
                    seen.get(i).add(answer(verifier, passes.get(i)));
                    verified++;
                  }
                }
                return verified;
              }));
    }
    int swaps = 0;
    while (swaps < 2_000 || !seen.equals(POSSIBLE)) {
      verifier.replaceTrust(swaps++ % 2 == 0 ? B : A);
      if (seen.stream().anyMatch(answers -> answers.size() > 2)) {
        break;
      }
    }
    done.set(true);
    int verified = 0;
    for (Future<Integer> thread : running) {
      verified += thread.get(10, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertEquals(POSSIBLE, seen);
    System.out.println("TrustSwapTest: " + swaps + " swaps, " + verified + " verifications");
  }

  @Test
  void aListHoldsFromTheVerificationThatFollowsOn() throws Exception {
    PassVerifier verifier = PassVerifier.of(A, TestPasses.at(TestPasses.NOW));
    byte[] pass = FIRST.sign(TestPasses.vaccination()).bytes();
    for (int i = 0; i < 100; i++) {
      assertEquals("A PT24H", answer(verifier, pass));
      verifier.replaceTrust(B);
      assertEquals("KEY_UNKNOWN", answer(verifier, pass));
      verifier.replaceTrust(A);
    }
    verifier.replaceTrust(TrustList.builder().build());
    assertEquals("KEY_UNKNOWN", answer(verifier, pass));
  }

  /** A list that cannot be used leaves the one before in force: neither none nor half of it. */
  @Test
  void aListWithAKeyThatTheEngineCannotUseIsRefusedWhole() throws Exception {
    TestIssuer p256 = TestIssuer.p256(94);
    SignatureCheck withoutEd25519 = SignatureCheck.jca(Security.getProvider("SunRsaSign"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            PassVerifier.builder(A, TestPasses.at(TestPasses.NOW))
                .signatureCheck(withoutEd25519)
                .build());

    SignatureCheck ecdsaOnly = SignatureCheck.jca(new EcdsaOnlyProvider());
    PassVerifier verifier =
        PassVerifier.builder(p256.trustList(), TestPasses.at(TestPasses.NOW))
            .signatureCheck(ecdsaOnly)
            .build();
    byte[] pass = p256.sign(TestPasses.vaccination()).bytes();
    assertEquals("ACCEPTED", verifier.verify(pass).code());
    assertThrows(IllegalArgumentException.class, () -> verifier.replaceTrust(A));
    assertEquals("ACCEPTED", verifier.verify(pass).code());
    assertTrue(ecdsaOnly.toString().contains("EcdsaOnly"), ecdsaOnly.toString());
  }

  /** What an old device has: ECDSA, and nothing of Ed25519. */
  @SuppressWarnings("serial")
  private static final class EcdsaOnlyProvider extends Provider {
    EcdsaOnlyProvider() {
      super("EcdsaOnly", "1", "for this test");
      delegate("KeyFactory", "EC");
      delegate("Signature", "SHA256withECDSA");
    }

    private void delegate(String type, String algorithm) {
      Service service = new BouncyCastleProvider().getService(type, algorithm);
      putService(
          new Service(this, type, algorithm, service.getClassName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
              return service.newInstance(parameter);
            }
          });
    }
  }
}
