package io.greenqr.issue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.key.SubjectPublicKeyInfo;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassIssuerTest {
  static Stream<SigningKey> keys() {
    return Stream.of(Samples.P256, Samples.ED25519);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void issuesWhatWasAskedFor(SigningKey key) throws Exception {
    Pass pass = Samples.full();
    Instant expires = Samples.NOW.plus(Samples.MONTH);
    IssuedPass issued = Samples.issuer(key).issue(pass, Samples.NOW, expires);

    assertEquals(CwtClaims.of(Samples.NOW, expires, pass), issued.claims());
    assertEquals(key.publicKey().keyId(), issued.signedPass().keyId());
    assertEquals(key.publicKey().algorithm(), issued.signedPass().algorithm());
    assertArrayEquals(issued.bytes(), issued.signedPass().bytes());
    for (PassText form : PassText.values()) {
      SignedPass read = SignedPass.parseText(issued.text(form));
      assertEquals(issued.signedPass(), read);
      assertEquals(issued.claims(), read.unverifiedClaims());
      assertTrue(holdsForThePlatform(key, read));
    }
  }

  /** SunEC, so that the issuer's own arithmetic is not its only judge. */
  private static boolean holdsForThePlatform(SigningKey key, SignedPass pass) throws Exception {
    boolean p256 = key == Samples.P256;
    PublicKey publicKey =
        KeyFactory.getInstance(p256 ? "EC" : "Ed25519")
            .generatePublic(new X509EncodedKeySpec(SubjectPublicKeyInfo.encode(key.publicKey())));
    Signature signature = Signature.getInstance(p256 ? "SHA256withECDSAinP1363Format" : "Ed25519");
    signature.initVerify(publicKey);
    signature.update(pass.toBeSigned());
    return signature.verify(pass.signature());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void issuesOnePassWithOneText(SigningKey key) throws Exception {
    PassIssuer issuer = Samples.issuer(key);
    IssuedPass first = issuer.issue(Samples.twoDoses(), Samples.MONTH);
    IssuedPass again = issuer.issue(Samples.twoDoses(), Samples.MONTH);
    assertEquals(first, again);
    assertEquals(first.hashCode(), again.hashCode());
    assertNotEquals(first, issuer.issue(Samples.oneDose(), Samples.MONTH));
    assertEquals(Samples.statement(key).build(), issuer.issuerKey());
  }

  @Test
  void roundsTimesDown() throws Exception {
    Instant now = Samples.NOW.plusMillis(999);
    PassIssuer issuer =
        PassIssuer.of(
            Samples.P256.signer(),
            Samples.statement(Samples.P256).build(),
            Clock.fixed(now, ZoneOffset.UTC));
    CwtClaims claims = issuer.issue(Samples.oneDose(), Duration.ofMillis(10_999)).claims();
    assertEquals(Samples.NOW, claims.issuedAt());
    assertEquals(Samples.NOW.plusSeconds(10), claims.expires());
    claims = issuer.issue(Samples.oneDose(), now, now.plusSeconds(10)).claims();
    assertEquals(Samples.NOW, claims.issuedAt());
    assertEquals(Samples.NOW.plusSeconds(10), claims.expires());
  }

  @Test
  void refusesAMaximumThatAllowsNothing() {
    PassIssuer.Builder builder =
        PassIssuer.builder(
            Samples.P256.signer(), Samples.statement(Samples.P256).build(), Samples.CLOCK);
    for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThrows(IllegalArgumentException.class, () -> builder.maxValidity(none));
    }
  }

  @Test
  void showsNoPersonalData() throws Exception {
    PassIssuer issuer = Samples.issuer(Samples.P256);
    IssuedPass issued = issuer.issue(Samples.full(), Samples.MONTH);
    String shown = issued + " " + issuer;
    assertTrue(shown.startsWith("IssuedPass[SignedPass[ESP256:"), shown);
    assertTrue(shown.contains("PassIssuer[IssuerKey["), shown);
    assertFalse(shown.contains("Trần"), shown);
    assertFalse(shown.contains("1984"), shown);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void issuesFromManyThreads(SigningKey key) throws Exception {
    PassIssuer issuer = Samples.issuer(key);
    int threads = 8;
    int each = 50;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<List<IssuedPass>>> results = new ArrayList<>();
    try {
      for (int t = 0; t < threads; t++) {
        int thread = t;
        results.add(
            pool.submit(
                () -> {
                  List<IssuedPass> passes = new ArrayList<>();
                  for (int i = 0; i < each; i++) {
                    Duration validity = Samples.MONTH.plusSeconds(thread * each + i);
                    passes.add(issuer.issue(Samples.full(), validity));
                  }
                  return passes;
                }));
      }
      for (int t = 0; t < threads; t++) {
        List<IssuedPass> passes = results.get(t).get();
        for (int i = 0; i < each; i++) {
          IssuedPass issued = passes.get(i);
          assertEquals(
              Samples.NOW.plus(Samples.MONTH).plusSeconds(t * each + i), issued.claims().expires());
          assertTrue(holdsForThePlatform(key, issued.signedPass()));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
