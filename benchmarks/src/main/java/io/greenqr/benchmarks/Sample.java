package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.IssueException;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;

/** A pass and its key as the arguments of a program, so that it need not issue them itself. */
public final class Sample {
  private Sample() {}

  /** The arguments for a new pass under a new key. */
  public static List<String> arguments(SignatureAlgorithm algorithm) {
    SampleIssuer issuer = new SampleIssuer(algorithm);
    try {
      return List.of(
          HexFormat.of().formatHex(issuer.statement().key().encode()), issuer.texts(1)[0]);
    } catch (IssueException e) {
      throw new IllegalStateException("the sample pass is a good one", e);
    }
  }

  static IssuerKey statement(String key) throws FormatException {
    return IssuerKey.builder(
            "City Health Department",
            CoseKey.decode(HexFormat.of().parseHex(key)),
            EnumSet.allOf(ClaimKind.class))
        .build();
  }

  static PassVerifier verifier(IssuerKey statement) throws TrustException {
    return PassVerifier.of(TrustList.of(TrustedKey.of(statement)), SampleIssuer.CLOCK);
  }

  static void requireAccepted(Verification verification) {
    if (!(verification instanceof Accepted)) {
      throw new IllegalStateException("not accepted: " + verification.code());
    }
  }
}
