package io.greenqr.format.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.Faults;
import io.greenqr.format.Parts;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.trust.Environment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy is the same in bytes, in JSON and as built. */
class PolicyRoundTripTest {
  @Test
  void whatIsBuiltIsReadBack() throws FormatException {
    PolicyGenerator generator = new PolicyGenerator(601);
    for (int i = 0; i < 300; i++) {
      PolicyDocument policy = generator.policy();
      byte[] payload = policy.encode();
      PolicyDocument read = PolicyDocument.decode(payload);
      assertEquals(policy, read);
      assertEquals(policy.hashCode(), read.hashCode());
      assertEquals(policy.content(), read.content());
      assertArrayEquals(payload, read.encode());
      // A library that took no part in the writing finds the same item behind the bytes.
      assertArrayEquals(payload, CBORObject.DecodeFromBytes(payload).EncodeToBytes());
    }
  }

  @Test
  void whatIsWrittenAsJsonIsReadBack() throws FormatException {
    PolicyGenerator generator = new PolicyGenerator(602);
    for (int i = 0; i < 300; i++) {
      PolicyDocument policy = generator.policy();
      assertEquals(policy, PolicyJson.read(PolicyJson.write(policy)));
      assertEquals(policy, PolicyJson.read(PolicyJson.writeIndented(policy)));
    }
  }

  @Test
  void thatOfTheSpecificationIsReadAndWritten() throws FormatException {
    byte[] payload = PolicyParts.policy().bytes();
    PolicyDocument policy = PolicyDocument.decode(payload);
    assertArrayEquals(payload, PolicyParts.copy(payload));
    assertEquals("PolicyDocument[TEST, A, version 1]", policy.toString());
    assertEquals("+07:00", policy.utcOffset().getId());
    assertEquals("VN-SG", policy.jurisdiction());
    assertEquals(List.of("a", "b"), policy.places());
    PolicyContent content = policy.content().orElseThrow();
    assertEquals("v", content.title().in(Language.VI));
    assertEquals("e", content.title().in(Language.EN));
    assertEquals(JsonValue.of(true), content.lifts().get(Guard.ACTIVE_MONITORING));
    assertEquals(JsonValue.of(0), content.lifts().get(Guard.TRUST_STALE));
    PolicyRule rule = content.rules().get(0);
    assertEquals("{\"var\":\"a\"}", rule.condition().toJson());
    assertEquals(TrafficLight.YELLOW, rule.otherwise());
    assertEquals(List.of("s"), rule.roles());
    assertEquals(JsonValue.of(true), rule.when().orElseThrow());
    assertEquals("e", rule.waiting().orElseThrow().in(Language.EN));
    assertEquals(Optional.empty(), content.rules().get(1).waiting());
    assertNotEquals(rule, content.rules().get(1));
  }

  /** Another language hides the rules and not the places. */
  @Test
  void aPolicyInAnotherLanguageStillTellsWhereItHolds() throws FormatException {
    Parts parts = PolicyParts.policy().with("language", "02").with("content", "816178");
    byte[] cut = Arrays.copyOf(parts.bytes(), parts.at("title"));
    PolicyDocument policy = PolicyDocument.decode(cut);
    assertEquals(2, policy.language());
    assertEquals(Optional.empty(), policy.content());
    assertTrue(policy.covers("VN-SG", "a"));
    assertArrayEquals(cut, policy.encode());
    assertThrows(IllegalArgumentException.class, () -> PolicyJson.write(policy));
  }

  @Test
  void moreThanADocumentMayHaveIsNeitherBuiltNorRead() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < FormatLimits.MAX_CONDITION_BYTES - 2; i++) {
      text.append('x');
    }
    PolicyContent.Builder content = PolicyContent.builder(Words.of("v", "e"));
    for (int i = 0; i < 17; i++) {
      content.rule(
          PolicyRule.builder(
                  "r" + i,
                  TrafficLight.RED,
                  JsonValue.of(text.toString()),
                  Words.of("v", "e"),
                  Words.of("v", "e"))
              .build());
    }
    Instant now = Instant.ofEpochSecond(10);
    PolicyDocument.Builder policy =
        PolicyDocument.builder(
            Environment.TEST, "A", 1, "VN", now, now.plusSeconds(1), content.build());
    Faults.assertInvalid(FormatFault.DOCUMENT_TOO_LONG, policy::build);
    byte[] longer = new byte[DocumentType.POLICY.maxBytes() + 1];
    Faults.assertFault(FormatFault.DOCUMENT_TOO_LONG, 0, () -> PolicyDocument.decode(longer));
  }
}
