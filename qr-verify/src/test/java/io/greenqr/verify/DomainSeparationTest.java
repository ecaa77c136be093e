package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A signature that a trusted key made for something else is no signature of a pass. */
class DomainSeparationTest {
  private static final byte[] PAYLOAD = TestPasses.vaccination().encode();

  @ParameterizedTest
  @CsvSource({
    "Signature1, GQ1 pass, ACCEPTED",
    "Signature1, '', SIGNATURE",
    "Signature1, GQ1 trust list, SIGNATURE",
    "Signature1, GQ1 status list, SIGNATURE",
    "Signature1, GQ1 roster, SIGNATURE",
    "Signature1, GQ1 Pass, SIGNATURE",
    "Signature1, 'GQ1 pass ', SIGNATURE",
    "Signature1, gq1 pass, SIGNATURE",
    "Signature, GQ1 pass, SIGNATURE",
    "CounterSignature, GQ1 pass, SIGNATURE",
    "MAC0, GQ1 pass, SIGNATURE",
  })
  void onlyTheContextOfAPassIsAccepted(String context, String aad, String expected)
      throws Exception {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      TestIssuer issuer = TestIssuer.of(algorithm, 51);
      byte[] signature = issuer.signature(structure(issuer, context, aad));
      assertEquals(expected, verify(issuer, signature).code());
    }
  }

  /** The bare payload, its hash's input and the whole envelope are what careless signers sign. */
  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void aSignatureOfTheBarePayloadOrOfTheEnvelopeIsRefused(SignatureAlgorithm algorithm)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 51);
    assertEquals("SIGNATURE", verify(issuer, issuer.signature(PAYLOAD)).code());
    byte[] envelope = issuer.signPayload(PAYLOAD).bytes();
    assertEquals("SIGNATURE", verify(issuer, issuer.signature(envelope)).code());
    assertEquals("SIGNATURE", verify(issuer, issuer.signature(new byte[0])).code());
  }

  /** The header is signed as well: a signature does not move to a header with another kid. */
  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void aSignatureDoesNotMoveToAnotherHeader(SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 51);
    TestIssuer other = TestIssuer.of(algorithm, 52);
    byte[] forOther =
        issuer.signature(SignedPass.toBeSigned(algorithm, other.key().keyId(), PAYLOAD));
    assertEquals("SIGNATURE", verify(issuer, forOther).code());
  }

  private static Verification verify(TestIssuer issuer, byte[] signature) throws Exception {
    SignedPass signed =
        SignedPass.of(issuer.key().algorithm(), issuer.key().keyId(), PAYLOAD, signature);
    return PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW))
        .verify(signed.bytes());
  }

  /** RFC 9052 section 4.4, written without the code under test. */
  private static byte[] structure(TestIssuer issuer, String context, String aad) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x84);
    out.write(0x60 + context.length());
    out.writeBytes(context.getBytes(StandardCharsets.US_ASCII));
    boolean p256 = issuer.key().algorithm() == SignatureAlgorithm.ESP256;
    out.writeBytes(new byte[] {0x49, (byte) 0xa2, 1, (byte) (p256 ? 0x28 : 0x32), 4, 0x44});
    out.writeBytes(issuer.key().keyId().bytes());
    out.write(0x40 + aad.length());
    out.writeBytes(aad.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[] {0x58, (byte) PAYLOAD.length});
    out.writeBytes(PAYLOAD);
    return out.toByteArray();
  }
}
