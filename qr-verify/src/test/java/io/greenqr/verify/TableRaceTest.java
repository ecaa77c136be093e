package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.text.PassText;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Verifications of several threads while keys come and go and tables are exchanged, in memory that
 * is too little for all of them.
 */
class TableRaceTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 60;
  private static final int TEXTS = 40;
  private static final int ISSUERS = 8;

  private final List<TestIssuer> issuers = new ArrayList<>();
  private final List<String> good = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();

  private void addIssuer(TestIssuer issuer) {
    SignedPass pass = issuer.sign(TestPasses.vaccination());
    byte[] other = issuer.sign(TestPasses.samples().get(2)).signature();
    issuers.add(issuer);
    good.add(pass.text(PassText.QR));
    bad.add(
        SignedPass.of(pass.algorithm(), pass.keyId(), pass.unverifiedPayload(), other)
            .text(PassText.QR));
  }

  /** All keys, or but for one of each algorithm. */
  private TrustList trust(int without) throws TrustException {
    TrustList.Builder trust = TrustList.builder();
    for (int i = 0; i < issuers.size(); i++) {
      if (i % ISSUERS != without) {
        trust.add(issuers.get(i).trusted());
      }
    }
    return trust.build();
  }

  /** The last two of each algorithm come and go; what an answer may be is known for all others. */
  private int verifyRound(PassVerifier verifier, Random random) {
    List<String> texts = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<Boolean> always = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      int at = random.nextInt(issuers.size());
      boolean valid = random.nextBoolean();
      texts.add((valid ? good : bad).get(at));
      expected.add(valid ? "ACCEPTED" : "SIGNATURE");
      always.add(at % ISSUERS < ISSUERS - 2);
    }
    List<Verification> answers = verifier.verifyAll(texts);
    int told = 0;
    for (int i = 0; i < TEXTS; i++) {
      for (String code : List.of(answers.get(i).code(), verifier.verify(texts.get(i)).code())) {
        if (always.get(i) || !code.equals("KEY_UNKNOWN")) {
          assertEquals(expected.get(i), code);
          told++;
        }
      }
    }
    return told;
  }

  @Test
  @Timeout(120)
  void everyVerdictIsRightWhileKeysAndTablesAreExchanged() throws Exception {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (int secret = 71; secret < 71 + ISSUERS; secret++) {
        addIssuer(TestIssuer.of(algorithm, secret));
      }
    }
    ExecutorService tables = Executors.newFixedThreadPool(2);
    AtomicInteger built = new AtomicInteger();
    PassVerifier verifier =
        PassVerifier.builder(trust(-1), TestPasses.at(TestPasses.NOW))
            .tableMemory(400_000)
            .tableExecutor(
                task -> {
                  built.incrementAndGet();
                  tables.execute(task);
                })
            .build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(thread);
      running.add(
          threads.submit(
              () -> {
                int told = 0;
                for (int round = 0; round < ROUNDS; round++) {
                  told += verifyRound(verifier, random);
                }
                return told;
              }));
    }
    int swaps = 0;
    while (swaps < 20 || running.stream().anyMatch(thread -> !thread.isDone())) {
      int without = ISSUERS - 3 + swaps++ % 3;
      verifier.replaceTrust(trust(without == ISSUERS - 3 ? -1 : without));
    }
    int told = 0;
    for (Future<Integer> thread : running) {
      told += thread.get(10, TimeUnit.SECONDS);
    }
    threads.shutdown();
    tables.shutdown();
    assertTrue(told > THREADS * ROUNDS * TEXTS, "verdicts " + told);
    assertTrue(built.get() > 0);
    System.out.println(
        "TableRaceTest: " + told + " verdicts, " + swaps + " lists, " + built + " tasks");
  }
}
