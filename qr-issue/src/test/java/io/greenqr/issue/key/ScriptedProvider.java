package io.greenqr.issue.key;

import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** A provider with one signature algorithm, whose results the test decides. Never installed. */
final class ScriptedProvider extends Provider {
  private static final long serialVersionUID = 1L;

  /** What to return for a message. */
  interface Script {
    byte[] sign(byte[] message) throws Exception;
  }

  /** A key that says nothing, like those of a security module. */
  static final PrivateKey KEY =
      new PrivateKey() {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
          return "scripted";
        }

        @Override
        public String getFormat() {
          return null;
        }

        @Override
        public byte[] getEncoded() {
          return null;
        }
      };

  private transient Script script;

  ScriptedProvider(String algorithm, Script script) {
    super("Scripted", "1", "for tests");
    this.script = script;
    putService(
        new Service(this, "Signature", algorithm, "scripted", null, null) {
          @Override
          public Object newInstance(Object parameter) {
            return new ScriptedSignature();
          }
        });
  }

  void script(Script next) {
    script = next;
  }

  private final class ScriptedSignature extends SignatureSpi {
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    @Override
    protected void engineInitSign(PrivateKey privateKey) {}

    @Override
    protected void engineUpdate(byte b) {
      message.write(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {
      message.write(bytes, from, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      try {
        return script.sign(message.toByteArray());
      } catch (SignatureException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new ProviderException(e);
      }
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
