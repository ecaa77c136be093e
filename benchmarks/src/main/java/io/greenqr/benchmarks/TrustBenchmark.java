package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.SigningException;
import io.greenqr.verify.trust.StatusAnswer;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.util.SplittableRandom;
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

/** What status lists cost: a look-up at each scan, and taking over a bundle once a day. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class TrustBenchmark {
  /** Passes of the scheme. */
  @Param({"100000", "10000000"})
  public int passes;

  private StatusReference[] references;
  private TrustList trust;
  private TrustAnchor anchor;
  private byte[] complete;
  private int next;

  /** Makes a scheme of which one pass in a hundred is not valid. */
  @Setup
  public void prepare() throws SigningException, TrustException {
    IssuerKey issuer = new SampleIssuer(SignatureAlgorithm.ESP256).statement();
    SampleScheme scheme = new SampleScheme(issuer, passes, 0.01, 1);
    anchor = TrustAnchor.of(scheme.rootBytes());
    complete = scheme.complete().bytes();
    trust = TrustList.open(anchor, TrustStore.inMemory(), complete);
    SplittableRandom random = new SplittableRandom(2);
    references = new StatusReference[1 << 16];
    for (int i = 0; i < references.length; i++) {
      int pass = random.nextInt(passes);
      references[i] = StatusReference.of(pass >>> 17, pass & 0x1ffff);
    }
  }

  /** The status of a pass at random. */
  @Benchmark
  public StatusAnswer status() {
    next = (next + 1) & (references.length - 1);
    return trust.status(references[next], SampleIssuer.NOW);
  }

  /** A complete bundle into a new store in memory. */
  @Benchmark
  public TrustUpdate apply() throws TrustException {
    return TrustSync.open(anchor, TrustStore.inMemory()).apply(complete);
  }
}
