package io.greenqr.verify.internal.signature;

import java.security.Provider;
import java.security.Security;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The implementations that applications plug in. */
final class Engines {
  private Engines() {}

  /** By name; the provider of BouncyCastle is not registered anywhere. */
  static Map<String, SignatureEngine> all() {
    Map<String, SignatureEngine> engines = new LinkedHashMap<>();
    engines.put("precomputed", new PrecomputedEngine(1 << 20, Runnable::run));
    engines.put("BouncyCastle", new BouncyCastleEngine());
    engines.put("BouncyCastle as provider", new JcaEngine(new BouncyCastleProvider()));
    engines.put("SunEC", sunEc());
    return engines;
  }

  static SignatureEngine sunEc() {
    Provider sunEc = Security.getProvider("SunEC");
    if (sunEc == null) {
      throw new IllegalStateException("this JDK has no SunEC");
    }
    return new JcaEngine(sunEc);
  }
}
