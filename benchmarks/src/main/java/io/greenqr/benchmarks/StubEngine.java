package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.SignatureCheck;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.internal.signature.SignatureEngine;
import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * To it every signature is valid, at no cost: a verifier with it spends what it spends on
 * everything but the signature. It protects nothing and is for measuring only.
 *
 * <p>A JCA provider that says yes would do as well, but the objects that JCA makes for each check
 * are a part of the signature, and cost more inside a verifier than when they are measured alone.
 */
final class StubEngine implements SignatureEngine {
  @Override
  public PreparedKey prepare(CoseKey key) {
    return (message, length, signature) -> true;
  }

  /** By reflection: no application can choose this, and none shall be able to. */
  static SignatureCheck check() {
    BiFunction<Long, Executor, SignatureEngine> engines = (memory, executor) -> new StubEngine();
    try {
      Constructor<SignatureCheck> constructor =
          SignatureCheck.class.getDeclaredConstructor(BiFunction.class, String.class);
      constructor.setAccessible(true);
      return constructor.newInstance(engines, "stub");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the constructor of SignatureCheck has changed", e);
    }
  }
}
