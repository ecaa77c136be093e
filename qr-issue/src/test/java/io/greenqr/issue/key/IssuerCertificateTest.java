package io.greenqr.issue.key;

import static io.greenqr.issue.key.Authority.CA;
import static io.greenqr.issue.key.Authority.FROM;
import static io.greenqr.issue.key.Authority.LATER;
import static io.greenqr.issue.key.Authority.NO_CA;
import static io.greenqr.issue.key.Authority.SIGNS;
import static io.greenqr.issue.key.Authority.SIGNS_CERTIFICATES;
import static io.greenqr.issue.key.Authority.keys;
import static io.greenqr.issue.key.Authority.pem;
import static io.greenqr.issue.key.Authority.usage;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerCertificateTest {
  private static final Instant NOW = Instant.parse("2021-10-04T03:00:00Z");

  private static Authority root;
  private static Authority middle;
  private static PublicKey key;

  @BeforeAll
  static void authorities() throws Exception {
    root = Authority.root("CN=Root");
    middle = root.below("CN=Middle", FROM, LATER, CA, SIGNS_CERTIFICATES);
    key = keys("secp256r1").getPublic();
  }

  private static X509Certificate leaf() throws Exception {
    return middle.issue(key, FROM, LATER);
  }

  private static IssuerCertificate validate(Authority anchor, X509Certificate... chain)
      throws Exception {
    return IssuerCertificate.validate(pem(chain), pem(anchor.certificate()), NOW);
  }

  private static KeyFault fault(String chain, String anchors, Instant at) {
    return assertThrows(KeyException.class, () -> IssuerCertificate.validate(chain, anchors, at))
        .fault();
  }

  private static KeyFault fault(Authority anchor, X509Certificate... chain) throws Exception {
    return fault(pem(chain), pem(anchor.certificate()), NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "Ed25519"})
  void takesKeyAndValidityFromTheLeaf(String algorithm) throws Exception {
    PublicKey its = keys(algorithm).getPublic();
    Instant first = Instant.parse("2021-10-01T00:00:00Z");
    Instant last = Instant.parse("2022-09-30T23:59:59Z");
    IssuerCertificate certificate =
        validate(root, middle.issue(its, first, last), middle.certificate());
    assertEquals(SubjectPublicKeyInfo.of(its), certificate.publicKey());
    assertEquals(
        IssuerKey.builder("Sở Y tế", certificate.publicKey(), EnumSet.of(ClaimKind.TEST))
            .notBefore(first)
            .notAfter(last)
            .build(),
        certificate.statement("Sở Y tế", EnumSet.of(ClaimKind.TEST)).build());
    assertEquals(
        "IssuerCertificate[%s, %s .. %s]".formatted(certificate.publicKey(), first, last),
        certificate.toString());
  }

  @Test
  void takesPathsOfOtherLengths() throws Exception {
    // Straight below the anchor; with the anchor at the end; with an authority in the middle
    // trusted.
    validate(root, root.issue(key, FROM, LATER));
    validate(root, leaf(), middle.certificate(), root.certificate());
    validate(middle, leaf());
    Authority last = root;
    X509Certificate[] chain = new X509Certificate[8];
    for (int i = 7; i > 0; i--) {
      last = last.below("CN=Level " + i, FROM, LATER, CA, SIGNS_CERTIFICATES);
      chain[i] = last.certificate();
    }
    chain[0] = last.issue(key, FROM, LATER);
    validate(root, chain);
    X509Certificate[] nine = Arrays.copyOf(chain, 9);
    nine[8] = root.certificate();
    assertEquals(KeyFault.CERTIFICATE_ENCODING, fault(root, nine));
  }

  @Test
  void passesOverTextAroundTheBlocks() throws Exception {
    String chain = "subject=CN = Issuer\n" + pem(leaf()) + "\nissuer\n" + pem(middle.certificate());
    IssuerCertificate.validate(chain, "\r\n" + pem(root.certificate()) + "end", NOW);
  }

  @Test
  void takesTheAnchorThatFits() throws Exception {
    Authority stranger = Authority.root("CN=Stranger");
    Authority namesake = Authority.root("CN=Root");
    Authority ended = root.renewed(FROM, NOW.minusSeconds(1), CA, SIGNS_CERTIFICATES);
    String anchors =
        pem(
            stranger.certificate(),
            namesake.certificate(),
            ended.certificate(),
            root.certificate());
    String chain = pem(leaf(), middle.certificate());
    assertEquals(LATER, IssuerCertificate.validate(chain, anchors, NOW).notAfter());
    String without = pem(stranger.certificate(), namesake.certificate(), ended.certificate());
    assertEquals(KeyFault.CERTIFICATE_EXPIRED, fault(chain, without, NOW));
  }

  @Test
  void clipsTheValidityToThatOfThePath() throws Exception {
    Authority later = Authority.root("CN=A", FROM.plusSeconds(2), LATER, CA, SIGNS_CERTIFICATES);
    Authority below = later.below("CN=B", FROM, LATER.minusSeconds(2), CA, SIGNS_CERTIFICATES);
    IssuerCertificate certificate =
        validate(later, below.issue(key, FROM, LATER), below.certificate());
    assertEquals(FROM.plusSeconds(2), certificate.notBefore());
    assertEquals(LATER.minusSeconds(2), certificate.notAfter());

    Instant before1970 = Instant.parse("1960-01-01T00:00:00Z");
    Instant end = Instant.parse("9999-12-31T23:59:59Z");
    Authority ever = Authority.root("CN=C", before1970, end, CA, SIGNS_CERTIFICATES);
    certificate = validate(ever, ever.issue(key, before1970, end));
    IssuerKey statement = certificate.statement("A", EnumSet.of(ClaimKind.TEST)).build();
    assertEquals(Optional.of(Instant.EPOCH), statement.notBefore());
    assertEquals(Optional.of(end), statement.notAfter());
  }

  /** The certificate whose validity is short stands at each place of the path in turn. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void holdsFromTheFirstSecondToTheLast(int place) throws Exception {
    Instant first = Instant.parse("2021-10-01T00:00:00Z");
    Instant last = Instant.parse("2021-10-31T23:59:59Z");
    Authority top =
        Authority.root(
            "CN=T", place == 2 ? first : FROM, place == 2 ? last : LATER, CA, SIGNS_CERTIFICATES);
    Authority below =
        top.below(
            "CN=U", place == 1 ? first : FROM, place == 1 ? last : LATER, CA, SIGNS_CERTIFICATES);
    X509Certificate leaf = below.issue(key, place == 0 ? first : FROM, place == 0 ? last : LATER);
    String chain = pem(leaf, below.certificate());
    String anchor = pem(top.certificate());
    assertEquals(KeyFault.CERTIFICATE_NOT_YET_VALID, fault(chain, anchor, first.minusSeconds(1)));
    assertEquals(KeyFault.CERTIFICATE_NOT_YET_VALID, fault(chain, anchor, first.minusNanos(1)));
    for (Instant at :
        new Instant[] {first, first.plusSeconds(1), last.minusSeconds(1), last.plusMillis(999)}) {
      IssuerCertificate certificate = IssuerCertificate.validate(chain, anchor, at);
      assertEquals(first, certificate.notBefore());
      assertEquals(last, certificate.notAfter());
    }
    assertEquals(KeyFault.CERTIFICATE_EXPIRED, fault(chain, anchor, last.plusSeconds(1)));
    assertEquals(KeyFault.CERTIFICATE_NOT_YET_VALID, fault(chain, anchor, Instant.MIN));
    assertEquals(KeyFault.CERTIFICATE_EXPIRED, fault(chain, anchor, Instant.MAX));
  }

  @Test
  void refusesAPathWithoutACommonTime() throws Exception {
    X509Certificate second = middle.issue(key, NOW, NOW);
    assertEquals(KeyFault.CERTIFICATE_EXPIRED, fault(root, second, middle.certificate()));
    X509Certificate two = middle.issue(key, NOW, NOW.plusSeconds(1));
    assertDoesNotThrow(() -> validate(root, two, middle.certificate()));
    Authority early = root.below("CN=E", FROM, NOW.minusSeconds(1), CA, SIGNS_CERTIFICATES);
    X509Certificate late = early.issue(key, NOW, LATER);
    assertEquals(KeyFault.CERTIFICATE_EXPIRED, fault(root, late, early.certificate()));
  }

  @Test
  void refusesBrokenPaths() throws Exception {
    X509Certificate leaf = leaf();
    Authority stranger = Authority.root("CN=Stranger");
    assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(stranger, leaf, middle.certificate()));
    assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(root, leaf));
    assertEquals(
        KeyFault.CERTIFICATE_CHAIN, fault(root, leaf, root.certificate(), middle.certificate()));
    assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(root, leaf, leaf, middle.certificate()));
    // An authority of the same name that somebody else made.
    Authority namesake = Authority.root("CN=Root");
    assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(namesake, leaf, middle.certificate()));
    Authority middleNamesake = Authority.root("CN=Middle");
    assertEquals(
        KeyFault.CERTIFICATE_CHAIN,
        fault(root, middleNamesake.issue(key, FROM, LATER), middle.certificate()));
    // The issuer's own certificate as anchor: a decision that no authority took.
    assertEquals(
        KeyFault.CERTIFICATE_CHAIN, fault(pem(leaf, middle.certificate()), pem(leaf), NOW));
  }

  @Test
  void refusesSwappedCertificates() throws Exception {
    assertEquals(KeyFault.CERTIFICATE_USAGE, fault(root, middle.certificate(), leaf()));
    // Even where the first one could sign passes.
    X509Certificate other = root.issue(key, FROM, LATER);
    assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(root, other, leaf(), middle.certificate()));
  }

  @Test
  void refusesAuthoritiesThatAreNone() throws Exception {
    for (Extension[] none :
        new Extension[][] {
          {NO_CA, SIGNS_CERTIFICATES}, {SIGNS_CERTIFICATES}, {CA, SIGNS}, {}, {NO_CA, SIGNS}
        }) {
      Authority wrong = root.below("CN=Wrong", FROM, LATER, none);
      X509Certificate leaf = wrong.issue(key, FROM, LATER);
      assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(root, leaf, wrong.certificate()));
      // Nor when it is trusted.
      assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(wrong, leaf));
    }
    Extension noneBelow =
        new Extension(Extension.basicConstraints, true, new BasicConstraints(0).getEncoded());
    Authority lowest = root.below("CN=Lowest", FROM, LATER, noneBelow, SIGNS_CERTIFICATES);
    validate(root, lowest.issue(key, FROM, LATER), lowest.certificate());
    Authority tooLow = lowest.below("CN=Low", FROM, LATER, CA, SIGNS_CERTIFICATES);
    assertEquals(
        KeyFault.CERTIFICATE_CHAIN,
        fault(root, tooLow.issue(key, FROM, LATER), tooLow.certificate(), lowest.certificate()));
  }

  @Test
  void refusesKeysForOtherUses() throws Exception {
    for (int bits :
        new int[] {
          KeyUsage.nonRepudiation,
          KeyUsage.keyAgreement,
          KeyUsage.keyCertSign,
          KeyUsage.decipherOnly
        }) {
      X509Certificate wrong = middle.issue(key, FROM, LATER, NO_CA, usage(bits));
      assertEquals(KeyFault.CERTIFICATE_USAGE, fault(root, wrong, middle.certificate()));
    }
    X509Certificate authority =
        middle.issue(key, FROM, LATER, CA, usage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
    assertEquals(KeyFault.CERTIFICATE_USAGE, fault(root, authority, middle.certificate()));
    X509Certificate more =
        middle.issue(key, FROM, LATER, usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    validate(root, more, middle.certificate());
    // RFC 5280 section 4.2.1.3: no restriction is stated.
    validate(root, middle.issue(key, FROM, LATER, new Extension[0]), middle.certificate());
  }

  /** The platform reports a key usage that it cannot read as none. */
  @Test
  void refusesAKeyUsageThatIsNotReadable() throws Exception {
    Extension odd = new Extension(Extension.keyUsage, false, new byte[] {4, 1, 0});
    X509Certificate leaf = middle.issue(key, FROM, LATER, odd);
    assertEquals(KeyFault.CERTIFICATE_USAGE, fault(root, leaf, middle.certificate()));
  }

  @Test
  void refusesCriticalExtensionsThatNobodyKnows() throws Exception {
    Extension unknown =
        new Extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.1.2.3"), true, new byte[] {5, 0});
    X509Certificate leaf = middle.issue(key, FROM, LATER, SIGNS, unknown);
    assertEquals(KeyFault.CERTIFICATE_CHAIN, fault(root, leaf, middle.certificate()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "secp384r1", "Ed448", "X25519"})
  void refusesKeysOfOtherTypes(String algorithm) throws Exception {
    X509Certificate leaf = middle.issue(keys(algorithm).getPublic(), FROM, LATER);
    assertEquals(KeyFault.KEY_TYPE, fault(root, leaf, middle.certificate()));
  }

  @Test
  void refusesFilesThatAreNoCertificates() throws Exception {
    String good = pem(leaf(), middle.certificate());
    String anchor = pem(root.certificate());
    byte[] der = leaf().getEncoded();
    String padding = " ".repeat(IssuerCertificate.MAX_CHARS - good.length());
    IssuerCertificate.validate(good + padding, anchor, NOW);
    for (String bad :
        new String[] {
          "",
          "no certificate",
          good + padding + " ",
          good + OpensslKeys.P256,
          OpensslKeys.P256 + good,
          good + "-----",
          good.replaceFirst("-----END", "----END"),
          good.replaceFirst("MII", "MI I"),
          good.replace("CERTIFICATE", "TRUSTED CERTIFICATE"),
          "-----BEGIN CERTIFICATE-----\n" + good,
          Pkcs8Files.pem("CERTIFICATE", new byte[] {0x30, 0}),
          Pkcs8Files.pem("CERTIFICATE", Arrays.copyOf(der, der.length - 1)),
          Pkcs8Files.pem("CERTIFICATE", Arrays.copyOf(der, der.length + 1)),
          Pkcs8Files.pem("CERTIFICATE", good.getBytes(StandardCharsets.US_ASCII)),
          "-----BEGIN CERTIFICATE-----\n" + "A\n".repeat(60_000) + "-----END CERTIFICATE-----\n"
        }) {
      assertEquals(KeyFault.CERTIFICATE_ENCODING, fault(bad, anchor, NOW));
      assertEquals(KeyFault.CERTIFICATE_ENCODING, fault(good, bad, NOW));
    }
  }

  /**
   * Not one bit of what was signed. Behind it, the platform reads a signature whose last bit is
   * declared unused.
   */
  @Test
  void takesNothingThatWasChanged() throws Exception {
    X509Certificate leaf = leaf();
    byte[] der = leaf.getEncoded();
    // Behind the head of the whole, which has four bytes.
    int signed = 4 + leaf.getTBSCertificate().length;
    String above = pem(middle.certificate());
    String anchor = pem(root.certificate());
    for (int bit = 0; bit < 8 * der.length; bit++) {
      byte[] changed = der.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String chain = Pkcs8Files.pem("CERTIFICATE", changed) + above;
      assertTrue(bit / 8 >= signed || !accepts(chain, anchor), "bit " + bit);
    }
  }

  private static boolean accepts(String chain, String anchor) {
    try {
      IssuerCertificate.validate(chain, anchor, NOW);
      return true;
    } catch (KeyException e) {
      return false;
    }
  }
}
