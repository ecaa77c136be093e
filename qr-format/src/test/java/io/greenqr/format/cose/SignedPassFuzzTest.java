package io.greenqr.format.cose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.Parts;
import io.greenqr.format.PassGenerator;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.text.PassText;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text and any bytes are a pass in its one spelling, or a fault. */
class SignedPassFuzzTest {
  static Stream<byte[]> seeds() {
    PassGenerator generator = new PassGenerator(15);
    return Stream.concat(
        Stream.of(Parts.envelope().bytes(), Parts.envelope().with("alg", "32").bytes()),
        Stream.of(PassText.values())
            .map(
                form -> {
                  byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
                  SignedPass pass =
                      SignedPass.of(
                          SignatureAlgorithm.ED25519,
                          KeyId.of(new byte[KeyId.LENGTH]),
                          generator.claims().encode(),
                          signature);
                  return pass.text(form).getBytes(StandardCharsets.US_ASCII);
                }));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    try {
      SignedPass pass = SignedPass.parseText(text);
      assertEquals(text, pass.text(PassText.of(text).orElseThrow()));
      use(pass);
    } catch (FormatException e) {
      assertOffset(e, text.length());
    }
    try {
      SignedPass pass = SignedPass.parse(data);
      assertArrayEquals(data, pass.bytes());
      use(pass);
    } catch (FormatException e) {
      assertOffset(e, data.length);
    }
  }

  private static void use(SignedPass pass) {
    byte[] payload = pass.unverifiedPayload();
    assertEquals(pass, SignedPass.of(pass.algorithm(), pass.keyId(), payload, pass.signature()));
    assertArrayEquals(
        SignedPass.toBeSigned(pass.algorithm(), pass.keyId(), payload), pass.toBeSigned());
    try {
      assertArrayEquals(payload, pass.unverifiedClaims().encode());
    } catch (FormatException e) {
      assertOffset(e, payload.length);
    }
  }

  private static void assertOffset(FormatException e, int length) {
    if (e.offset() < 0 || e.offset() > length) {
      throw new AssertionError(e);
    }
  }
}
