package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.IssueException;
import io.greenqr.issue.IssuedPass;
import io.greenqr.issue.internal.curve.Curve;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolTooLargeException;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Issuing one pass with a key in memory: the content is encoded, signed, read back from both texts
 * and verified; and the whole way to a picture. {@code encodeAndReadBack}, {@code sign} and {@code
 * check} are the parts of {@code issue}; {@link DrawBenchmark} has those of the drawing.
 *
 * <p>An issuer verifies what its signer gave it, so no stub can stand in for the signer. The twin
 * repeats the encoding, the texts and the reading by hand, around a signature made before. The
 * checks of dates and of the issuer's rights are not part of it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class IssueBenchmark {
  /** What signs the pass. */
  @Param public SignatureAlgorithm algorithm;

  private SampleIssuer issuer;
  private Pass pass;
  private SignedPass signed;
  private byte[] toBeSigned;
  private Curve.Verifier verifier;

  /** Makes a key, and the signature of the twin. */
  @Setup
  public void prepare() throws IssueException {
    issuer = new SampleIssuer(algorithm);
    pass = SampleIssuer.pass();
    signed = issuer.issue(pass).signedPass();
    toBeSigned = signed.toBeSigned();
    CoseKey key = issuer.statement().key();
    verifier = Curve.of(algorithm).verifier(key.x(), key.y()).orElseThrow();
  }

  /** From a pass to a PNG file: what an issuer's server does for each code. */
  @Benchmark
  public byte[] code() throws IssueException, SymbolTooLargeException {
    String text = issuer.issue(pass).text(PassText.QR);
    return QrSymbol.of(text).toPng(DrawBenchmark.PIXELS_PER_MODULE);
  }

  /** One pass, with its signature and the check of it. */
  @Benchmark
  public IssuedPass issue() throws IssueException {
    return issuer.issue(pass);
  }

  /** The signature alone. */
  @Benchmark
  public byte[] sign() throws SigningException {
    return issuer.signer().sign(toBeSigned);
  }

  /** What the issuer does to check a signature before it leaves. */
  @Benchmark
  public boolean check() {
    return verifier.verify(toBeSigned, signed.signature());
  }

  /** The twin: encodes and reads back both texts; signs nothing and verifies nothing. */
  @Benchmark
  public CwtClaims encodeAndReadBack(Blackhole blackhole) throws FormatException {
    CwtClaims claims =
        CwtClaims.of(SampleIssuer.NOW, SampleIssuer.NOW.plus(SampleIssuer.VALIDITY), pass);
    byte[] payload = claims.encode();
    blackhole.consume(SignedPass.toBeSigned(algorithm, signed.keyId(), payload));
    SignedPass made = SignedPass.of(algorithm, signed.keyId(), payload, signed.signature());
    blackhole.consume(SignedPass.parseText(made.text(PassText.SMS)));
    SignedPass read = SignedPass.parseText(made.text(PassText.QR));
    blackhole.consume(read.toBeSigned());
    return read.unverifiedClaims();
  }
}
