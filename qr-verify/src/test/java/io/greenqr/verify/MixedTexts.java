package io.greenqr.verify;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.internal.signature.EdwardsPoint;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** Texts of all sorts, good and bad, and the keys that they are to be verified with. */
final class MixedTexts {
  private static final EnumSet<ClaimKind> ALL = EnumSet.allOf(ClaimKind.class);
  private static final BigInteger SECRET = new BigInteger("123456789123456789123456789");
  private static final EdwardsPoint BASE =
      EdwardsPoint.ofY(
              BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(EdwardsPoint.P)))
          .filter(point -> (point.encode()[31] & 0x80) == 0)
          .orElseGet(MixedTexts::negativeRoot);

  private final TrustList.Builder trust = TrustList.builder();
  private final List<String> texts = new ArrayList<>();

  private MixedTexts() {}

  private static EdwardsPoint negativeRoot() {
    BigInteger y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(EdwardsPoint.P));
    return EdwardsPoint.ofY(y).orElseThrow().times(EdwardsPoint.L.subtract(BigInteger.ONE));
  }

  static MixedTexts create() throws TrustException {
    MixedTexts mixed = new MixedTexts();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (int secret = 2; secret < 7; secret++) {
        mixed.addIssuer(TestIssuer.of(algorithm, secret));
      }
      mixed.addKeysWithoutUse(algorithm);
    }
    for (TestIssuer issuer :
        List.of(
            KidCollision.ED25519_A,
            KidCollision.ED25519_B,
            KidCollision.P256_A,
            KidCollision.P256_B,
            KidCollision.ED25519,
            KidCollision.P256)) {
      mixed.addIssuer(issuer);
    }
    mixed.addBasePointKeys();
    mixed.addLowOrder();
    mixed.texts.addAll(Arrays.asList(null, "", "GQ1", "no pass", "GQ1:", "x".repeat(5_000)));
    return mixed;
  }

  TrustList trust() throws TrustException {
    return trust.build();
  }

  /** Each sort once. */
  List<String> each() {
    return texts;
  }

  /** So many, drawn from all sorts. */
  List<String> some(int count, long seed) {
    Random random = new Random(seed);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(texts.get(random.nextInt(texts.size())));
    }
    return drawn;
  }

  private void addIssuer(TestIssuer issuer) throws TrustException {
    trust.add(issuer.trusted());
    for (CwtClaims claims : TestPasses.samples()) {
      add(issuer.sign(claims));
    }
    SignedPass pass = issuer.sign(TestPasses.vaccination());
    SignedPass other = issuer.sign(TestPasses.samples().get(2));
    add(SignedPass.of(pass.algorithm(), pass.keyId(), pass.unverifiedPayload(), other.signature()));
    String text = pass.text(PassText.QR);
    texts.add(text.substring(0, text.length() - 3));
    texts.add(text.substring(0, 60) + (text.charAt(60) == '0' ? '1' : '0') + text.substring(61));
    texts.add(pass.text(PassText.SMS));
    add(issuer.signPayload(new byte[] {1}));
    add(
        issuer.sign(
            CwtClaims.of(
                TestPasses.IAT,
                TestPasses.NOW.minus(Duration.ofDays(1)),
                TestPasses.vaccination().pass())));
    add(
        issuer.sign(
            TestPasses.claims(
                TestPasses.pass(EnumSet.of(ClaimKind.TEST))
                    .status(StatusReference.of(1, 2))
                    .build())));
  }

  /** Unknown, expired, not yet valid, and for tests alone. */
  private void addKeysWithoutUse(SignatureAlgorithm algorithm) throws TrustException {
    add(TestIssuer.of(algorithm, 900).sign(TestPasses.vaccination()));
    TestIssuer expired = TestIssuer.of(algorithm, 901);
    addTrusted(expired, expired.statement(ALL).notAfter(TestPasses.NOW.minusSeconds(3_600)));
    TestIssuer early = TestIssuer.of(algorithm, 902);
    addTrusted(early, early.statement(ALL).notBefore(TestPasses.NOW.plusSeconds(3_600)));
    TestIssuer tests = TestIssuer.of(algorithm, 903);
    addTrusted(tests, tests.statement(EnumSet.of(ClaimKind.TEST)));
  }

  private void addTrusted(TestIssuer issuer, IssuerKey.Builder statement) throws TrustException {
    trust.add(TrustedKey.of(statement.build()));
    add(issuer.sign(TestPasses.vaccination()));
  }

  private void add(SignedPass pass) {
    texts.add(pass.text(PassText.QR));
  }

  /**
   * The keys G and -G: with r = e both scalars are equal, so that points which are added coincide
   * or cancel. No s makes that a valid signature, but good ones of these keys have to be taken.
   */
  private void addBasePointKeys() throws TrustException {
    for (int d : new int[] {1, -1}) {
      TestIssuer issuer = TestIssuer.p256(d);
      trust.add(issuer.trusted());
      byte[] payload = TestPasses.vaccination().encode();
      byte[] signed =
          SignedPass.toBeSigned(SignatureAlgorithm.ESP256, issuer.key().keyId(), payload);
      BigInteger e = new BigInteger(1, hash("SHA-256", signed)).mod(TestIssuer.N);
      for (long k : new long[] {1, 2, 3, 987_654_321L}) {
        ECPoint point =
            CustomNamedCurves.getByName("secp256r1").getG().multiply(BigInteger.valueOf(k));
        BigInteger r = point.normalize().getAffineXCoord().toBigInteger().mod(TestIssuer.N);
        BigInteger inverse = BigInteger.valueOf(k).modInverse(TestIssuer.N);
        BigInteger s = r.multiply(BigInteger.valueOf(d)).add(e).multiply(inverse).mod(TestIssuer.N);
        addP256(issuer, payload, r, s.min(TestIssuer.N.subtract(s)));
        addP256(issuer, payload, e, BigInteger.valueOf(k));
        addP256(issuer, payload, TestIssuer.N.subtract(e), BigInteger.valueOf(k));
      }
    }
  }

  private void addP256(TestIssuer issuer, byte[] payload, BigInteger r, BigInteger s) {
    add(
        SignedPass.of(
            SignatureAlgorithm.ESP256, issuer.key().keyId(), payload, TestIssuer.pair(r, s)));
  }

  /** R with each part of low order, S such that the equation times the cofactor holds. */
  private void addLowOrder() throws TrustException {
    byte[] encoded = BASE.times(SECRET).encode();
    CoseKey key = CoseKey.ed25519(encoded);
    trust.add(TrustedKey.of(IssuerKey.builder("low", key, ALL).build()));
    byte[] payload = TestPasses.vaccination().encode();
    byte[] signed = SignedPass.toBeSigned(SignatureAlgorithm.ED25519, key.keyId(), payload);
    for (int r : new int[] {0, 77}) {
      for (EdwardsPoint part : EdwardsPoint.lowOrder()) {
        byte[] encodedR = BASE.times(BigInteger.valueOf(r)).plus(part).encode();
        BigInteger h = littleEndian(hash("SHA-512", encodedR, encoded, signed));
        BigInteger s = h.multiply(SECRET).add(BigInteger.valueOf(r)).mod(EdwardsPoint.L);
        byte[] signature = Arrays.copyOf(encodedR, 64);
        for (int i = 0; i < 32; i++) {
          signature[32 + i] = s.shiftRight(8 * i).byteValue();
        }
        add(SignedPass.of(SignatureAlgorithm.ED25519, key.keyId(), payload, signature));
      }
    }
  }

  private static BigInteger littleEndian(byte[] bytes) {
    return new BigInteger(1, org.bouncycastle.util.Arrays.reverse(bytes));
  }

  private static byte[] hash(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
