package io.greenqr.verify;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A scan that would be accepted, but for the steps that it was made to fail. */
final class Scan {
  private final TestIssuer issuer;
  private final TestIssuer collided;
  private final Set<Rejection> failing;

  Scan(SignatureAlgorithm algorithm, Set<Rejection> failing) {
    boolean p256 = algorithm == SignatureAlgorithm.ESP256;
    this.issuer = p256 ? KidCollision.P256 : KidCollision.ED25519;
    this.collided = p256 ? KidCollision.ED25519 : KidCollision.P256;
    this.failing = failing;
  }

  Verification verify() throws TrustException {
    PassVerifier.Builder verifier = PassVerifier.builder(trust(), TestPasses.at(now()));
    if (fails(Rejection.CLOCK_SUSPECT)) {
      verifier.clockNotBefore(now().plusSeconds(86_400));
    }
    return verifier.build().verify(text());
  }

  private boolean fails(Rejection step) {
    return failing.contains(step);
  }

  private Instant now() {
    if (fails(Rejection.NOT_YET_VALID)) {
      return TestPasses.IAT.minusSeconds(86_400);
    }
    return fails(Rejection.EXPIRED) ? TestPasses.EXP.plusSeconds(86_400) : TestPasses.NOW;
  }

  private TrustList trust() throws TrustException {
    if (fails(Rejection.KEY_UNKNOWN)) {
      return TestIssuer.of(issuer.key().algorithm(), 1).trustList();
    }
    TestIssuer trusted = fails(Rejection.KEY_ALGORITHM) ? collided : issuer;
    ClaimKind allowed = fails(Rejection.KEY_CLAIM_KIND) ? ClaimKind.TEST : ClaimKind.VACCINATION;
    IssuerKey.Builder statement = trusted.statement(EnumSet.of(allowed));
    setValidity(statement);
    return TrustList.of(TrustedKey.of(statement.build()));
  }

  private void setValidity(IssuerKey.Builder statement) {
    if (fails(Rejection.KEY_NOT_YET_VALID)) {
      statement.notBefore(now().plusSeconds(3_600));
    }
    if (fails(Rejection.KEY_EXPIRED)) {
      statement.notAfter(now().minusSeconds(3_600));
    }
    if (fails(Rejection.ISSUED_OUTSIDE_KEY_VALIDITY)) {
      if (fails(Rejection.NOT_YET_VALID)) {
        if (!fails(Rejection.KEY_EXPIRED)) {
          statement.notAfter(TestPasses.IAT.minusSeconds(1));
        }
      } else if (!fails(Rejection.KEY_NOT_YET_VALID)) {
        statement.notBefore(TestPasses.IAT.plusSeconds(1));
      }
    }
  }

  private String text() {
    SignedPass signed = signed();
    String text = signed.text(PassText.QR);
    if (fails(Rejection.ENVELOPE)) {
      byte[] bytes = signed.bytes();
      text = PassText.QR.encode(Arrays.copyOf(bytes, bytes.length + 1));
    }
    if (fails(Rejection.TEXT_ENCODING)) {
      text = text.substring(0, 10) + "#" + text.substring(11);
    }
    return fails(Rejection.TEXT_FORM) ? "gq1:" + text.substring(4) : text;
  }

  private SignedPass signed() {
    byte[] payload = TestPasses.claims(pass()).encode();
    if (fails(Rejection.PAYLOAD)) {
      payload = Arrays.copyOf(payload, payload.length + 1);
    }
    SignedPass signed = issuer.signPayload(payload);
    if (!fails(Rejection.SIGNATURE)) {
      return signed;
    }
    byte[] ofAnother = issuer.signPayload(new byte[] {1}).signature();
    return SignedPass.of(signed.algorithm(), signed.keyId(), payload, ofAnother);
  }

  private Pass pass() {
    Pass.Builder pass = TestPasses.pass(EnumSet.of(ClaimKind.VACCINATION));
    if (fails(Rejection.EXTENSION_CRITICAL)) {
      pass.extensions(Extensions.NONE.with(-1, new byte[] {1}));
    }
    if (fails(Rejection.STATUS_UNCHECKED)) {
      pass.status(StatusReference.of(1, 2));
    }
    return pass.build();
  }
}
