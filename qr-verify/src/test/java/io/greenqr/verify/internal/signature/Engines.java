package io.greenqr.verify.internal.signature;

import java.security.Provider;
import java.security.Security;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The implementations that applications plug in. */
final class Engines {
  private Engines() {}

  /** By name; the provider of BouncyCastle is not registered anywhere. */
  static Map<String, SignatureEngine> all() {
    Map<String, SignatureEngine> engines = new LinkedHashMap<>();
    engines.put("smallest tables", precomputed(0));
    engines.put("tables of 32 KB", precomputed(32 << 10));
    // Beyond 2,048 checks with a key this is the widest there is.
    engines.put("tables", precomputed(1 << 20));
    engines.put("BouncyCastle", new BouncyCastleEngine());
    engines.put("BouncyCastle as provider", new JcaEngine(new BouncyCastleProvider()));
    engines.put("SunEC", sunEc());
    return engines;
  }

  /** Each key on its own, with all the memory, as soon as it is made ready. */
  private static SignatureEngine precomputed(long memory) {
    return key -> {
      SignatureEngine engine = new PrecomputedEngine(memory, Runnable::run);
      PreparedKey prepared = engine.prepare(key);
      engine.keep(Collections.singletonList(prepared));
      SignatureBatch batch = engine.batch();
      return (message, length, signature) -> {
        boolean single = prepared.verifies(message, length, signature);
        batch.add(prepared, message, length, signature);
        if (batch.decide()[0] != single) {
          throw new AssertionError("alone " + single);
        }
        return single;
      };
    };
  }

  static SignatureEngine sunEc() {
    Provider sunEc = Security.getProvider("SunEC");
    if (sunEc == null) {
      throw new IllegalStateException("this JDK has no SunEC");
    }
    return new JcaEngine(sunEc);
  }
}
