package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.text.PassText;
import io.greenqr.verify.trust.Allocation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the thread that verifies takes from the heap. */
class AllocationTest {
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 1_000;
  private static final int TIMES = 100;

  /** What every accepted pass may take, all of which its answer holds. */
  private static final long MOST = 1_024;

  /** The pass of the benchmarks: two doses, a test and a declaration. */
  private static Pass pass() {
    return Pass.builder(Subject.of("Trần Văn Minh Phương", Birth.of(LocalDate.of(1984, 3, 12))))
        .vaccination(
            Vaccination.of(
                List.of(
                    Dose.of(VaccineProduct.VAXZEVRIA, 1, 2, LocalDate.of(2021, 6, 1)),
                    Dose.of(VaccineProduct.VAXZEVRIA, 2, 2, LocalDate.of(2021, 8, 24)))))
        .tests(
            Tests.of(
                List.of(
                    TestRecord.of(TestMethod.ANTIGEN, TestResult.NOT_DETECTED, TestPasses.IAT))))
        .declaration(
            Declaration.of(
                TestPasses.IAT.minus(Duration.ofHours(1)),
                CodeSet.of(Symptom.class),
                CodeSet.of(Exposure.class)))
        .build();
  }

  /** The least, once the compiler has done away with what nobody keeps; it gets some time to. */
  private static long bytesOf(long most, Runnable verification) throws Throwable {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > most; round++) {
      for (int i = 0; i < WARM_UP; i++) {
        verification.run();
      }
      long bytes =
          Allocation.of(
              () -> {
                for (int i = 0; i < TIMES; i++) {
                  verification.run();
                }
              });
      least = Math.min(least, bytes / TIMES);
    }
    return least;
  }

  private static void expect(String code, Verification verification) {
    assertEquals(code, verification.code());
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void anAcceptedPassTakesOneKilobyteAtMostAndARefusedSignatureLess(SignatureAlgorithm algorithm)
      throws Throwable {
    TestIssuer issuer = TestIssuer.of(algorithm, 61);
    PassVerifier verifier = PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW));
    SignedPass pass = issuer.sign(TestPasses.claims(pass()));
    String good = pass.text(PassText.QR);
    String bad =
        SignedPass.of(
                algorithm,
                pass.keyId(),
                pass.unverifiedPayload(),
                issuer.sign(TestPasses.vaccination()).signature())
            .text(PassText.QR);
    long accepted = bytesOf(MOST, () -> expect("ACCEPTED", verifier.verify(good)));
    long rejected = bytesOf(MOST / 2, () -> expect("SIGNATURE", verifier.verify(bad)));
    long inBatch = bytesOf(64 * MOST, () -> verifier.verifyAll(Collections.nCopies(64, good))) / 64;
    System.out.println(
        "AllocationTest: "
            + algorithm
            + ": "
            + accepted
            + " B accepted, "
            + rejected
            + " B refused, "
            + inBatch
            + " B each of 64");
    assertTrue(accepted <= MOST, "accepted " + accepted);
    assertTrue(rejected <= MOST / 2, "refused " + rejected);
    assertTrue(inBatch <= MOST, "in a batch " + inBatch);
  }

  /** A table of 832 KB and what building it takes would show. */
  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void wideTablesAreNotBuiltByTheThreadThatVerifies(SignatureAlgorithm algorithm) throws Throwable {
    TestIssuer issuer = TestIssuer.of(algorithm, 62);
    String good = issuer.sign(TestPasses.claims(pass())).text(PassText.QR);
    long least = Long.MAX_VALUE;
    // A verifier for each run of the measurement, which takes the least.
    for (int run = 0; run < 3; run++) {
      PassVerifier verifier = PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW));
      verifier.verify(good);
      long[] used = {0};
      long bytes =
          Allocation.of(
              () -> {
                // 16 uses fall into the first run, and 32, 64 and so on into later ones.
                for (int i = 0; i < 20; i++) {
                  expect("ACCEPTED", verifier.verify(good));
                }
                used[0] += 20;
              });
      assertEquals(80, used[0]);
      least = Math.min(least, bytes);
    }
    assertTrue(least < 20 * 4_096, "bytes " + least);
  }

  @Test
  void theThreadOfTablesIsADaemon() throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    TableThread.EXECUTOR.execute(() -> thread.complete(Thread.currentThread()));
    assertTrue(thread.get(30, TimeUnit.SECONDS).isDaemon());
    assertEquals("greenqr-tables", thread.get().getName());
  }
}
