package io.greenqr.benchmarks;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.IssueException;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolTooLargeException;
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

/** Drawing the QR symbol of a pass. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class DrawBenchmark {
  static final int PIXELS_PER_MODULE = 8;

  private String text;
  private QrSymbol symbol;

  /** Issues the pass to be drawn. */
  @Setup
  public void prepare() throws IssueException, SymbolTooLargeException {
    text = new SampleIssuer(SignatureAlgorithm.ESP256).issue(SampleIssuer.pass()).text(PassText.QR);
    symbol = QrSymbol.of(text);
  }

  /** From text to modules. */
  @Benchmark
  public QrSymbol symbol() throws SymbolTooLargeException {
    return QrSymbol.of(text);
  }

  /** The same by ZXing alone, which chooses the same mask. */
  @Benchmark
  public QRCode zxing() throws WriterException {
    return Encoder.encode(text, ErrorCorrectionLevel.M);
  }

  /** From modules to a PNG file. */
  @Benchmark
  public byte[] png() {
    return symbol.toPng(PIXELS_PER_MODULE);
  }

  /** From text to a PNG file. */
  @Benchmark
  public byte[] symbolAndPng() throws SymbolTooLargeException {
    return QrSymbol.of(text).toPng(PIXELS_PER_MODULE);
  }
}
