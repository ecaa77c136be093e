package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.trust.TestBundle;
import io.greenqr.verify.trust.TestScheme;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Verifications while bundles are applied. List {@code n} names the issuer {@code n}, is {@code n}
 * seconds younger than the first, and restricts one of two passes: which, changes with each. A
 * verifier that took the key of one list and the status or the age of another (by reading its
 * snapshot twice, as was tried on this code) gives an answer that no list gives.
 */
class TrustUpdateRaceTest {
  private static final int THREADS = 3;
  private static final int VERSIONS = 150;
  private static final TestIssuer ISSUER = TestIssuer.ed25519(7200);

  private static byte[] bundle(int version) {
    boolean even = version % 2 == 0;
    StatusListDocument status =
        TestScheme.status(
            1,
            version,
            even ? PassStatus.VALID : PassStatus.RESTRICTED,
            even ? PassStatus.RESTRICTED : PassStatus.VALID);
    TrustListDocument.Builder list =
        TrustListDocument.builder(
                Environment.TEST,
                TrustVersion.of(1, version),
                TestScheme.ISSUED.plusSeconds(version),
                TestScheme.EXPIRES,
                TestScheme.CLOSES)
            .key(IssuerKey.builder(Integer.toString(version), ISSUER.key(), kinds()).build());
    return TestBundle.of(list, status).bytes();
  }

  private static EnumSet<ClaimKind> kinds() {
    return EnumSet.of(ClaimKind.TEST);
  }

  private static byte[] pass(int index) {
    return ISSUER
        .sign(
            TestPasses.claims(
                TestPasses.pass(kinds()).status(StatusReference.of(1, index)).build()))
        .bytes();
  }

  /** The version that an answer is of, which all of the answer must agree on. */
  private static int versionOf(Verification verification, int index) {
    Accepted accepted = (Accepted) verification;
    int version = Integer.parseInt(accepted.issuer());
    boolean valid = version % 2 == index;
    assertEquals(
        valid ? Accepted.StatusKnowledge.VALID : Accepted.StatusKnowledge.RESTRICTED,
        accepted.status(),
        "status under list " + version);
    Duration age = Duration.between(TestScheme.ISSUED, TestScheme.NOW).minusSeconds(version);
    assertEquals(age, accepted.trustAge().orElseThrow(), "age of list " + version);
    return version;
  }

  @Test
  @Timeout(60)
  void everyAnswerIsThatOfOneWholeListAndNoneIsOfAnEarlierOneThanTheLast() throws Exception {
    List<byte[]> bundles = new ArrayList<>();
    for (int version = 1; version <= VERSIONS; version++) {
      bundles.add(bundle(version));
    }
    TrustSync sync = TestScheme.sync();
    sync.apply(bundles.get(0));
    PassVerifier verifier =
        PassVerifier.builder(sync.trust(), TestPasses.at(TestScheme.NOW))
            .allowRestrictedStatus()
            .build();
    byte[][] passes = {pass(0), pass(1)};
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger latest = new AtomicInteger(1);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      running.add(
          threads.submit(
              () -> {
                int verified = 0;
                int before = 1;
                TrustList held = sync.trust();
                while (!done.get()) {
                  int index = verified++ % 2;
                  int atLeast = latest.get();
                  int version = versionOf(verifier.verify(passes[index]), index);
                  assertTrue(version >= before && version >= atLeast, version + " " + before);
                  before = version;
                  TrustList next = sync.trust();
                  assertTrue(
                      next.version().orElseThrow().compareTo(held.version().orElseThrow()) >= 0);
                  held = next;
                }
                return verified;
              }));
    }
    for (int version = 2; version <= VERSIONS; version++) {
      assertEquals("UPDATED", sync.apply(bundles.get(version - 1)).code());
      verifier.replaceTrust(sync.trust());
      latest.set(version);
    }
    done.set(true);
    int verified = 0;
    for (Future<Integer> thread : running) {
      verified += thread.get(10, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertTrue(verified > VERSIONS, "verifications: " + verified);
  }
}
