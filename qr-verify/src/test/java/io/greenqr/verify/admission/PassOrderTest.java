package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyRule;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.Environment;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The colour does not depend on which pass is shown first (docs/spec/policy.md section 6). */
class PassOrderTest {
  private static final Clock CLOCK = TestPasses.at(TestPasses.NOW);
  private static final TestIssuer ISSUER = TestIssuer.p256(7);
  private static final Words WORDS = Words.of("a", "a");

  /** Lifts active monitoring of one state. */
  private static AdmissionPolicy lifting(MonitoringState state) {
    JsonValue read = JsonValue.object(Map.of("var", JsonValue.of("monitoring.state")));
    JsonValue lift =
        JsonValue.object(
            Map.of("===", JsonValue.array(List.of(read, JsonValue.of(state.jsonName())))));
    PolicyContent content =
        PolicyContent.builder(WORDS)
            .lift(Guard.ACTIVE_MONITORING, lift)
            .rule(
                PolicyRule.builder("yes", TrafficLight.RED, JsonValue.of(true), WORDS, WORDS)
                    .build())
            .build();
    return AdmissionPolicy.unverified(
        List.of(
            PolicyDocument.builder(
                    Environment.TEST, "a", 1, "VN", TestPasses.IAT, TestPasses.EXP, content)
                .build()),
        CLOCK);
  }

  private static Verification monitored(MonitoringState state) throws TrustException {
    return PassVerifier.of(ISSUER.trustList(), CLOCK)
        .verify(
            ISSUER
                .sign(
                    TestPasses.claims(
                        TestPasses.pass(EnumSet.noneOf(ClaimKind.class))
                            .monitoring(Monitoring.of(state, LocalDate.parse("2021-10-01")))
                            .build()))
                .bytes());
  }

  @Test
  void twoStatesOfOneDayGiveOneColourInBothOrders() throws TrustException {
    Site site = Site.of("VN", "market");
    for (MonitoringState lifted : MonitoringState.values()) {
      AdmissionPolicy policy = lifting(lifted);
      for (MonitoringState a : MonitoringState.values()) {
        for (MonitoringState b : MonitoringState.values()) {
          assertEquals(
              policy.evaluate(site, monitored(a), monitored(b)).colour(),
              policy.evaluate(site, monitored(b), monitored(a)).colour(),
              () -> "lifted " + lifted + ", shown " + a + " and " + b);
        }
      }
    }
  }
}
