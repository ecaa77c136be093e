package io.greenqr.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolTooLargeException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The layers of one text, outermost first, as far as they can be read; unverified. */
final class Inspection {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PASS = "pass";

  private final Map<String, Object> entries = new LinkedHashMap<>();
  private boolean whole;

  /** What is being read, and what an offset counts in. */
  private String layer = "text";

  private Inspection() {}

  static Inspection of(String text) {
    Inspection inspection = new Inspection();
    inspection.entries.put("verified", false);
    try {
      inspection.read(text);
      inspection.whole = true;
    } catch (FormatException e) {
      inspection.entries.put("fault", e.fault().name());
      inspection.entries.put("layer", e.fault().layer().name());
      inspection.entries.put("offset", e.offset());
      inspection.entries.put("offsetIn", inspection.layer);
    }
    return inspection;
  }

  private void read(String text) throws FormatException {
    entries.put("characters", text.length());
    PassText.of(text).ifPresent(form -> entries.put("form", form.name()));
    byte[] bytes = PassText.decodeAny(text);
    entries.put("bytes", bytes.length);
    entries.put("symbol", symbol(PassText.QR.encode(bytes)));
    layer = "bytes";
    SignedPass signed = SignedPass.parse(bytes);
    entries.put("alg", signed.algorithm().name());
    entries.put("kid", signed.keyId().toString());
    entries.put("envelope", diagnostic(bytes));
    byte[] payload = signed.unverifiedPayload();
    entries.put("payloadBytes", payload.length);
    layer = "payload";
    CwtClaims claims = signed.unverifiedClaims();
    entries.put("payload", diagnostic(payload));
    entries.put("issuedAt", claims.issuedAt().toString());
    entries.put("expires", claims.expires().toString());
    entries.put(PASS, PassJson.write(claims.pass()));
  }

  private static String symbol(String qrText) {
    try {
      QrSymbol symbol = QrSymbol.of(qrText);
      return "v" + symbol.version() + "-" + symbol.level();
    } catch (SymbolTooLargeException e) {
      return "none";
    }
  }

  /**
   * Diagnostic notation (RFC 8949 section 8). Only what the strict reader took comes here: other
   * readers are kept away from what strangers send.
   */
  private static String diagnostic(byte[] bytes) {
    return CBORObject.DecodeFromBytes(bytes, new CBOREncodeOptions("keepkeyorder=true")).toString();
  }

  /** Whether every layer could be read. */
  boolean isWhole() {
    return whole;
  }

  /** The layers for people, by name. */
  Map<String, Object> entries() {
    return entries;
  }

  /** The layers as a JSON object on one line. */
  String json() {
    ObjectNode object = MAPPER.createObjectNode();
    entries.forEach(
        (name, value) -> {
          if (name.equals(PASS)) {
            object.putRawValue(name, new RawValue((String) value));
          } else {
            object.putPOJO(name, value);
          }
        });
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values", e);
    }
  }
}
