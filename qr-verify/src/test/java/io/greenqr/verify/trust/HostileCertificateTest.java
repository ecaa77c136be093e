package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.ClaimKind;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken files are a {@link TrustException} and nothing else, wherever they are broken. Each byte
 * is replaced by 24 others, or by all with {@code -Dgreenqr.exhaustive=true}.
 */
class HostileCertificateTest {
  private static final EnumSet<ClaimKind> CLAIMS = EnumSet.of(ClaimKind.TEST);

  private static byte[] der(String name) {
    String pem = PublicKeyFileTest.file(name);
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  /** Whether the bytes were taken. */
  private static boolean isTaken(String label, byte[] der) {
    String pem =
        "-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END "
            + label
            + "-----\n";
    try {
      PublicKeyFile.pem(pem, "Issuer", CLAIMS);
      return true;
    } catch (TrustException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p256-certificate", "p256-certificate-2081", "ed25519-certificate-no-usage",
        "p256", "ed25519", "p256-explicit"
      })
  void everyByteReplacedAndEveryPrefix(String name) {
    byte[] der = der(name);
    String label = name.contains("certificate") ? "CERTIFICATE" : "PUBLIC KEY";
    int taken = 0;
    for (int at = 0; at < der.length; at++) {
      byte[] changed = der.clone();
      for (int b = 0; b < 256; b++) {
        boolean oneBit = Integer.bitCount((der[at] & 0xff) ^ b) <= 1;
        if (!oneBit && b % 17 != 0 && !Boolean.getBoolean("greenqr.exhaustive")) {
          continue;
        }
        changed[at] = (byte) b;
        taken += isTaken(label, changed) ? 1 : 0;
      }
      assertTrue(!isTaken(label, Arrays.copyOf(der, at)), "prefix of " + at);
    }
    // Each unchanged byte was tried as well. In the key, the name or the signature other bytes are
    // as good: a file is what its reader decided to trust, and nothing in it vouches for the rest.
    assertEquals(!name.equals("p256-explicit"), taken >= der.length, "taken: " + taken);
  }

  @Test
  void severalRandomBytesAtOnce() {
    Random random = new Random(5280);
    byte[] der = der("p256-certificate");
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] changed = der.clone();
      for (int k = random.nextInt(5); k >= 0; k--) {
        changed[random.nextInt(der.length)] = (byte) random.nextInt(256);
      }
      taken += isTaken("CERTIFICATE", changed) ? 1 : 0;
    }
    assertTrue(taken > 0 && taken < 10_000, "taken: " + taken);
  }
}
