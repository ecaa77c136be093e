package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.policy.PolicyJson;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.issue.IssueException;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionPolicy;
import io.greenqr.verify.admission.Site;
import io.greenqr.verify.trust.TrustException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/**
 * What a policy of ten rules costs, for a pass that keeps them all: then every one is evaluated.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class AdmissionBenchmark {
  private AdmissionPolicy policy;
  private Site site;
  private Verification pass;

  /** Compiles the policy and verifies the pass. */
  @Setup
  public void prepare() throws IOException, FormatException, IssueException, TrustException {
    SampleIssuer issuer = new SampleIssuer(SignatureAlgorithm.ESP256);
    PassVerifier verifier = Sample.verifier(issuer.statement());
    pass = verifier.verify(issuer.texts(1)[0]);
    policy =
        AdmissionPolicy.unverified(
            List.of(PolicyJson.read(resource("ten-rules.json"))), SampleIssuer.CLOCK);
    site = Site.of("VN-SG", "market").withRole("worker");
    if (evaluate().colour() != TrafficLight.GREEN) {
      throw new IllegalStateException("not green: " + evaluate().reasons());
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = AdmissionBenchmark.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not in this jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The answer at a gate: its colour. */
  @Benchmark
  public Admission evaluate() {
    return policy.evaluate(site, pass);
  }

  /** The answer, and until when it holds. */
  @Benchmark
  public Optional<Instant> holdsUntil() {
    return policy.evaluate(site, pass).holdsUntil();
  }
}
