package io.greenqr.verify;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.trust.TestBundle;
import io.greenqr.verify.trust.TestScheme;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustedKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A scan that would be accepted, but for the steps that it was made to fail. The trust list is
 * signed, unless the scan is to fail for want of one.
 */
final class Scan {
  private static final int LIST = 1;

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
    if (fails(Rejection.STATUS_UNCHECKED)) {
      return TrustList.of(TrustedKey.of(statement()));
    }
    if (fails(Rejection.TRUST_MISSING)) {
      return TestScheme.sync().trust();
    }
    StatusListDocument status = TestScheme.status(LIST, 5, value());
    if (fails(Rejection.STATUS_MISSING)) {
      return TestScheme.sync(TestBundle.of(list(6).status(status.pin()))).trust();
    }
    TrustSync sync = TestScheme.sync(TestBundle.of(list(6), status));
    if (fails(Rejection.STATUS_OUTDATED)) {
      StatusListDocument newer = TestScheme.status(LIST, 6, PassStatus.VALID, PassStatus.REVOKED);
      sync.apply(TestBundle.of(TestScheme.sign(list(7).status(newer.pin()).build())).bytes());
    }
    return sync.trust();
  }

  private TrustListDocument.Builder list(int version) {
    boolean closed = fails(Rejection.TRUST_CLOSED);
    Instant closes = closed ? now() : now().plusSeconds(86_400);
    return TrustListDocument.builder(
            Environment.TEST,
            TrustVersion.of(1, version),
            now().minusSeconds(86_400),
            closes.minusSeconds(3_600),
            closes)
        .statusExpires(fails(Rejection.STATUS_STALE) ? now() : closes)
        .key(statement());
  }

  private PassStatus value() {
    if (fails(Rejection.STATUS_REVOKED)) {
      return PassStatus.REVOKED;
    }
    if (fails(Rejection.STATUS_SUSPENDED)) {
      return PassStatus.SUSPENDED;
    }
    return fails(Rejection.STATUS_RESTRICTED) ? PassStatus.RESTRICTED : PassStatus.VALID;
  }

  private IssuerKey statement() {
    TestIssuer trusted = fails(Rejection.KEY_ALGORITHM) ? collided : issuer;
    if (fails(Rejection.KEY_UNKNOWN)) {
      trusted = TestIssuer.of(issuer.key().algorithm(), 1);
    }
    ClaimKind allowed = fails(Rejection.KEY_CLAIM_KIND) ? ClaimKind.TEST : ClaimKind.VACCINATION;
    IssuerKey.Builder statement = trusted.statement(EnumSet.of(allowed));
    setValidity(statement);
    if (fails(Rejection.KEY_RETIRED)) {
      statement.state(KeyState.retired(TestPasses.IAT));
    }
    if (fails(Rejection.KEY_REVOKED)) {
      statement.state(KeyState.revoked(TestPasses.IAT));
    }
    return statement.build();
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
    boolean beyond = fails(Rejection.STATUS_OUT_OF_RANGE);
    pass.status(StatusReference.of(LIST, beyond ? TestScheme.ENTRIES : 0));
    return pass.build();
  }
}
