package io.greenqr.cli;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;

/**
 * What a gate would answer to passes that nobody signed: it signs their content with a key that
 * only this run has, and verifies that. For trying out policies.
 */
final class SimulatedGate {
  private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);

  private final PassVerifier verifier;

  private SimulatedGate(TrustList trust, Instant now) {
    this.verifier =
        PassVerifier.builder(trust, Clock.fixed(now, ZoneOffset.UTC))
            // A few passes are not worth tables.
            .tableMemory(0)
            .allowUncheckedStatus()
            .allowRestrictedStatus()
            .build();
  }

  /** A gate with pinned keys: trust without age, and no status is looked at. */
  static SimulatedGate pinned(Instant now) {
    try {
      return new SimulatedGate(TrustList.builder().add(TrustedKey.of(statement())).build(), now);
    } catch (TrustException e) {
      throw new IllegalStateException("a key that was made here is a good one", e);
    }
  }

  /** A gate with fresh signed trust, which knows the statuses of {@link SimulatedScheme}. */
  static SimulatedGate fresh(Instant now) {
    return new SimulatedGate(SimulatedScheme.trust(statement(), now), now);
  }

  private static IssuerKey statement() {
    return IssuerKey.builder("Simulation", KEY.publicKey(), EnumSet.allOf(ClaimKind.class)).build();
  }

  /** The answer to a pass with this content. */
  Verification verify(CwtClaims claims) {
    byte[] payload = claims.encode();
    SignatureAlgorithm algorithm = KEY.publicKey().algorithm();
    try {
      byte[] signature =
          KEY.signer().sign(SignedPass.toBeSigned(algorithm, KEY.publicKey().keyId(), payload));
      return verifier.verify(
          SignedPass.of(algorithm, KEY.publicKey().keyId(), payload, signature).bytes());
    } catch (SigningException e) {
      throw new IllegalStateException("a key in memory signs", e);
    }
  }

  /** The answer to a text as it is. */
  Verification verify(String text) {
    return verifier.verify(text);
  }
}
