package io.greenqr.benchmarks;

import io.greenqr.verify.SignatureCheck;
import java.security.Provider;
import java.security.Security;

/** What checks the signatures. */
public enum Engine {
  /** The default. */
  BOUNCY_CASTLE {
    @Override
    SignatureCheck check() {
      return SignatureCheck.bouncyCastle();
    }
  },
  /** The provider that comes with the JDK. */
  SUN_EC {
    @Override
    SignatureCheck check() {
      Provider provider = Security.getProvider("SunEC");
      if (provider == null) {
        throw new IllegalStateException("this JDK has no SunEC");
      }
      return SignatureCheck.jca(provider);
    }
  },
  /** Nothing: what remains is the cost of everything but the signature. */
  STUB {
    @Override
    SignatureCheck check() {
      return SignatureCheck.jca(new StubProvider());
    }
  };

  abstract SignatureCheck check();
}
