package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that openssl wrote, and what befalls files. */
class PublicKeyFileTest {
  private static final Set<ClaimKind> CLAIMS = EnumSet.of(ClaimKind.TEST);

  /** As {@code openssl pkey -pubin -text} prints the two keys. */
  private static final CoseKey P256 =
      CoseKey.p256(
          HexFormat.of()
              .parseHex("ec607929888621fc377af0abca6648c08c10a46e9e6ee96eed4e0f5d059a81a8"),
          HexFormat.of()
              .parseHex("d4574f4b0c56626a8b183eba81576cc20104a54c63cd4195fbbbed4588a541ec"));

  private static final CoseKey ED25519 =
      CoseKey.ed25519(
          HexFormat.of()
              .parseHex("dfd825bf2a3c07d8c137d6e2fea90ae0976f9f0cd104095cec0a5997a96fc419"));

  static String file(String name) {
    try (InputStream in = PublicKeyFileTest.class.getResourceAsStream(name + ".pem")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IssuerKey read(String pem) throws TrustException {
    return PublicKeyFile.pem(pem, "Issuer", CLAIMS).build();
  }

  private static void assertFault(TrustFault fault, String pem) {
    TrustException e = assertThrows(TrustException.class, () -> read(pem), pem);
    assertEquals(fault, e.fault());
    assertEquals(fault.name(), e.getMessage(), "and nothing of the file");
  }

  private static CoseKey expected(String name) {
    return name.startsWith("p256") ? P256 : ED25519;
  }

  @ParameterizedTest
  @ValueSource(strings = {"p256", "ed25519"})
  void readsABareKeyWithoutValidity(String name) throws Exception {
    IssuerKey statement = read(file(name));
    assertEquals(expected(name), statement.key());
    assertEquals("Issuer", statement.issuer());
    assertEquals(CLAIMS, statement.claims());
    assertEquals(Optional.empty(), statement.notBefore());
    assertEquals(Optional.empty(), statement.notAfter());
    assertEquals(expected(name), TrustedKey.of(statement).key());
  }

  @ParameterizedTest
  @CsvSource({
    "p256-certificate, 2026-11-24T00:29:50Z, 2036-11-21T00:29:50Z",
    "p256-certificate-no-usage, 2026-11-24T00:29:50Z, 2036-11-21T00:29:50Z",
    "ed25519-certificate, 2026-11-24T00:29:50Z, 2036-11-21T00:29:50Z",
    "ed25519-certificate-no-usage, 2026-11-24T00:29:50Z, 2036-11-21T00:29:50Z",
    "p256-certificate-2081, 2026-11-24T00:31:42Z, 2081-08-27T00:31:42Z",
  })
  void readsACertificateWithItsValidity(String name, Instant notBefore, Instant notAfter)
      throws Exception {
    IssuerKey statement = read(file(name));
    assertEquals(expected(name), statement.key());
    assertEquals(Optional.of(notBefore), statement.notBefore());
    assertEquals(Optional.of(notAfter), statement.notAfter());
    byte[] der = Base64.getMimeDecoder().decode(file(name).replaceAll("-----[A-Z ]+-----", ""));
    assertEquals(statement, PublicKeyFile.certificate(der, "Issuer", CLAIMS).build());
  }

  @ParameterizedTest
  @CsvSource({
    "rsa, KEY_TYPE",
    "rsa-certificate, KEY_TYPE",
    "p384, KEY_TYPE",
    "x25519, KEY_TYPE",
    "p256-compressed, KEY_TYPE",
    "p256-hybrid, KEY_TYPE",
    "p256-explicit, KEY_TYPE",
    "p256-certificate-ca-usage, CERTIFICATE_USAGE",
    "ed25519-certificate-ca-usage, CERTIFICATE_USAGE",
  })
  void refusesOtherKeysAndKeysForOtherUses(String name, TrustFault fault) {
    assertFault(fault, file(name));
  }

  @Test
  void readsLinesEndedAsWindowsDoesAndTextAroundTheBlock() throws Exception {
    String pem = file("p256");
    assertEquals(P256, read(pem.replace("\n", "\r\n")).key());
    assertEquals(P256, read("Subject: health authority\n\n" + pem + "\ntrailer\n").key());
  }

  @Test
  void readsAFileOfTheLargestSizeAndNoneLarger() throws Exception {
    String pem = file("p256");
    String largest = pem + " ".repeat(PublicKeyFile.MAX_SIZE - pem.length());
    assertEquals(P256, read(largest).key());
    assertFault(TrustFault.KEY_ENCODING, largest + " ");
  }

  @Test
  void refusesTwoBlocksOfAnyKinds() {
    String key = file("p256");
    String other = file("ed25519");
    String certificate = file("p256-certificate");
    assertFault(TrustFault.KEY_ENCODING, key + key);
    assertFault(TrustFault.KEY_ENCODING, key + other);
    assertFault(TrustFault.KEY_ENCODING, certificate + certificate);
    assertFault(TrustFault.KEY_ENCODING, certificate + file("ed25519-certificate"));
    assertFault(TrustFault.KEY_ENCODING, key + certificate);
    assertFault(TrustFault.KEY_ENCODING, certificate + other);
    assertFault(TrustFault.KEY_ENCODING, key + key.replace("PUBLIC", "PRIVATE"));
  }

  @Test
  void refusesWhatIsNoPublicKeyInPem() {
    String pem = file("p256");
    assertFault(TrustFault.KEY_ENCODING, "");
    assertFault(TrustFault.KEY_ENCODING, "-----BEGIN PUBLIC KEY-----");
    assertFault(TrustFault.KEY_ENCODING, "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n");
    assertFault(TrustFault.KEY_ENCODING, "-----BEGIN PUBLIC KEY-----END PUBLIC KEY-----\n");
    assertFault(TrustFault.KEY_ENCODING, "-----END PUBLIC KEY-----\n-----BEGIN PUBLIC KEY-----\n");
    assertFault(TrustFault.KEY_ENCODING, pem.replace("PUBLIC KEY", "PRIVATE KEY"));
    assertFault(TrustFault.KEY_ENCODING, pem.replace("PUBLIC KEY", "EC PRIVATE KEY"));
    assertFault(TrustFault.KEY_ENCODING, pem.replace("PUBLIC KEY", "RSA PUBLIC KEY"));
    assertFault(TrustFault.KEY_ENCODING, pem.replace("PUBLIC KEY", "public key"));
    assertFault(TrustFault.KEY_ENCODING, pem.replace("PUBLIC KEY", "CERTIFICATE"));
    assertFault(
        TrustFault.KEY_ENCODING, file("p256-certificate").replace("CERTIFICATE", "PUBLIC KEY"));
    assertFault(TrustFault.KEY_ENCODING, pem.replaceAll("-----[A-Z ]+-----", ""));
    assertFault(TrustFault.KEY_ENCODING, "x".repeat(PublicKeyFile.MAX_SIZE + 1));
  }

  @Test
  void refusesBase64ThatOtherReadersUnderstandInAnotherWay() throws Exception {
    String pem = file("ed25519");
    assertEquals(ED25519, read(pem.replace("MCow", "MC ow\t")).key());
    for (String foreign : new String[] {"@", "\u00e9", "-", "_", "=", ":", "\0", "\u00a0"}) {
      assertFault(TrustFault.KEY_ENCODING, pem.replace("MCow", "MC" + foreign + "ow"));
    }
    assertFault(TrustFault.KEY_ENCODING, pem.replace("MCow", "Proc-Type: 4,ENCRYPTED\n\nMCow"));
  }

  @Test
  void refusesACertificateOfNoBytesOrTooMany() {
    for (int length : new int[] {0, 1, PublicKeyFile.MAX_SIZE + 1}) {
      byte[] der = new byte[length];
      TrustException e =
          assertThrows(
              TrustException.class, () -> PublicKeyFile.certificate(der, "Issuer", CLAIMS));
      assertEquals(TrustFault.KEY_ENCODING, e.fault());
    }
  }

  @Test
  void refusesBytesBehindTheKey() {
    String base64 = file("ed25519").replaceAll("-----[A-Z ]+-----|\n", "");
    byte[] der = Base64.getDecoder().decode(base64);
    String longer = Base64.getEncoder().encodeToString(Arrays.copyOf(der, der.length + 1));
    assertFault(TrustFault.KEY_ENCODING, file("ed25519").replace(base64, longer));
  }
}
