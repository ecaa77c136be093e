package io.greenqr.issue.key;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.internal.curve.P256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names by which providers know the algorithms of passes, in the order to try them. */
enum JcaAlgorithm {
  /** {@code r} and {@code s} as they stand in a pass, but for a high {@code s}. */
  ECDSA_RAW("SHA256withECDSAinP1363Format", SignatureAlgorithm.ESP256),
  /** What every provider has. */
  ECDSA_DER("SHA256withECDSA", SignatureAlgorithm.ESP256),
  ED25519("Ed25519", SignatureAlgorithm.ED25519),
  /** The key decides the curve; the pair check notices another one. */
  EDDSA("EdDSA", SignatureAlgorithm.ED25519);

  private final String jcaName;
  private final SignatureAlgorithm algorithm;

  JcaAlgorithm(String jcaName, SignatureAlgorithm algorithm) {
    this.jcaName = jcaName;
    this.algorithm = algorithm;
  }

  static List<JcaAlgorithm> of(SignatureAlgorithm algorithm) {
    List<JcaAlgorithm> names = new ArrayList<>();
    for (JcaAlgorithm name : values()) {
      if (name.algorithm == algorithm) {
        names.add(name);
      }
    }
    return names;
  }

  String jcaName() {
    return jcaName;
  }

  /** The signature as a pass holds it; empty if it is none of this algorithm. */
  Optional<byte[]> normalized(byte[] signature) {
    return switch (this) {
      case ECDSA_RAW -> P256.normalized(signature);
      case ECDSA_DER -> P256.normalizedFromDer(signature);
      case ED25519, EDDSA ->
          signature.length == SignatureAlgorithm.SIGNATURE_LENGTH
              ? Optional.of(signature)
              : Optional.empty();
    };
  }
}
