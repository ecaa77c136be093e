package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.trust.Environment;
import io.greenqr.verify.TestPasses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 4 of the specification: which policy is in force. */
class PolicyChoiceTest {
  private static final Instant NOW = TestPasses.NOW;

  private static PolicyDocument document(
      String name, String jurisdiction, String places, Instant from, Instant until) {
    PolicyDocument.Builder document =
        PolicyDocument.builder(
                Environment.TEST,
                name,
                1,
                jurisdiction,
                Policies.FROM,
                until,
                Policies.content("true").build())
            .validFrom(from);
    return places.isEmpty()
        ? document.build()
        : document.places(List.of(places.split(",", -1))).build();
  }

  /** {@code name jurisdiction places days}: in force since that many days. */
  private static PolicyDocument document(String text) {
    String[] parts = text.trim().split(" ", -1);
    return document(
        parts[0],
        parts[1],
        parts[2].equals("*") ? "" : parts[2],
        NOW.minusSeconds(86_400L * Integer.parseInt(parts[3])),
        Policies.UNTIL);
  }

  private static String answer(Admission admission) {
    return admission.code() == AdmissionCode.RULES
        ? admission.policy().orElseThrow().name()
        : admission.code().name();
  }

  private static Admission ask(List<PolicyDocument> documents, Site site, Instant now) {
    return AdmissionPolicy.unverified(documents, TestPasses.at(now))
        .evaluate(site, Papers.dose("2021-06-01"));
  }

