package io.greenqr.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;

/** Amazon's provider over AWS-LC. */
public final class Corretto {
  private Corretto() {}

  /** The provider, with the factory of Ed25519 keys that it has but does not show unasked. */
  public static Provider provider() {
    System.setProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory", "true");
    Throwable trouble = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
    if (trouble != null) {
      throw new IllegalStateException("its native part does not load", trouble);
    }
    return AmazonCorrettoCryptoProvider.INSTANCE;
  }
}
