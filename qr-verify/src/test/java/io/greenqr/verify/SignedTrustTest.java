package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.trust.TestBundle;
import io.greenqr.verify.trust.TestScheme;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signed list says about keys is what counts: kinds, owners, states. */
class SignedTrustTest {
  private static final EnumSet<ClaimKind> ALL = EnumSet.allOf(ClaimKind.class);

  private static TrustList trust(IssuerKey... keys) throws TrustException {
    TrustListDocument.Builder list =
        TrustListDocument.builder(
            Environment.TEST,
            TrustVersion.of(1, 1),
            TestScheme.ISSUED,
            TestScheme.EXPIRES,
            TestScheme.CLOSES);
    for (IssuerKey key : keys) {
      list.key(key);
    }
    return TestScheme.sync(TestBundle.of(list)).trust();
  }

  /** Two threads that hand over their updates may do so in the other order. */
  @Test
  void rollback_aListHandedOverLateDoesNotReplaceALaterOne() throws Exception {
    TestIssuer issuer = TestIssuer.ed25519(7100);
    SignedPass pass = issuer.sign(TestPasses.claims(ALL));
    TrustListDocument.Builder good = TestScheme.list(1, 4).key(named("A", issuer, ALL));
    TrustList older = TestScheme.sync(TestBundle.of(good)).trust();
    TrustList newer = TestScheme.sync(TestBundle.of(TestScheme.list(1, 5))).trust();
    PassVerifier verifier = PassVerifier.of(older, TestPasses.at(TestScheme.NOW));
    assertEquals("ACCEPTED", verifier.verify(pass.bytes()).code());
    verifier.replaceTrust(newer);
    assertEquals("KEY_UNKNOWN", verifier.verify(pass.bytes()).code());
    verifier.replaceTrust(older);
    assertEquals("KEY_UNKNOWN", verifier.verify(pass.bytes()).code());
  }

  private static Verification verify(TrustList trust, SignedPass pass) {
    return PassVerifier.of(trust, TestPasses.at(TestScheme.NOW)).verify(pass.bytes());
  }

  private static IssuerKey named(String name, TestIssuer issuer, EnumSet<ClaimKind> kinds) {
    return IssuerKey.builder(name, issuer.key(), kinds).build();
  }

  /**
   * Four kinds of key times four kinds of claim, the other three keys being in the list as well.
   */
  @ParameterizedTest
  @EnumSource(ClaimKind.class)
  void aKeyForOneKindSignsThatKindAndNoOther(ClaimKind carried) throws Exception {
    List<IssuerKey> keys = new ArrayList<>();
    for (ClaimKind kind : ClaimKind.values()) {
      TestIssuer holder = TestIssuer.ed25519(7000 + kind.code());
      keys.add(named("For " + kind.jsonName(), holder, EnumSet.of(kind)));
    }
    TrustList trust = trust(keys.toArray(new IssuerKey[0]));
    for (ClaimKind kind : ClaimKind.values()) {
      SignedPass pass =
          TestIssuer.ed25519(7000 + kind.code()).sign(TestPasses.claims(EnumSet.of(carried)));
      Verification verification = verify(trust, pass);
      assertEquals(kind == carried ? "ACCEPTED" : "KEY_CLAIM_KIND", verification.code());
    }
  }

  /** Who makes a key with the identifier of another issuer's signs neither in its name nor more. */
  @Test
  void issuersWhoseKeysHaveOneIdentifierAreToldApart() throws Exception {
    List<List<TestIssuer>> pairs =
        List.of(
            List.of(KidCollision.ED25519_A, KidCollision.ED25519_B),
            List.of(KidCollision.P256_A, KidCollision.P256_B),
            List.of(KidCollision.ED25519, KidCollision.P256));
    for (List<TestIssuer> pair : pairs) {
      for (int i = 0; i < 2; i++) {
        TestIssuer health = pair.get(i);
        TestIssuer mint = pair.get(1 - i);
        TrustList trust =
            trust(
                named("Health", health, EnumSet.of(ClaimKind.VACCINATION)),
                named("Tests", mint, EnumSet.of(ClaimKind.TEST)));
        SignedPass vaccination = health.sign(TestPasses.vaccination());
        Accepted accepted = assertInstanceOf(Accepted.class, verify(trust, vaccination));
        assertEquals("Health", accepted.issuer());
        SignedPass forged = mint.sign(TestPasses.vaccination());
        assertEquals("KEY_CLAIM_KIND", verify(trust, forged).code());
        TrustList alone = trust(named("Health", health, ALL));
        boolean same = health.key().algorithm() == mint.key().algorithm();
        assertEquals(same ? "SIGNATURE" : "KEY_ALGORITHM", verify(alone, forged).code());
      }
    }
  }

  /** To the second and without skew: both times were written by the scheme. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void aStateEndsWhatWasIssuedSinceThen(int seconds) throws Exception {
    Instant since = TestPasses.IAT;
    CwtClaims claims =
        CwtClaims.of(since.plusSeconds(seconds), TestPasses.EXP, TestPasses.vaccination().pass());
    SignedPass pass = TestScheme.ISSUER.sign(claims);
    for (KeyState state : List.of(KeyState.retired(since), KeyState.revoked(since))) {
      TrustList trust = trust(TestScheme.ISSUER.statement(ALL).state(state).build());
      String ended = state.isRevoked() ? "KEY_REVOKED" : "KEY_RETIRED";
      assertEquals(seconds < 0 ? "ACCEPTED" : ended, verify(trust, pass).code());
      PassVerifier widest =
          PassVerifier.builder(trust, TestPasses.at(TestScheme.NOW))
              .skew(PassVerifier.MAX_SKEW)
              .build();
      assertEquals(seconds < 0 ? "ACCEPTED" : ended, widest.verify(pass.bytes()).code());
    }
  }

  /** A thief writes any time into a pass; only a state since the beginning ends all. */
  @Test
  void keyCompromise_aKeyRevokedSinceTheBeginningSignsNothing() throws Exception {
    KeyState always = KeyState.revoked(Instant.EPOCH);
    TrustList trust = trust(TestScheme.ISSUER.statement(ALL).state(always).build());
    for (Instant written : List.of(Instant.EPOCH, TestPasses.IAT, TestScheme.NOW)) {
      CwtClaims claims = CwtClaims.of(written, TestPasses.EXP, TestPasses.vaccination().pass());
      assertEquals("KEY_REVOKED", verify(trust, TestScheme.ISSUER.sign(claims)).code());
    }
  }

  /** The other key of the issuer goes on. */
  @Test
  void aStateIsOfItsKeyAlone() throws Exception {
    TestIssuer next = TestIssuer.p256(7100);
    TrustList trust =
        trust(
            TestScheme.ISSUER.statement(ALL).state(KeyState.revoked(Instant.EPOCH)).build(),
            named("Issuer 1041", next, ALL));
    assertEquals("ACCEPTED", verify(trust, next.sign(TestPasses.vaccination())).code());
    SignedPass old = TestScheme.ISSUER.sign(TestPasses.vaccination());
    assertEquals("KEY_REVOKED", verify(trust, old).code());
  }
}
