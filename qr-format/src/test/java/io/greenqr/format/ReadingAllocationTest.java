package io.greenqr.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Reading a pass takes little more from the heap than what its reader keeps. */
class ReadingAllocationTest {
  /** In bytes, without a compiler that takes garbage away. */
  private static final long BOUND = 1_024;

  private static final String PASS =
      """
      {"name":"Trần Văn Minh Phương","birth":"1984-03-12",
       "declaration":{"at":"2021-10-01T07:00:00Z","symptoms":[],"exposures":[]},
       "vaccination":[
         {"product":"vaxzevria","number":1,"of":2,"day":"2021-06-01"},
         {"product":"vaxzevria","number":2,"of":2,"day":"2021-08-24"}],
       "test":[{"method":"antigen","result":"not-detected","sampledAt":"2021-09-30T12:00:00Z"}]}
      """;

  private static String text() throws FormatException {
    Instant now = Instant.parse("2021-10-01T08:00:00Z");
    byte[] payload = CwtClaims.of(now, now.plusSeconds(86_400), PassJson.read(PASS)).encode();
    byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    signature[31] = 1;
    signature[63] = 1;
    return SignedPass.of(
            SignatureAlgorithm.ESP256, KeyId.of(new byte[KeyId.LENGTH]), payload, signature)
        .text(PassText.QR);
  }

  @Test
  void aPassOfTwoDosesATestAndADeclarationStaysBelowAKilobyte() throws Throwable {
    String text = text();
    byte[] message = new byte[SignedPass.MAX_TO_BE_SIGNED];
    byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    long allocated =
        Allocation.of(
            () -> {
              SignedPass pass = SignedPass.parseText(text);
              pass.writeToBeSigned(message);
              pass.writeSignature(signature);
              pass.unverifiedClaims();
            });
    assertTrue(allocated <= BOUND, () -> allocated + " bytes");
  }
}
