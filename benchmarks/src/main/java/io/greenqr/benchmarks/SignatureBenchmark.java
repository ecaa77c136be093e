package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.verify.internal.signature.PreparedKey;
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
 * One signature of a message of 200 bytes, under a key that is ready.
 *
 * <p>Providers keep one object for all signatures, which is faster than a verifier can use them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH fills the fields through prepare
public class SignatureBenchmark {
  private static final int MESSAGES = 64;

  /** The form of the signatures. */
  @Param public SignatureAlgorithm algorithm;

  /** What checks them. */
  @Param public Engine engine;

  private PreparedKey key;
  private byte[][] messages;
  private byte[][] signatures;
  private int next;

  /** Signs the messages and makes sure that all are valid. */
  @Setup
  public void prepare() {
    SampleSignatures samples = new SampleSignatures(algorithm, MESSAGES);
    key = engine.prepare(samples.key());
    messages = new byte[MESSAGES][];
    signatures = new byte[MESSAGES][];
    for (int i = 0; i < MESSAGES; i++) {
      messages[i] = samples.message(i);
      signatures[i] =
          key instanceof ReusedSignature ? samples.jcaSignature(i) : samples.signature(i);
      if (!verify()) {
        throw new IllegalStateException("a good signature was refused");
      }
    }
  }

  /** One signature, of several in turn. */
  @Benchmark
  public boolean verify() {
    int index = next;
    next = (index + 1) % MESSAGES;
    return key.verifies(messages[index], signatures[index]);
  }
}
