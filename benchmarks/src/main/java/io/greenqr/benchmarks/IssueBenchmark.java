package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.verify.reader.LuminancePlane;
import io.greenqr.verify.reader.QrReader;
import io.greenqr.verify.reader.QrReading;
import java.util.Arrays;
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
 * From a pass to its picture and back to its text. {@code encode} is the twin of {@code issue}
 * without signature and self-check: an issuer refuses a stub signer, as it verifies what it signed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IssueBenchmark {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int MODULE = 5;

  /** The algorithm of the pass. */
  @Param public SignatureAlgorithm algorithm = SignatureAlgorithm.ESP256;

  private final QrReader reader = QrReader.create();
  private Sample sample = new Sample(SignatureAlgorithm.ESP256);
  private String text = "";
  private LuminancePlane frame = frame();
  private final LuminancePlane empty = frame();

  private static LuminancePlane frame() {
    byte[] luminance = new byte[WIDTH * HEIGHT];
    Arrays.fill(luminance, (byte) 0xe0);
    return LuminancePlane.of(luminance, WIDTH, HEIGHT, WIDTH);
  }

  /** Makes the pass and a frame that shows it, and sees that the frame is read. */
  @Setup
  public void setUp() throws Exception {
    sample = new Sample(algorithm);
    text = sample.issue();
    QrSymbol symbol = QrSymbol.of(text);
    byte[] luminance = new byte[WIDTH * HEIGHT];
    Arrays.fill(luminance, (byte) 0xe0);
    for (int y = 0; y < symbol.size() * MODULE; y++) {
      for (int x = 0; x < symbol.size() * MODULE; x++) {
        if (symbol.module(x / MODULE, y / MODULE)) {
          luminance[(y + 80) * WIDTH + x + 120] = 0x20;
        }
      }
    }
    frame = LuminancePlane.of(luminance, WIDTH, HEIGHT, WIDTH);
    if (!(reader.read(frame) instanceof QrReading.Text read) || !read.text().equals(text)) {
      throw new IllegalStateException("not read");
    }
  }

  /** Pass to text: checks, signature, self-check. */
  @Benchmark
  public String issue() throws Exception {
    return sample.issue();
  }

  /** Claims to payload. */
  @Benchmark
  public byte[] encode() throws Exception {
    CwtClaims claims = SignedPass.parseText(text).unverifiedClaims();
    return claims.encode();
  }

  /** Text to symbol, the mask chosen. */
  @Benchmark
  public QrSymbol draw() throws Exception {
    return QrSymbol.of(text);
  }

  /** Text to PNG, 8 pixels a module. */
  @Benchmark
  public byte[] drawPng() throws Exception {
    return QrSymbol.of(text).toPng(8);
  }

  /** A clean frame of 640 × 480 that shows the symbol. */
  @Benchmark
  public QrReading readFrame() {
    return reader.read(frame);
  }

  /** A frame of 640 × 480 that shows nothing. */
  @Benchmark
  public QrReading readEmptyFrame() {
    return reader.read(empty);
  }
}
