package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.IssueException;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a trust list of many keys costs when passes of all of them come in turn, without order. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class KeysBenchmark {
  /** So many passes at least, that the processor learns none of them by heart. */
  private static final int MIN_TEXTS = 64;

  /** From so many uses on a key may have the widest table. */
  private static final int USES_OF_A_KEY = 4_096;

  private static final int MAX_SCANS = 100_000;

  /** The form of the signatures. */
  @Param public SignatureAlgorithm algorithm;

  /** Keys of the trust list; each has signed as many passes as any other. */
  @Param({"1", "10", "100", "1000", "5000"})
  public int keys;

  private String[] texts;
  private PassVerifier verifier;

  /** Makes the keys and their passes, and makes sure that all are accepted. */
  @Setup
  public void prepare() throws IssueException, TrustException, InterruptedException {
    int each = Math.max(1, (MIN_TEXTS + keys - 1) / keys);
    texts = new String[each * keys];
    TrustList.Builder trust = TrustList.builder();
    for (int i = 0; i < keys; i++) {
      SampleIssuer issuer = new SampleIssuer(algorithm);
      trust.add(TrustedKey.of(issuer.statement()));
      System.arraycopy(issuer.texts(each), 0, texts, i * each, each);
    }
    Collections.shuffle(Arrays.asList(texts), new Random(1));
    ExecutorService tables = Executors.newSingleThreadExecutor();
    verifier =
        PassVerifier.builder(trust.build(), SampleIssuer.CLOCK).tableExecutor(tables).build();
    // All keys are in use, and have the tables that there is memory for, before anything is
    // measured.
    int rounds = Math.max(1, Math.min(USES_OF_A_KEY, MAX_SCANS / keys) / each);
    for (int round = 0; round < rounds; round++) {
      for (String text : texts) {
        Sample.requireAccepted(verifier.verify(text));
      }
    }
    tables.shutdown();
    if (!tables.awaitTermination(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("tables are not built");
    }
  }

  /** One scan. */
  @Benchmark
  public Verification verify(Turn turn) {
    return verifier.verify(texts[turn.next(texts.length)]);
  }
}