  @ParameterizedTest
  @CsvSource({
    // policies; jurisdiction and place of the site; the policy that is taken
    "A VN * 1,                       VN market,    A",
    "A VN * 1,                       VN-SG market, A",
    "A VN-SG * 1,                    VN market,    POLICY_NONE_IN_FORCE",
    "A VN * 1,                       VNX market,   POLICY_NONE_IN_FORCE",
    "A VN * 1,                       VNX-SG market,POLICY_NONE_IN_FORCE",
    "A VN * 1,                       vn market,    POLICY_NONE_IN_FORCE",
    "A VN * 1,                       V market,     POLICY_NONE_IN_FORCE",
    "A VN-S * 1,                     VN-SG market, POLICY_NONE_IN_FORCE",
    "A VN-SG * 1,                    VN-SG-1 market, A",
    "A VN * 1; B VN-SG * 9,          VN-SG market, B",
    "A VN * 1; B VN-SG * 9,          VN-HN market, A",
    "A VN * 1; B VN-SG * 9; C VN-SG-1 * 99, VN-SG-1 market, C",
    "A VN market 1; B VN * 0,        VN market,    A",
    "A VN market 1; B VN * 0,        VN office,    B",
    "A VN market 1; B VN-SG * 9,     VN-SG market, B",
    "A VN market 1,                  VN office,    POLICY_NONE_IN_FORCE",
    "A VN market 1,                  VN Market,    POLICY_NONE_IN_FORCE",
    "A VN * 1; B VN * 2,             VN market,    A",
    "A VN * 1; B VN * 0,             VN market,    B",
    "A VN * 1; B VN * -1,            VN market,    A",
    "A VN * -1,                      VN market,    POLICY_NONE_IN_FORCE",
    "A VN * 1; B VN * 1,             VN market,    POLICY_AMBIGUOUS",
    "A VN * 1; B VN * 1; C VN * 0,   VN market,    C",
    "A VN * 1; B VN * 1; C VN * 1,   VN market,    POLICY_AMBIGUOUS",
    "A VN * 1; B VN * 1; C VN market 9, VN market, C",
    "A VN * 1; B VN * 1; C VN market 9, VN office, POLICY_AMBIGUOUS",
    "A VN market 1; B VN market 1,   VN office,    POLICY_NONE_IN_FORCE",
    "'A VN market,office 1; B VN market 1', VN market, POLICY_AMBIGUOUS",
  })
  void theClosestPolicyIsTakenInWhateverOrderTheyCome(String texts, String site, String expected) {
    List<PolicyDocument> documents = new ArrayList<>();
    for (String text : texts.split(";", -1)) {
      documents.add(document(text));
    }
    String[] parts = site.split(" ", -1);
    Random random = new Random(1);
    for (int i = 0; i < 8; i++) {
      Admission admission = ask(documents, Site.of(parts[0], parts[1]), NOW);
      assertEquals(expected, answer(admission));
      assertEquals(
          admission.code() == AdmissionCode.RULES ? TrafficLight.GREEN : TrafficLight.RED,
          admission.colour());
      Collections.shuffle(documents, random);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true", "59, true", "60, false", "61, false"})
  void aPolicyIsInForceFromItsFirstSecondToTheOneBeforeItsEnd(int second, boolean inForce) {
    PolicyDocument document = document("A", "VN", "", NOW, NOW.plusSeconds(60));
    for (int nano : new int[] {0, 1, 999_999_999}) {
      Instant time = NOW.plusSeconds(second).plusNanos(nano);
      assertEquals(
          inForce ? "A" : "POLICY_NONE_IN_FORCE",
          answer(ask(List.of(document), Policies.SITE, time)));
    }
  }

  @Test
  void withoutAnyPolicyNothingIsGreen() {
    Admission admission = ask(List.of(), Policies.SITE, NOW);
    assertEquals(AdmissionCode.POLICY_NONE, admission.code());
    assertEquals(TrafficLight.RED, admission.colour());
    assertEquals(List.of(AdmissionCode.POLICY_NONE.words()), admission.reasons());
    assertTrue(admission.policy().isEmpty());
    assertTrue(admission.rules().isEmpty());
  }

  /** The same in language 2, which stands behind the name and the version. */
  private static PolicyDocument unreadable(PolicyDocument document) {
    byte[] payload = document.encode();
    for (int i = 0; i < 12; i++) {
      if (payload[i] == 0x61 && payload[i + 2] == 1 && payload[i + 3] == 1) {
        payload[i + 3] = 2;
        try {
          PolicyDocument other = PolicyDocument.decode(payload);
          assertEquals(2, other.language());
          return other;
        } catch (FormatException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalStateException("no language");
  }

  @ParameterizedTest
  @CsvSource({
    // B is written in another language
    "A VN * 1; B VN-SG * 9,   VN-SG market, POLICY_UNREADABLE",
    "A VN * 1; B VN-SG * 9,   VN-HN market, A",
    "A VN * 1; B VN office 9, VN market,    A",
    "A VN * 1; B VN office 9, VN office,    POLICY_UNREADABLE",
    "A VN * 1; B VN * 9,      VN market,    A",
    "A VN * 9; B VN * 1,      VN market,    POLICY_UNREADABLE",
    "A VN * 1; B VN * 1,      VN market,    POLICY_AMBIGUOUS",
    "A VN * 1; B VN * -1,     VN market,    A",
  })
  void whatCannotBeReadStillClosesThePlacesItCovers(String texts, String site, String expected) {
    String[] both = texts.split(";", -1);
    String[] parts = site.split(" ", -1);
    List<PolicyDocument> documents =
        new ArrayList<>(List.of(document(both[0]), unreadable(document(both[1]))));
    for (int i = 0; i < 2; i++) {
      Admission admission = ask(documents, Site.of(parts[0], parts[1]), NOW);
      assertEquals(expected, answer(admission));
      Collections.reverse(documents);
    }
  }

  @Test
  void anOperatorThatThisReleaseLacksMakesThePolicyUnreadable() {
    String other = "{'or':[true,true]}";
    PolicyContent.Builder[] contents = {
      Policies.content("true", other),
      Policies.content("true").lift(Guard.TRUST_STALE, Policies.json(other)),
      Policies.content("true")
          .rule(Policies.rule("W", TrafficLight.YELLOW, "true").when(Policies.json(other)).build())
    };
    for (PolicyContent.Builder content : contents) {
      Admission admission = Policies.ask(content, Papers.dose("2021-06-01"));
      assertEquals(AdmissionCode.POLICY_UNREADABLE, admission.code());
      assertEquals(TrafficLight.RED, admission.colour());
      assertTrue(admission.unreadable().isPresent());
      assertTrue(admission.policy().isPresent());
      assertTrue(admission.rules().isEmpty());
    }
    assertFalse(
        Policies.ask(Policies.content("true"), Papers.dose("2021-06-01")).unreadable().isPresent());
  }

  @Test
  void aPolicyThatAsksForTheRoleIsToldOneOfItsOwn() {
    PolicyContent.Builder content = Policies.content("true").roles(List.of("seller", "buyer"));
    AdmissionPolicy policy = Policies.policy(NOW, Policies.document(content));
    String[][] table = {
      {"seller", "RULES"},
      {"buyer", "RULES"},
      {"Seller", "ROLE_UNKNOWN"},
      {"guard", "ROLE_UNKNOWN"},
      {"", "ROLE_UNKNOWN"}
    };
    for (String[] row : table) {
      Admission admission =
          policy.evaluate(Policies.SITE.withRole(row[0]), Papers.dose("2021-06-01"));
      assertEquals(row[1], admission.code().name(), row[0]);
    }
    Admission none = policy.evaluate(Policies.SITE, Papers.dose("2021-06-01"));
    assertEquals(AdmissionCode.ROLE_UNKNOWN, none.code());
    assertEquals(TrafficLight.RED, none.colour());
  }
}
