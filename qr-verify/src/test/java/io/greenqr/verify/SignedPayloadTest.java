package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.CwtClaims;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trusted key signed is still held to the format: one meaning, one byte string. */
class SignedPayloadTest {
  private static final TestIssuer ISSUER = TestIssuer.ed25519(61);
  private static final String EXP = "04 1a 624a3500";
  private static final String IAT = "06 1a 615a4400";

  /** {@code [["An", [1984]], {4: [1, 18885]}]} as the private claim. */
  private static final String PASS = "3a00010000 82 82 62416e 81 1907c0 a1 04 82 01 1949c5";

  private static Verification verify(byte[] payload) throws Exception {
    return PassVerifier.of(ISSUER.trustList(), TestPasses.at(TestPasses.NOW))
        .verify(ISSUER.signPayload(payload).bytes());
  }

  private static byte[] bytes(String spaced) {
    return HexFormat.of().parseHex(spaced.replace(" ", ""));
  }

  @Test
  void theSmallestPayloadIsAccepted() throws Exception {
    Accepted accepted = assertInstanceOf(Accepted.class, verify(bytes("a3" + EXP + IAT + PASS)));
    assertEquals(TestPasses.EXP, accepted.claims().expires());
    assertEquals(TestPasses.IAT, accepted.claims().issuedAt());
    assertEquals("An", accepted.pass().subject().name());
  }

  @ParameterizedTest
  @CsvSource({
    "a2 EXP IAT, CLAIM_MISSING, 0",
    "a3 04 1b00000000624a3500 IAT PASS, CBOR_NOT_SHORTEST, 2",
    "a3 1804 1a624a3500 IAT PASS, CBOR_NOT_SHORTEST, 1",
    "b803 EXP IAT PASS, CBOR_NOT_SHORTEST, 0",
    "bf EXP IAT PASS ff, CBOR_INDEFINITE, 0",
    "a3 IAT EXP PASS, CBOR_KEY_ORDER, 7",
    "a4 EXP EXP IAT PASS, CBOR_KEY_DUPLICATE, 7",
    "a3 EXP IAT PASS 00, CBOR_TRAILING, 34",
    "a3 EXP IAT PASS f6, CBOR_TRAILING, 34",
    "a3 EXP IAT 3a00010000, CBOR_TRUNCATED, 18",
    "a3 04 fb41d8928bc0000000 IAT PASS, CBOR_FLOAT, 2",
    "a3 04 c1 1a624a3500 IAT PASS, CBOR_TAG, 2",
    "a3 04 c2 44624a3500 IAT PASS, CBOR_TAG, 2",
    "a3 04 f6 IAT PASS, CBOR_TYPE, 2",
    "a3 04 f7 IAT PASS, CBOR_SIMPLE, 2",
    "a3 04 20 IAT PASS, CBOR_TYPE, 2",
    "a3 04 1bffffffffffffffff IAT PASS, CBOR_INTEGER_RANGE, 2",
    "a3 04 1b0000003afff44180 IAT PASS, TIME_RANGE, 2",
    "a3 04 1a615a4400 IAT PASS, TIME_ORDER, 0",
    "a4 01 01 EXP IAT PASS, CLAIM_UNKNOWN, 1",
    "a4 EXP IAT 08 a0 PASS, CLAIM_RESERVED, 13",
    "a3 EXP IAT 3a00010000 82 82 6341cc81 81 1907c0 a1 04 82 01 1949c5, CBOR_NOT_NFC, 21",
    "a3 EXP IAT 3a00010000 82 82 62c328 81 1907c0 a1 04 82 01 1949c5, CBOR_UTF8, 21",
    "a3 EXP IAT 3a00010000 82 82 6441e280ae 81 1907c0 a1 04 82 01 1949c5, NAME_CHARACTER, 19",
    "a3 EXP IAT 3a00010000 82 82 62416e 81 1907c0 a0, STATEMENTS_EMPTY, 18",
    "a3 EXP IAT 3a00010000 82 82 62416e 81 1907c0 a1 05 82 01 1949c5, STATEMENT_UNKNOWN, 28",
    "a3 EXP IAT 3a00010000 83 82 62416e 81 1907c0 a1 04 82 01 1949c5 f6, RECORD_NULL, 34",
    "80, CBOR_TYPE, 0",
    "'', CBOR_TRUNCATED, 0",
  })
  void aSecondSpellingOrABrokenRuleIsAFaultOfThePayload(String parts, FormatFault fault, int offset)
      throws Exception {
    byte[] payload = bytes(parts.replace("EXP", EXP).replace("IAT", IAT).replace("PASS", PASS));
    Rejected rejected = assertInstanceOf(Rejected.class, verify(payload));
    assertEquals(Rejection.PAYLOAD, rejected.rejection());
    assertEquals(fault, rejected.fault().orElseThrow());
    assertEquals(offset, rejected.offset().orElseThrow());
  }

  /**
   * The issuer's mistakes, one bit each: whatever is accepted is the one spelling of its claims.
   */
  @Test
  void whatIsAcceptedIsAlwaysTheOneSpellingOfWhatItSays() throws Exception {
    PassVerifier verifier =
        PassVerifier.builder(ISSUER.trustList(), TestPasses.at(TestPasses.NOW))
            .allowUncheckedStatus()
            .build();
    int accepted = 0;
    int tried = 0;
    for (CwtClaims claims : TestPasses.samples()) {
      byte[] payload = claims.encode();
      for (int bit = 0; bit < 8 * payload.length; bit++) {
        byte[] changed = payload.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        Verification answer = verifier.verify(ISSUER.signPayload(changed).bytes());
        tried++;
        if (answer instanceof Accepted pass) {
          accepted++;
          assertArrayEquals(changed, pass.claims().encode());
        }
      }
    }
    assertTrue(accepted > 0 && accepted < tried, accepted + " of " + tried);
    System.out.println("SignedPayloadTest: " + tried + " payloads, " + accepted + " other passes");
  }
}
