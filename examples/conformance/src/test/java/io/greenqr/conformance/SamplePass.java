package io.greenqr.conformance;

import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.hex;
import static io.greenqr.conformance.Wire.string;

import io.greenqr.format.text.PassText;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import java.nio.charset.StandardCharsets;

/** The pass that the vectors deviate from, in pieces of hexadecimal digits. */
final class SamplePass {
  static final String EXP = "1a616f6a10";
  static final String IAT = "1a6147dd10";
  static final String PASS_KEY = "3a00010000";
  static final String NAME = Wire.text("Nguyễn Thị Hồng Nhung");
  static final String BIRTH = "191cee";
  static final String PERSON = "48 3f9c21d7a04be856";
  static final String SUBJECT = "83 " + NAME + " " + BIRTH + " " + PERSON;
  static final String DECLARATION = "84 1a6147d284 00 02 66 37392d373630";
  static final String DOSE_1 = "85 03 01 02 194970 6a 47512d544553542d3031";
  static final String DOSE_2 = "84 03 02 02 1949c4";
  static final String VACCINATION = "82 " + DOSE_1 + " " + DOSE_2;
  static final String TEST = "84 02 01 1a6147ca50 67 37392d30303432";
  static final String TESTS = "81 " + TEST;
  static final String READING = "86 1a61429710 190170 1862 10 184a 00";
  static final String MONITORING = "84 04 1949c6 f6 " + READING;
  static final String STATEMENTS =
      "a4 01 " + DECLARATION + " 02 " + VACCINATION + " 03 " + TESTS + " 04 " + MONITORING;
  static final String PASS = "84 " + SUBJECT + " " + STATEMENTS + " f6 1858";

  /** The payload. */
  static final String CLAIMS = claims(PASS);

  /** The protected header and signing input are of this form for both algorithms. */
  static final String ESP256_HEADER = "a2 01 28 04 44 f531ab09";

  static final String ED25519_HEADER = "a2 01 32 04 44 025d6f01";

  private static final byte[] AAD = "GQ1 pass".getBytes(StandardCharsets.US_ASCII);

  private SamplePass() {}

  static String claims(String pass) {
    return "a3 04 " + EXP + " 06 " + IAT + " " + PASS_KEY + " " + pass;
  }

  /** The payload of a pass with one or more statements and no further fields. */
  static String only(String statements) {
    return claims("82 " + SUBJECT + " " + statements);
  }

  /** The payload with one place changed. */
  static String changed(String from, String to) {
    return edit(CLAIMS, from, to);
  }

  /** The payload with fields behind the statements that the sample has not. */
  static String withTail(int fields, String tail) {
    return claims("8" + fields + " " + SUBJECT + " " + STATEMENTS + " " + tail);
  }

  static byte[] sign(SigningKey key, String header, byte[] aad, String payload) {
    byte[] context = "Signature1".getBytes(StandardCharsets.US_ASCII);
    String signed =
        "84 6a" + hex(context) + string(bytes(header)) + string(aad) + string(bytes(payload));
    try {
      return key.signer().sign(bytes(signed));
    } catch (SigningException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] sign(String payload) {
    return sign(TestKeys.MAIN, ESP256_HEADER, AAD, payload);
  }

  /** The pass bytes in pieces that an edit can find. */
  static String envelope(String header, String payload, byte[] signature) {
    return "d2 84 "
        + string(bytes(header))
        + " a0 "
        + string(bytes(payload))
        + " 5840 "
        + hex(signature);
  }

  /** The pass bytes of {@code payload}, signed by the trusted key. */
  static String envelope(String payload) {
    return envelope(ESP256_HEADER, payload, sign(payload));
  }

  /** The pass bytes with a header that the signature covers as it stands. */
  static String envelopeWithHeader(SigningKey key, String header) {
    return envelope(header, CLAIMS, sign(key, header, AAD, CLAIMS));
  }

  static String edwards(String payload) {
    return envelope(ED25519_HEADER, payload, sign(TestKeys.EDWARDS, ED25519_HEADER, AAD, payload));
  }

  static String qr(String envelope) {
    return PassText.QR.encode(bytes(envelope));
  }

  static String sms(String envelope) {
    return PassText.SMS.encode(bytes(envelope));
  }

  /** The QR text of a payload, signed by the trusted key. */
  static String pass(String payload) {
    return qr(envelope(payload));
  }
}
