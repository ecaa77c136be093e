package io.greenqr.issue.key;

import static io.greenqr.issue.key.Pkcs8Files.bytes;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;

/**
 * Each way in which a private key file can be wrong. PROVIDER: JcaSignerTest; tokens:
 * Pkcs11FaultTest and Pkcs11TokenTest; certificates: IssuerCertificateTest.
 */
class KeyFaultTest {
  private static final String SECRET =
      "6ea8a17c54f1e44770c91e5b5589e3f199a43d66c7b081375fb6e8b6c068dfe4";
  private static final String ORDER =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

  private static void refuses(KeyFault fault, String pem) {
    KeyException e = assertThrows(KeyException.class, () -> SigningKey.fromPem(pem));
    assertEquals(fault, e.fault());
    // A parser's message as cause may quote the key.
    assertEquals(fault.name(), e.getMessage());
    assertNull(e.getCause());
  }

  @Test
  void pemSyntax() {
    String pem = OpensslKeys.ED25519;
    for (String broken :
        new String[] {
          "",
          "PRIVATE KEY",
          pem + pem,
          pem + "\n",
          "\n" + pem,
          "Bag Attributes\n" + pem,
          pem.replace("-----END PRIVATE KEY-----", ""),
          pem.replace("-----END PRIVATE KEY-----", "-----END PUBLIC KEY-----"),
          pem.replace("-----BEGIN", "----BEGIN"),
          pem.replace("MC4C", "MC4 C"),
          pem.replace("MC4C", "MC-C"),
          pem.replace("MC4C", "MC=C"),
          pem.replace("MC4C", "MC4"),
          pem.replace("\n", "\r"),
          pem.replace("\n", ""),
          "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
          "-----BEGIN PRIVATE KEY-----\n" + "AAAA\n".repeat(4000) + "-----END PRIVATE KEY-----\n",
          // Lines so short that a matcher which can go back runs out of stack.
          "-----BEGIN PRIVATE KEY-----\n" + "A\n".repeat(8000) + "-----END PUBLIC KEY-----\n"
        }) {
      refuses(KeyFault.PEM_SYNTAX, broken);
    }
  }

  @Test
  void pemLabel() {
    for (String other :
        new String[] {
          OpensslKeys.SEC1,
          OpensslKeys.EC_PARAMETERS + OpensslKeys.SEC1,
          OpensslKeys.ENCRYPTED,
          OpensslKeys.PUBLIC
        }) {
      refuses(KeyFault.PEM_LABEL, other);
    }
  }

  @Test
  void keyEncoding() {
    byte[] der = Pkcs8Files.der(OpensslKeys.P256);
    for (int length = 0; length < der.length; length++) {
      if (length > 0) {
        refuses(KeyFault.KEY_ENCODING, pem(Arrays.copyOf(der, length)));
      }
    }
    refuses(KeyFault.KEY_ENCODING, pem(Arrays.copyOf(der, der.length + 1)));
    // The same key with a length in two bytes more than it needs: BER, and not DER.
    byte[] ber = new byte[der.length + 1];
    ber[0] = 0x30;
    ber[1] = (byte) 0x82;
    System.arraycopy(der, 2, ber, 3, der.length - 2);
    refuses(KeyFault.KEY_ENCODING, pem(ber));
    // Another structure altogether, and a point in another form than the one we read.
    refuses(KeyFault.KEY_ENCODING, pem(bytes("3003020100")));
    refuses(KeyFault.KEY_ENCODING, OpensslKeys.P256_COMPRESSED);
  }

  @Test
  void keyType() {
    for (String other :
        new String[] {
          OpensslKeys.RSA,
          OpensslKeys.P384,
          OpensslKeys.SECP256K1,
          OpensslKeys.X25519,
          OpensslKeys.ED448,
          OpensslKeys.P256_SPELLED_OUT,
          Pkcs8Files.p256(SECRET, null, SECObjectIdentifiers.secp256k1)
        }) {
      refuses(KeyFault.KEY_TYPE, other);
    }
    assertDoesNotThrow(
        () -> SigningKey.fromPem(Pkcs8Files.p256(SECRET, null, SECObjectIdentifiers.secp256r1)));
  }

  @Test
  void keyValue() {
    String one = "00".repeat(31) + "01";
    String last = ORDER.substring(0, 63) + "0";
    assertDoesNotThrow(() -> SigningKey.fromPem(Pkcs8Files.p256(one)));
    assertDoesNotThrow(() -> SigningKey.fromPem(Pkcs8Files.p256(last)));
    for (String secret :
        new String[] {"00".repeat(32), ORDER, "ff".repeat(32), "01", "00" + SECRET, ""}) {
      refuses(KeyFault.KEY_VALUE, Pkcs8Files.p256(secret));
    }
    for (String secret : new String[] {"", "11".repeat(31), "11".repeat(33)}) {
      refuses(KeyFault.KEY_VALUE, Pkcs8Files.ed25519(secret));
    }
  }

  @Test
  void keyMismatch() {
    String own = "04" + OpensslKeys.P256_POINT;
    assertDoesNotThrow(() -> SigningKey.fromPem(Pkcs8Files.p256(SECRET, own, null)));
    refuses(KeyFault.KEY_MISMATCH, Pkcs8Files.p256(SECRET.replace('6', '7'), own, null));
    refuses(KeyFault.KEY_MISMATCH, Pkcs8Files.p256(SECRET, own + "00", null));
    String seed = "11".repeat(32);
    refuses(KeyFault.KEY_MISMATCH, Pkcs8Files.ed25519(seed, OpensslKeys.ED25519_POINT));
  }

  private static String pem(byte[] der) {
    return Pkcs8Files.pem("PRIVATE KEY", der);
  }
}
