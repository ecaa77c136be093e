package io.greenqr.format.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import java.util.EnumSet;
import java.util.Set;

/**
 * The JSON form of the statement about an issuer's key (docs/spec/json.md): the file that an issuer
 * hands to those who pin its key. It is not signed; how it travels decides what it is worth.
 */
public final class IssuerKeyJson {
  private IssuerKeyJson() {}

  /**
   * Reads a statement.
   *
   * @throws FormatException with a fault of layer JSON or the fault of a value, and the member that
   *     has it
   */
  public static IssuerKey read(String json) throws FormatException {
    return JsonDocument.read(json, IssuerKeyJson::issuerKey);
  }

  private static IssuerKey issuerKey(JsonRecord json) throws FormatException {
    CoseKey key = coseKey(json.hex("key"));
    // Both follow from the key: a file in which they disagree was edited or mixed up.
    InvalidValueException.require(
        json.text("alg").equals(key.algorithm().name()), FormatFault.JSON_VALUE, "alg");
    InvalidValueException.require(
        json.text("kid").equals(key.keyId().toString()), FormatFault.JSON_VALUE, "kid");
    Set<ClaimKind> claims = EnumSet.noneOf(ClaimKind.class);
    for (ClaimKind kind : json.list("claims", ClaimKind.class)) {
      InvalidValueException.require(claims.add(kind), FormatFault.JSON_VALUE, "claims");
    }
    IssuerKey.Builder issuerKey = IssuerKey.builder(json.text("issuer"), key, claims);
    if (json.has("notBefore")) {
      issuerKey.notBefore(json.time("notBefore"));
    }
    if (json.has("notAfter")) {
      issuerKey.notAfter(json.time("notAfter"));
    }
    readState(json, issuerKey);
    return issuerKey.build();
  }

  private static void readState(JsonRecord json, IssuerKey.Builder issuerKey)
      throws FormatException {
    if (json.has("retiredSince") && json.has("revokedSince")) {
      throw new InvalidValueException(FormatFault.JSON_VALUE, "retiredSince");
    }
    if (json.has("retiredSince")) {
      issuerKey.state(KeyState.retired(json.time("retiredSince")));
    }
    if (json.has("revokedSince")) {
      issuerKey.state(KeyState.revoked(json.time("revokedSince")));
    }
  }

  private static CoseKey coseKey(byte[] bytes) {
    try {
      return CoseKey.decode(bytes);
    } catch (FormatException e) {
      throw new InvalidValueException(e.fault(), "key");
    }
  }

  /** Writes {@code issuerKey} with line breaks; {@link #read} gives an equal statement. */
  public static String write(IssuerKey issuerKey) {
    CoseKey key = issuerKey.key();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("issuer", issuerKey.issuer());
    json.put("alg", key.algorithm().name());
    json.put("kid", key.keyId().toString());
    json.put("key", Hex.encode(key.encode()));
    ArrayNode claims = json.putArray("claims");
    issuerKey.claims().forEach(kind -> claims.add(kind.jsonName()));
    issuerKey.notBefore().ifPresent(time -> json.put("notBefore", time.toString()));
    issuerKey.notAfter().ifPresent(time -> json.put("notAfter", time.toString()));
    issuerKey
        .state()
        .ifPresent(
            state ->
                json.put(
                    state.isRevoked() ? "revokedSince" : "retiredSince", state.since().toString()));
    return json.toPrettyString() + "\n";
  }
}
