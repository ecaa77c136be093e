package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.SignatureCheck;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.internal.signature.JcaEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import java.security.Provider;
import java.security.Security;
import org.conscrypt.Conscrypt;

/** What checks the signatures. */
public enum Engine {
  /** What a verifier takes that is told nothing. */
  DEFAULT {
    @Override
    PassVerifier.Builder in(PassVerifier.Builder builder) {
      return builder;
    }

    @Override
    PreparedKey prepare(CoseKey key) {
      return BOUNCY_CASTLE.prepare(key);
    }
  },
  /** BouncyCastle's arithmetic, not through JCA. */
  BOUNCY_CASTLE {
    @Override
    PassVerifier.Builder in(PassVerifier.Builder builder) {
      return builder.signatureCheck(SignatureCheck.bouncyCastle());
    }

    @Override
    PreparedKey prepare(CoseKey key) {
      return new BouncyCastleEngine().prepare(key);
    }
  },
  /** The provider that comes with the JDK. */
  SUN_EC {
    @Override
    Provider provider() {
      Provider provider = Security.getProvider("SunEC");
      if (provider == null) {
        throw new IllegalStateException("this JDK has no SunEC");
      }
      return provider;
    }
  },
  /** BoringSSL: native code. */
  CONSCRYPT {
    @Override
    Provider provider() {
      return Conscrypt.newProvider();
    }
  },
  /** AWS-LC: native code. */
  CORRETTO {
    @Override
    Provider provider() {
      return Corretto.provider();
    }
  },
  /** Nothing: what remains is the cost of everything but the signature. */
  STUB {
    @Override
    Provider provider() {
      return new StubProvider();
    }

    /** As in a verifier, so that the time of the twin's own calls of JCA is known. */
    @Override
    PreparedKey prepare(CoseKey key) {
      return new JcaEngine(provider()).prepare(key);
    }
  };

  /** The JCA provider of an engine that is one. */
  Provider provider() {
    throw new IllegalStateException(this + " is no JCA provider");
  }

  /** Makes a verifier use this engine. */
  PassVerifier.Builder in(PassVerifier.Builder builder) {
    return builder.signatureCheck(SignatureCheck.jca(provider()));
  }

  /** The engine alone; a JCA provider at its fastest, faster than a verifier can use it. */
  PreparedKey prepare(CoseKey key) {
    return ReusedSignature.of(provider(), key);
  }
}
