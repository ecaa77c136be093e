package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.IssueException;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
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

/**
 * From QR text to the answer of a gate that knows one key.
 *
 * <p>The twin of each measurement is the one with {@link Engine#STUB}: the same verifier and the
 * same steps, with a signature check that does nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class VerifyBenchmark {
  private static final int TEXTS = 64;

  /** What signed the pass. */
  @Param public SignatureAlgorithm algorithm;

  /** What checks the signature. */
  @Param public Engine engine;

  private String[] texts;
  private PassVerifier verifier;

  /** Issues passes and makes sure that what is measured is an acceptance. */
  @Setup
  public void prepare() throws IssueException, TrustException {
    SampleIssuer issuer = new SampleIssuer(algorithm);
    texts = issuer.texts(TEXTS);
    TrustList trust = TrustList.of(TrustedKey.of(issuer.statement()));
    verifier = engine.in(PassVerifier.builder(trust, SampleIssuer.CLOCK)).build();
    for (String text : texts) {
      Sample.requireAccepted(verifier.verify(text));
    }
  }

  /** One scan of a good pass, of several in turn. */
  @Benchmark
  public Verification verify(Turn turn) {
    return verifier.verify(texts[turn.next(TEXTS)]);
  }
}
