package io.greenqr.benchmarks.peer;

import io.greenqr.benchmarks.Turn;
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

/** The way of {@code VerifyBenchmark} in other systems, each on codes of its own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class PeerBenchmark {
  private static final int TEXTS = 64;

  /** The system. */
  @Param public Peer peer;

  private String[] texts;
  private Peer.Scan scan;

  /** Issues certificates, and makes sure that they are accepted and changed ones are not. */
  @Setup
  public void prepare() throws Exception {
    peer.install();
    Certificates certificates = new Certificates(TEXTS);
    texts = certificates.texts();
    scan = peer.with(certificates.certificate());
    for (String text : texts) {
      scan.content(text);
    }
    Peer.Scan stranger = peer.with(new Certificates(1).certificate());
    try {
      stranger.content(texts[0]);
    } catch (Exception refused) {
      return;
    }
    throw new IllegalStateException(peer + " takes what a stranger signed");
  }

  /** One scan of a good certificate, of several in turn. */
  @Benchmark
  public Object verify(Turn turn) throws Exception {
    return scan.content(texts[turn.next(TEXTS)]);
  }
}
