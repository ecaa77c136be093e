package io.greenqr.format.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where and when a policy holds, and what holds in every one. */
class PolicyCoverageTest {
  @ParameterizedTest
  @CsvSource({
    "VN-SG, market, true",
    "VN-SG-01, market, true",
    "VN-SGA, market, false",
    "VN, market, false",
    "vn-sg, market, false",
    "VN-SG, school, false",
    "VN-SG, marke, false"
  })
  void speaksOfItsPlacesAndTheirParts(String jurisdiction, String place, boolean covers)
      throws FormatException {
    PolicyDocument policy = PolicyJson.read(PolicyJsonTest.DOCUMENT);
    assertEquals(covers, policy.covers(jurisdiction, place));
  }

  @Test
  void withoutPlacesSpeaksOfAll() throws FormatException {
    String json = PolicyJsonTest.DOCUMENT.replace("\"places\":[\"shop\",\"market\"],", "");
    assertTrue(PolicyJson.read(json).covers("VN-SG", "school"));
  }

  @Test
  void isInForceFromItsFirstSecondToTheOneBeforeItsEnd() throws FormatException {
    PolicyDocument policy = PolicyJson.read(PolicyJsonTest.DOCUMENT);
    Instant first = Instant.parse("2021-09-14T17:00:00Z");
    Instant end = Instant.parse("2021-10-31T17:00:00Z");
    assertFalse(policy.isInForceAt(first.minusNanos(1)));
    assertTrue(policy.isInForceAt(first));
    assertTrue(policy.isInForceAt(end.minusNanos(1)));
    assertFalse(policy.isInForceAt(end));
  }

  @Test
  void theWorseColourIsTheOneFurtherFromGreen() {
    assertEquals(TrafficLight.RED, TrafficLight.YELLOW.worse(TrafficLight.RED));
    assertEquals(TrafficLight.RED, TrafficLight.RED.worse(TrafficLight.GREEN));
    assertEquals(TrafficLight.YELLOW, TrafficLight.GREEN.worse(TrafficLight.YELLOW));
    assertEquals(TrafficLight.GREEN, TrafficLight.GREEN.worse(TrafficLight.GREEN));
  }
}
