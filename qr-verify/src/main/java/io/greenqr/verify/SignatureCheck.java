package io.greenqr.verify;

import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.internal.signature.JcaEngine;
import io.greenqr.verify.internal.signature.PrecomputedEngine;
import io.greenqr.verify.internal.signature.SignatureEngine;
import java.security.Provider;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * Which implementation checks signatures. All give the same answers; they differ in speed and in
 * what they bring along.
 */
public final class SignatureCheck {
  private final BiFunction<Long, Executor, SignatureEngine> engines;
  private final String name;

  private SignatureCheck(BiFunction<Long, Executor, SignatureEngine> engines, String name) {
    this.engines = engines;
    this.name = name;
  }

  /**
   * Own arithmetic in pure Java, with tables of multiples of every trusted key: the default, and
   * the fastest by far. The tables take memory, {@link PassVerifier.Builder#tableMemory}.
   */
  public static SignatureCheck precomputed() {
    return new SignatureCheck(PrecomputedEngine::new, "precomputed");
  }

  /** BouncyCastle's arithmetic, in pure Java: several times slower, and known for long. */
  public static SignatureCheck bouncyCastle() {
    return new SignatureCheck((memory, executor) -> new BouncyCastleEngine(), "BouncyCastle");
  }

  /**
   * A JCA provider with {@code SHA256withECDSA} and {@code Ed25519}; it is used as given and never
   * registered.
   */
  public static SignatureCheck jca(Provider provider) {
    return new SignatureCheck(
        (memory, executor) -> new JcaEngine(provider), "JCA " + provider.getName());
  }

  /** An engine for one verifier. */
  SignatureEngine engine(long tableMemory, Executor tableExecutor) {
    return engines.apply(tableMemory, tableExecutor);
  }

  /** The name of the implementation. */
  @Override
  public String toString() {
    return name;
  }
}
