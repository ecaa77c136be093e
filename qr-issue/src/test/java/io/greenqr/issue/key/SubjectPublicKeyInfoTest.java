package io.greenqr.issue.key;

import static io.greenqr.issue.key.Pkcs8Files.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class SubjectPublicKeyInfoTest {
  private static final String P256_HEAD = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
  private static final String ED25519_HEAD = "302a300506032b6570032100";
  private static final String FIELD =
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

  private static void refuses(KeyFault fault, byte[] der) {
    KeyException e = assertThrows(KeyException.class, () -> SubjectPublicKeyInfo.decode(der));
    assertEquals(fault, e.fault());
  }

  private static PublicKey generate(String algorithm, String curve, Provider provider)
      throws Exception {
    KeyPairGenerator generator =
        provider == null
            ? KeyPairGenerator.getInstance(algorithm)
            : KeyPairGenerator.getInstance(algorithm, provider);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec(curve));
    }
    return generator.generateKeyPair().getPublic();
  }

  @Test
  void readsAndWritesWhatTheProvidersWrite() throws Exception {
    for (Provider provider : new Provider[] {null, new BouncyCastleProvider()}) {
      for (String algorithm : new String[] {"EC", "Ed25519"}) {
        PublicKey key = generate(algorithm, "secp256r1", provider);
        assertArrayEquals(
            key.getEncoded(), SubjectPublicKeyInfo.encode(SubjectPublicKeyInfo.of(key)));
      }
    }
  }

  @Test
  void refusesOtherTypes() throws Exception {
    refuses(KeyFault.KEY_TYPE, generate("RSA", "", null).getEncoded());
    refuses(KeyFault.KEY_TYPE, generate("EC", "secp384r1", null).getEncoded());
    refuses(KeyFault.KEY_TYPE, generate("X25519", "", null).getEncoded());
    refuses(KeyFault.KEY_TYPE, generate("Ed448", "", null).getEncoded());
    refuses(
        KeyFault.KEY_TYPE, generate("EC", "secp256k1", new BouncyCastleProvider()).getEncoded());
    refuses(KeyFault.KEY_TYPE, new byte[0]);
    for (String point :
        new String[] {
          P256_HEAD + OpensslKeys.P256_POINT, ED25519_HEAD + OpensslKeys.ED25519_POINT
        }) {
      byte[] der = bytes(point);
      refuses(KeyFault.KEY_TYPE, Arrays.copyOf(der, der.length - 1));
      refuses(KeyFault.KEY_TYPE, Arrays.copyOf(der, der.length + 1));
    }
  }

  @Test
  void refusesPointsThatAreNone() {
    String zero = "00".repeat(32);
    for (String point :
        new String[] {
          zero + zero,
          OpensslKeys.P256_POINT.substring(0, 126) + "d1",
          // x of the field's order and above: a second spelling of a small coordinate.
          FIELD + OpensslKeys.P256_POINT.substring(64),
          "ff".repeat(64)
        }) {
      refuses(KeyFault.PUBLIC_KEY_VALUE, bytes(P256_HEAD + point));
    }
    for (String x :
        new String[] {
          // Low order: y = 0, 1 (the neutral point), -1, and a point of order 8.
          zero,
          "01" + "00".repeat(31),
          "ec" + "ff".repeat(30) + "7f",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          // Not canonical: y = p + 1, and the neutral point with a sign.
          "ee" + "ff".repeat(30) + "7f",
          "01" + "00".repeat(30) + "80",
          // No point has this y.
          "02" + "00".repeat(31)
        }) {
      refuses(KeyFault.PUBLIC_KEY_VALUE, bytes(ED25519_HEAD + x));
    }
  }

  @Test
  void refusesKeysWithoutEncoding() {
    for (String format : new String[] {"X.509", "RAW"}) {
      byte[] encoded =
          format.equals("RAW") ? bytes(ED25519_HEAD + OpensslKeys.ED25519_POINT) : null;
      KeyException e =
          assertThrows(
              KeyException.class, () -> SubjectPublicKeyInfo.of(new Opaque(format, encoded)));
      assertEquals(KeyFault.KEY_ENCODING, e.fault());
    }
  }

  /** A key of a module that does not say everything. */
  private static final class Opaque implements PublicKey {
    private static final long serialVersionUID = 1L;

    private final String format;
    private final byte[] encoded;

    Opaque(String format, byte[] encoded) {
      this.format = format;
      this.encoded = encoded;
    }

    @Override
    public String getAlgorithm() {
      return "Ed25519";
    }

    @Override
    public String getFormat() {
      return format;
    }

    @Override
    public byte[] getEncoded() {
      return encoded;
    }
  }
}
