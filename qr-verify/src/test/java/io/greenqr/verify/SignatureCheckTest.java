package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.text.PassText;
import java.security.Security;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A verifier answers the same whichever implementation checks its signatures. */
class SignatureCheckTest {
  static Stream<SignatureCheck> checks() {
    return Stream.of(
        SignatureCheck.precomputed(),
        SignatureCheck.bouncyCastle(),
        SignatureCheck.jca(new BouncyCastleProvider()),
        SignatureCheck.jca(Security.getProvider("SunEC")));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void acceptsWhatTheKeySignedAndNothingElse(SignatureCheck check) throws Exception {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      TestIssuer issuer = TestIssuer.of(algorithm, 101);
      PassVerifier verifier =
          PassVerifier.builder(issuer.trustList(), TestPasses.at(TestPasses.NOW))
              .signatureCheck(check)
              .build();
      SignedPass pass = issuer.sign(TestPasses.vaccination());
      SignedPass other = issuer.sign(TestPasses.samples().get(2));
      SignedPass mixed =
          SignedPass.of(algorithm, pass.keyId(), pass.unverifiedPayload(), other.signature());
      assertEquals("ACCEPTED", verifier.verify(pass.bytes()).code());
      assertEquals("ACCEPTED", verifier.verify(other.bytes()).code());
      assertEquals("SIGNATURE", verifier.verify(mixed.bytes()).code());
    }
  }

  @Test
  void isNamedAfterItsImplementation() {
    assertEquals(
        List.of("precomputed", "BouncyCastle", "JCA BC", "JCA SunEC"),
        checks().map(SignatureCheck::toString).toList());
  }

  /** Only own tables ask for anything to be built. */
  @Test
  void ownTablesAreTheDefault() throws Exception {
    TestIssuer issuer = TestIssuer.ed25519(101);
    String text = issuer.sign(TestPasses.vaccination()).text(PassText.QR);
    AtomicInteger tasks = new AtomicInteger();
    PassVerifier.Builder builder =
        PassVerifier.builder(issuer.trustList(), TestPasses.at(TestPasses.NOW))
            .tableExecutor(task -> tasks.incrementAndGet());
    builder.build().verifyAll(Collections.nCopies(16, text));
    assertEquals(1, tasks.get());
    builder.signatureCheck(SignatureCheck.bouncyCastle()).build();
    builder.build().verifyAll(Collections.nCopies(16, text));
    assertEquals(1, tasks.get());
  }

  @Test
  void memoryOfTablesIsNotNegative() throws Exception {
    PassVerifier.Builder builder =
        PassVerifier.builder(TestIssuer.p256(5).trustList(), TestPasses.at(TestPasses.NOW));
    assertThrows(IllegalArgumentException.class, () -> builder.tableMemory(-1));
    builder.tableMemory(0).build();
    builder.tableMemory(Long.MAX_VALUE).build();
  }
}
