package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.SignatureCheck;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.security.Security;
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

/** From a text to its verification; {@code STUB} is the same without the signature check. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VerifyBenchmark {
  /** The algorithm of the pass. */
  @Param public SignatureAlgorithm algorithm = SignatureAlgorithm.ESP256;

  /** Which implementation checks the signature. */
  @Param({"BOUNCY_CASTLE", "SUN_EC", "STUB"})
  public String engine = "BOUNCY_CASTLE";

  private String text = "";
  private PassVerifier verifier = PassVerifier.of(emptyTrust(), Sample.CLOCK);

  private static TrustList emptyTrust() {
    try {
      return TrustList.of();
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the pass and the verifier, and sees that the pass is accepted. */
  @Setup
  public void setUp() throws Exception {
    Sample sample = new Sample(algorithm);
    text = sample.issue();
    SignatureCheck check =
        switch (engine) {
          case "BOUNCY_CASTLE" -> SignatureCheck.bouncyCastle();
          case "SUN_EC" -> SignatureCheck.jca(Security.getProvider("SunEC"));
          default -> SignatureCheck.jca(new StubProvider());
        };
    verifier =
        PassVerifier.builder(TrustList.of(TrustedKey.of(sample.statement())), Sample.CLOCK)
            .signatureCheck(check)
            .build();
    if (!(verifier.verify(text) instanceof Accepted)) {
      throw new IllegalStateException("not accepted");
    }
  }

  /** Text to verification. */
  @Benchmark
  public Verification verify() {
    return verifier.verify(text);
  }

  /** Text to claims, nothing verified; the same whatever the engine. */
  @Benchmark
  public CwtClaims parse() throws Exception {
    return SignedPass.parseText(text).unverifiedClaims();
  }
}
