package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.text.PassText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each layer is shown, down to the one that is broken. */
class InspectTest {
  @TempDir Path folder;

  @Test
  void aWholePassHasTheDocumentedMembers() throws IOException {
    String text = Issuer.make(folder, "p256").issue("pass-all-four");
    JsonNode whole = json(Run.withInput(text + "\r\n", "inspect", "-", "--json"), 0);
    assertEquals(
        List.of(
            "verified",
            "characters",
            "form",
            "bytes",
            "symbol",
            "alg",
            "kid",
            "envelope",
            "payloadBytes",
            "payload",
            "issuedAt",
            "expires",
            "pass"),
        names(whole));
    assertEquals(Issuer.ISSUED_AT, whole.get("issuedAt").textValue());
  }

  @Test
  void aBrokenTextShowsItsLength() throws IOException {
    JsonNode broken = json(Run.of("inspect", "GQ1:A?", "--json"), 1);
    assertEquals(
        List.of("verified", "characters", "form", "fault", "layer", "offset", "offsetIn"),
        names(broken));
    assertEquals("text", broken.get("offsetIn").textValue());
  }

  @Test
  void aBrokenEnvelopeShowsItsText() throws IOException {
    JsonNode broken = json(Run.of("inspect", PassText.SMS.encode(new byte[] {1}), "--json"), 1);
    assertEquals("COSE_TAG", broken.get("fault").textValue());
    assertEquals("bytes", broken.get("offsetIn").textValue());
    assertEquals("v1-M", broken.get("symbol").textValue());
  }

  @Test
  void aBrokenPayloadShowsItsEnvelope() throws IOException {
    byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    Arrays.fill(signature, (byte) 1);
    SignedPass signed =
        SignedPass.of(
            SignatureAlgorithm.ESP256,
            KeyId.of(new byte[] {1, 2, 3, 4}),
            new byte[] {(byte) 0xa1, 4, (byte) 0xf9, 0, 0},
            signature);
    JsonNode broken = json(Run.of("inspect", signed.text(PassText.QR), "--json"), 1);
    assertEquals("01020304", broken.get("kid").textValue());
    assertTrue(broken.get("envelope").textValue().contains("A104F90000"));
    assertEquals(5, broken.get("payloadBytes").intValue());
    assertEquals("payload", broken.get("offsetIn").textValue());
    assertTrue(broken.has("fault"));
  }

  private static JsonNode json(Run run, int code) throws IOException {
    assertEquals(code, run.code(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(false, json.get("verified").booleanValue());
    return json;
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
