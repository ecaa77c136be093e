package io.greenqr.format.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.Bytes;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerKeyJsonTest {
  private static final IssuerKey FULL =
      IssuerKey.builder(
              "Sở Y tế & CDC",
              CoseKey.p256(Bytes.hex("ab*32"), Bytes.hex("cd*32")),
              EnumSet.of(ClaimKind.VACCINATION, ClaimKind.TEST))
          .notBefore(Instant.parse("2021-08-01T00:00:00Z"))
          .notAfter(Instant.parse("2022-08-01T00:00:00Z"))
          .build();

  @Test
  void roundTrips() throws FormatException {
    assertEquals(FULL, IssuerKeyJson.read(IssuerKeyJson.write(FULL)));
    IssuerKey least =
        IssuerKey.builder(
                "A", CoseKey.ed25519(Bytes.hex("ab*32")), EnumSet.of(ClaimKind.DECLARATION))
            .build();
    assertEquals(least, IssuerKeyJson.read(IssuerKeyJson.write(least)));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "Sở Y tế & CDC"      | "Sở  Y tế"              | ISSUER_NAME      | /issuer
          "Sở Y tế & CDC"      | null                    | JSON_TYPE        | /issuer
          "ESP256"             | "ED25519"               | JSON_VALUE       | /alg
          "ESP256"             | "ES256"                 | JSON_VALUE       | /alg
          "ESP256"             | -9                      | JSON_TYPE        | /alg
          "a40102              | "a40103                 | COSE_KEY         | /key
          "a40102              | "00a40102               | CBOR_TYPE        | /key
          "a40102              | "A40102                 | JSON_VALUE       | /key
          "a40102              | "a4010                  | JSON_VALUE       | /key
          "vaccination"        | "recovery"              | JSON_CODE        | /claims
          "vaccination"        | 2                       | JSON_TYPE        | /claims
          "vaccination"        | "test"                  | JSON_VALUE       | /claims
          [ "vaccination", "test" ] | [ ]                | STATEMENTS_EMPTY | /claims
          [ "vaccination", "test" ] | "test"             | JSON_TYPE        | /claims
          "2021-08-01T         | "2021-02-29T            | JSON_DATE        | /notBefore
          "2021-08-01T         | "2022-08-01T            | TIME_ORDER       | /notAfter
          "2022-08-01T00:00:00Z" | "2022-08-01T00:00:00.1Z" | TIME_RANGE    | /notAfter
          "2022-08-01T00:00:00Z" | null                  | JSON_TYPE        | /notAfter
          "notAfter"           | "notLater"              | JSON_UNKNOWN     | /notLater
          "issuer"             | "name"                  | JSON_MISSING     | /issuer
          """)
  void namesTheMemberAtFault(String value, String replacement, FormatFault fault, String member) {
    String json = IssuerKeyJson.write(FULL);
    String changed = json.replace(value, replacement);
    assertNotEquals(json, changed);
    FormatException e = assertThrows(FormatException.class, () -> IssuerKeyJson.read(changed));
    assertEquals(fault + " in " + member, e.getMessage());
  }

  /** A key of another file, or an identifier mistyped, must not pass for this one. */
  @Test
  void rejectsAnIdentifierOfAnotherKey() {
    String json = IssuerKeyJson.write(FULL);
    String kid = FULL.key().keyId().toString();
    String other = (kid.charAt(0) == '0' ? '1' : '0') + kid.substring(1);
    FormatException e =
        assertThrows(FormatException.class, () -> IssuerKeyJson.read(json.replace(kid, other)));
    assertEquals("JSON_VALUE in /kid", e.getMessage());
  }
}
