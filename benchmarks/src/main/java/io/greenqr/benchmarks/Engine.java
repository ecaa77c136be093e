package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.SignatureCheck;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.internal.signature.PrecomputedEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import io.greenqr.verify.internal.signature.SignatureEngine;
import java.security.Provider;
import java.security.Security;
import java.util.Collections;
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
      return precomputed(PassVerifier.DEFAULT_TABLE_MEMORY, key);
    }
  },
  /** The same with 32 KB for the tables of a key, which is all there are. */
  SMALL_TABLES {
    @Override
    PassVerifier.Builder in(PassVerifier.Builder builder) {
      return builder.tableMemory(SMALL_MEMORY);
    }

    @Override
    PreparedKey prepare(CoseKey key) {
      return precomputed(SMALL_MEMORY, key);
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
    PassVerifier.Builder in(PassVerifier.Builder builder) {
      return builder.signatureCheck(StubEngine.check());
    }

    @Override
    PreparedKey prepare(CoseKey key) {
      return new StubEngine().prepare(key);
    }
  };

  private static final long SMALL_MEMORY = 32 << 10;

  /** With the tables that the key gets when it is in use. */
  private static PreparedKey precomputed(long memory, CoseKey key) {
    SignatureEngine engine = new PrecomputedEngine(memory, Runnable::run);
    PreparedKey prepared = engine.prepare(key);
    engine.keep(Collections.singletonList(prepared));
    return prepared;
  }

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
