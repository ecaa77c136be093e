package io.greenqr.benchmarks;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.security.spec.KeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * A provider that finds every signature good without looking at it: with it a verification costs
 * all but the signature. For measurements only.
 */
public final class StubProvider extends Provider {
  private static final long serialVersionUID = 1L;

  /** The provider; it is never registered. */
  public StubProvider() {
    super("Stub", "1", "accepts every signature; for measurements");
    put("Signature.SHA256withECDSA", StubSignature.class.getName());
    put("Signature.Ed25519", StubSignature.class.getName());
    put("KeyFactory.EC", StubKeyFactory.class.getName());
    put("KeyFactory.Ed25519", StubKeyFactory.class.getName());
  }

  /** Good in any case. */
  public static final class StubSignature extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      throw new InvalidKeyException("signs nothing");
    }

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      throw new IllegalStateException("signs nothing");
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new IllegalArgumentException(name);
    }
  }

  /** Keys that only hold their encoding. */
  public static final class StubKeyFactory extends KeyFactorySpi {
    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) {
      byte[] encoded = ((X509EncodedKeySpec) spec).getEncoded();
      return new PublicKey() {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
          return "EC";
        }

        @Override
        public String getFormat() {
          return "X.509";
        }

        @Override
        public byte[] getEncoded() {
          return encoded.clone();
        }
      };
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) {
      throw new IllegalStateException("public keys only");
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type) {
      throw new IllegalStateException("public keys only");
    }

    @Override
    protected Key engineTranslateKey(Key key) {
      return key;
    }
  }
}
