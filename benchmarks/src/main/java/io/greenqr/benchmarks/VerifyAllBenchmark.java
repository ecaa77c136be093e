package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.IssueException;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Many passes in one call; the figure is that of one pass. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class VerifyAllBenchmark {
  private static final int TEXTS = 64;

  /** What signed the passes. */
  @Param public SignatureAlgorithm algorithm;

  /** What checks the signatures. */
  @Param public Engine engine;

  private List<String> texts;
  private PassVerifier verifier;

  /** Issues passes and makes sure that what is measured is their acceptance. */
  @Setup
  public void prepare() throws IssueException, TrustException {
    SampleIssuer issuer = new SampleIssuer(algorithm);
    texts = List.of(issuer.texts(TEXTS));
    TrustList trust = TrustList.of(TrustedKey.of(issuer.statement()));
    verifier = engine.in(PassVerifier.builder(trust, SampleIssuer.CLOCK)).build();
    verifyAll().forEach(Sample::requireAccepted);
  }

  /** As many passes as one bus brings. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public List<Verification> verifyAll() {
    return verifier.verifyAll(texts);
  }
}
