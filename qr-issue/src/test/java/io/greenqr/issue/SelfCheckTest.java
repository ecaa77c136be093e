package io.greenqr.issue;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that a signer gets wrong leaves the issuer. */
class SelfCheckTest {
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ESP256 ? Samples.P256 : Samples.ED25519;
  }

  private static IssueException refused(SigningKey key, ScriptedSigner.Script script) {
    PassIssuer issuer = Samples.issuer(new ScriptedSigner(key, script), key);
    return assertThrows(IssueException.class, () -> issuer.issue(Samples.full(), Samples.MONTH));
  }

  private static void failsTheCheck(SigningKey key, ScriptedSigner.Script script) {
    IssueException e = refused(key, script);
    assertEquals(IssueFault.SELF_CHECK, e.fault());
    assertEquals("SELF_CHECK", e.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void disturbedSignature(SignatureAlgorithm algorithm) {
    SigningKey key = key(algorithm);
    for (int bit = 0; bit < 512; bit++) {
      int flipped = bit;
      failsTheCheck(
          key,
          message -> {
            byte[] signature = key.signer().sign(message);
            signature[flipped / 8] ^= (byte) (1 << flipped % 8);
            return signature;
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void signatureOfAnotherKey(SignatureAlgorithm algorithm) {
    SigningKey other = SigningKey.generate(algorithm);
    failsTheCheck(key(algorithm), message -> other.signer().sign(message));
  }

  @ParameterizedTest
  @EnumSource
  void signatureOfAnotherMessage(SignatureAlgorithm algorithm) {
    SigningKey key = key(algorithm);
    failsTheCheck(key, message -> key.signer().sign(Arrays.copyOf(message, message.length - 1)));
  }

  @ParameterizedTest
  @EnumSource
  void signatureOfAnotherLength(SignatureAlgorithm algorithm) {
    SigningKey key = key(algorithm);
    for (int length : new int[] {0, 63, 65, 70, 2000}) {
      failsTheCheck(key, message -> Arrays.copyOf(key.signer().sign(message), length));
    }
  }

  @Test
  void highS() {
    failsTheCheck(
        Samples.P256,
        message -> {
          byte[] signature = Samples.P256.signer().sign(message);
          BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
          byte[] high = P256_ORDER.subtract(s).toByteArray();
          System.arraycopy(high, high.length - 32, signature, 32, 32);
          return signature;
        });
  }

  /** The issuer writes what it was asked to; a fault in between would be seen by these. */
  @ParameterizedTest
  @EnumSource
  void rightSignatureOfTheWrongContent(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    KeyId keyId = key.publicKey().keyId();
    CwtClaims claims = Samples.issuer(key).issue(Samples.twoDoses(), Samples.MONTH).claims();
    byte[] payload = claims.encode();
    SelfCheck check = new SelfCheck(key.publicKey());
    check.require(signed(key, keyId, payload), claims);

    CwtClaims oneDose = Samples.issuer(key).issue(Samples.oneDose(), Samples.MONTH).claims();
    SignedPass otherClaims = signed(key, keyId, oneDose.encode());
    SignedPass otherKeyId = signed(key, KeyId.of(new byte[4]), payload);
    SignedPass unreadable = signed(key, keyId, Arrays.copyOf(payload, payload.length - 1));
    for (SignedPass wrong : new SignedPass[] {otherClaims, otherKeyId, unreadable}) {
      IssueException e = assertThrows(IssueException.class, () -> check.require(wrong, claims));
      assertEquals(IssueFault.SELF_CHECK, e.fault());
    }
  }

  private static SignedPass signed(SigningKey key, KeyId keyId, byte[] payload) throws Exception {
    SignatureAlgorithm algorithm = key.publicKey().algorithm();
    byte[] signature = key.signer().sign(SignedPass.toBeSigned(algorithm, keyId, payload));
    return SignedPass.of(algorithm, keyId, payload, signature);
  }

  @Test
  void keyThatCannotSignNow() {
    SigningException cause = new SigningException("session closed");
    IssueException e =
        refused(
            Samples.P256,
            message -> {
              throw cause;
            });
    assertEquals(IssueFault.SIGNING, e.fault());
    assertSame(cause, e.getCause());
  }

  @Test
  void signerThatNamesAnotherKeyThanTheStatement() {
    assertDoesNotThrow(() -> Samples.issuer(Samples.P256));
    assertThrows(
        IllegalArgumentException.class,
        () -> Samples.issuer(Samples.ED25519.signer(), Samples.P256));
  }
}
