package io.greenqr.benchmarks;

import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.security.spec.KeySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JCA provider whose every signature is valid, at no cost: a verifier with it spends what it
 * spends on everything but the signature. It protects nothing and is for measuring only.
 *
 * <p>It goes by the name of a provider that compares the bytes of R: a verifier looks at R itself
 * with those that it does not know, and that is a part of the signature.
 */
final class StubProvider extends Provider {
  private static final long serialVersionUID = 1L;

  StubProvider() {
    super("SunEC", "1", "Says yes to every signature");
    for (String name : List.of("EC", "Ed25519")) {
      putService(new StubService(this, "KeyFactory", name));
    }
    for (String name : List.of("SHA256withECDSA", "Ed25519")) {
      putService(new StubService(this, "Signature", name));
    }
  }

  /** One algorithm. */
  private static final class StubService extends Provider.Service {
    StubService(Provider provider, String type, String algorithm) {
      super(provider, type, algorithm, StubProvider.class.getName(), null, null);
    }

    @Override
    public Object newInstance(@Nullable Object parameter) {
      return getType().equals("Signature") ? new StubSignature() : new StubKeyFactory();
    }

    @Override
    public boolean supportsParameter(@Nullable Object parameter) {
      return true;
    }
  }

  /** A key without content. */
  private static final class StubKey implements PublicKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return "Stub";
    }

    @Override
    public String getFormat() {
      return "RAW";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }

  /** Takes every description of a public key. */
  private static final class StubKeyFactory extends KeyFactorySpi {
    @Override
    protected PublicKey engineGeneratePublic(KeySpec description) {
      return new StubKey();
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec description) {
      throw new UnsupportedOperationException("verifies only");
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> kind) {
      throw new UnsupportedOperationException("verifies only");
    }

    @Override
    protected Key engineTranslateKey(Key key) {
      throw new UnsupportedOperationException("verifies only");
    }
  }

  /** Looks at neither message nor signature, and says yes. */
  private static final class StubSignature extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    protected void engineInitSign(PrivateKey key) {
      throw new UnsupportedOperationException("verifies only");
    }

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException("verifies only");
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException("verifies only");
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException("verifies only");
    }
  }
}
