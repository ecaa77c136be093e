package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.IssueException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From QR text to claims that nobody has verified: Base45, COSE, CBOR. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class ParseBenchmark {
  private String text;

  /** Issues the pass to be read. */
  @Setup
  public void prepare() throws IssueException {
    text = new SampleIssuer(SignatureAlgorithm.ESP256).issue(SampleIssuer.pass()).text(PassText.QR);
  }

  /** The whole way of the text, without looking for a key. */
  @Benchmark
  public CwtClaims parse() throws FormatException {
    return SignedPass.parseText(text).unverifiedClaims();
  }
}
