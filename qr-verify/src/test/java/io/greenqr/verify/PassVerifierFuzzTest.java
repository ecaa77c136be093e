package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import io.greenqr.verify.trust.TrustException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile texts, bytes and payloads of a careless issuer; one method a run when it fuzzes. */
class PassVerifierFuzzTest {
  private static final TestIssuer ISSUER = TestIssuer.ed25519(81);
  private static final PassVerifier VERIFIER = verifier();

  private static PassVerifier verifier() {
    try {
      return PassVerifier.builder(ISSUER.trustList(), TestPasses.at(TestPasses.NOW))
          .allowUncheckedStatus()
          .build();
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final List<byte[]> PASSES =
      TestPasses.samples().stream().map(ISSUER::sign).map(SignedPass::bytes).toList();
  private static final List<byte[]> TEXTS =
      Stream.of(PassText.values())
          .map(form -> form.encode(PASSES.get(4)).getBytes(StandardCharsets.US_ASCII))
          .toList();

  static Stream<byte[]> passes() {
    return PASSES.stream();
  }

  static Stream<byte[]> texts() {
    return TEXTS.stream();
  }

  static Stream<byte[]> payloads() {
    return TestPasses.samples().stream().map(CwtClaims::encode);
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "60s")
  void anyText(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    Verification verification = VERIFIER.verify(text);
    assertNotNull(verification.toString());
    boolean valid = texts().anyMatch(seed -> Arrays.equals(seed, data));
    assertEquals(valid, verification instanceof Accepted);
  }

  /** Bytes are answered as the texts that carry them are. */
  @MethodSource("passes")
  @FuzzTest(maxDuration = "60s")
  void anyBytesAndTheirTexts(byte[] bytes) {
    Verification verification = VERIFIER.verify(bytes);
    boolean valid = passes().anyMatch(seed -> Arrays.equals(seed, bytes));
    assertEquals(valid, verification instanceof Accepted);
    if (bytes.length > 0 && bytes.length <= FormatLimits.MAX_PASS_BYTES) {
      for (PassText form : PassText.values()) {
        String text = form.encode(bytes);
        assertEquals(verification.toString(), VERIFIER.verify(text).toString());
      }
    }
  }

  /** Behind a good signature: what is accepted is the one spelling of what it says. */
  @MethodSource("payloads")
  @FuzzTest(maxDuration = "60s")
  void anySignedPayload(byte[] payload) {
    if (payload.length <= 900
        && VERIFIER.verify(ISSUER.signPayload(payload).bytes()) instanceof Accepted accepted) {
      assertArrayEquals(payload, accepted.claims().encode());
      assertNotNull(accepted.toString());
    }
  }
}
