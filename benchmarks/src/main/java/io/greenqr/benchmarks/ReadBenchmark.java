package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.IssueException;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolTooLargeException;
import io.greenqr.verify.reader.LuminancePlane;
import io.greenqr.verify.reader.QrReader;
import io.greenqr.verify.reader.QrReading;
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

/** From the grey values of a camera frame to text, or to nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class ReadBenchmark {
  /** What is in the frame. */
  @Param public Frame frame;

  private final QrReader reader = QrReader.create();
  private LuminancePlane plane;

  /** Draws the frame and makes sure that the reader sees in it what it should. */
  @Setup
  public void prepare() throws IssueException, SymbolTooLargeException {
    String text =
        new SampleIssuer(SignatureAlgorithm.ESP256).issue(SampleIssuer.pass()).text(PassText.QR);
    plane = frame.plane(QrSymbol.of(text));
    QrReading reading = reader.read(plane);
    boolean right =
        frame == Frame.SYMBOL
            ? reading instanceof QrReading.Text read && read.text().equals(text)
            : reading instanceof QrReading.Nothing;
    if (!right) {
      throw new IllegalStateException("the reader saw something else in " + frame);
    }
  }

  /** One frame. */
  @Benchmark
  public QrReading read() {
    return reader.read(plane);
  }
}
