package io.greenqr.conformance;

import static io.greenqr.format.cose.SignatureAlgorithm.ED25519;
import static io.greenqr.format.cose.SignatureAlgorithm.ESP256;

import io.greenqr.issue.key.SigningKey;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** The published keys of the roles in the vectors, each made of a sentence. */
final class SchemeKeys {
  private static final String LIST_SENTENCE = "Green QR test list key 1";

  static final SigningKey ROOT_1 = TestKeys.key(ESP256, "Green QR test root key 1");
  static final SigningKey ROOT_2 = TestKeys.key(ED25519, "Green QR test root key 2");
  static final SigningKey ROOT_3 = TestKeys.key(ED25519, "Green QR test root key 3");
  static final SigningKey ROOT_4 = TestKeys.key(ESP256, "Green QR test root key 4");
  static final SigningKey ROOT_5 = TestKeys.key(ED25519, "Green QR test root key 5");
  static final SigningKey LIST_1 = TestKeys.key(ESP256, LIST_SENTENCE);
  static final SigningKey LIST_2 = TestKeys.key(ED25519, "Green QR test list key 2");
  static final SigningKey STATUS_1 = TestKeys.key(ESP256, "Green QR test status key 1");
  static final SigningKey FRESHNESS_1 = TestKeys.key(ED25519, "Green QR test freshness key 1");
  static final SigningKey POLICY_1 = TestKeys.key(ESP256, "Green QR test policy key 1");
  static final SigningKey POLICY_2 = TestKeys.key(ED25519, "Green QR test policy key 2");

  private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

  private SchemeKeys() {}

  /** A signature of {@link #LIST_1} that verifies and is not the one of RFC 6979. */
  static byte[] otherSignatureOfList1(byte[] message) {
    BigInteger n = P256.getN();
    BigInteger nonce = number(TestKeys.sha256("Green QR test nonce")).mod(n);
    BigInteger r = P256.getG().multiply(nonce).normalize().getAffineXCoord().toBigInteger().mod(n);
    BigInteger s =
        number(TestKeys.sha256(message))
            .add(r.multiply(number(TestKeys.sha256(LIST_SENTENCE))))
            .multiply(nonce.modInverse(n))
            .mod(n);
    return Wire.bytes("%064x%064x".formatted(r, s.min(n.subtract(s))));
  }

  private static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes);
  }
}
