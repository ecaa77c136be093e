package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of the specification of policies is what the code makes. */
class PolicyExampleTest {
  private static final String DOCUMENT = "docs/spec/policy.md";

  @Test
  void policy() throws Exception {
    String payload = Wire.hex(example().encode());
    String signed = TrustWire.signed(TrustWire.POLICY, payload, SchemeKeys.POLICY_2);
    byte[] document = Wire.bytes(signed);
    String text = Documents.read(DOCUMENT);
    assertEquals(
        Wire.hex(document),
        Documents.block(text, "example: policy").replaceAll("#[^\\n]*|\\s", ""));
    assertTrue(
        text.contains("\n" + document.length + " bytes, " + payload.length() / 2 + " of them"));
    assertTrue(text.contains("| `" + SchemeKeys.POLICY_2.publicKey().keyId() + "` |"));
  }

  private static PolicyDocument example() throws Exception {
    PolicyContent content =
        PolicyContent.builder(Words.of("Chợ", "Markets"))
            .lift(
                Guard.TRUST_STALE,
                JsonValue.parse("{\"==\":[{\"var\":\"site.place\"},\"market\"]}"))
            .rule(
                PolicyRule.builder(
                        "doses",
                        TrafficLight.YELLOW,
                        JsonValue.parse("{\">=\":[{\"var\":\"vaccination.count\"},2]}"),
                        Words.of("Chưa đủ hai mũi.", "Two doses are needed."),
                        Words.of("Hãy tiêm mũi hai.", "Please get dose two."))
                    .build())
            .build();
    return PolicyDocument.builder(
            Environment.TEST,
            "vn-market",
            1,
            "VN",
            Instant.parse("2021-09-20T00:00:00Z"),
            Instant.parse("2021-12-31T17:00:00Z"),
            content)
        .validFrom(Instant.parse("2021-09-21T17:00:00Z"))
        .utcOffset(ZoneOffset.ofHours(7))
        .places(List.of("market", "shop"))
        .build();
  }
}
