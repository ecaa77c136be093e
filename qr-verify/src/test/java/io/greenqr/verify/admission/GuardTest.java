package io.greenqr.verify.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.policy.Guard;
import io.greenqr.format.policy.PolicyJson;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.Rejection;
import io.greenqr.verify.TestPasses;
import io.greenqr.verify.TestVerifications;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustFreshness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 7 of the specification: guards hold in every policy. */
class GuardTest {
  private static final Pass.Builder DOSE = dose(Papers.AN);

  private static Pass.Builder dose(Subject subject) {
    return Pass.builder(subject)
        .vaccination(
            Vaccination.of(List.of(Papers.dose(VaccineProduct.VAXZEVRIA, 1, 2, "2021-06-01"))));
  }

  private static Accepted status(Accepted.StatusKnowledge status) {
    return TestVerifications.accepted(Papers.claims(DOSE), TestPasses.NOW, status);
  }

  private static Accepted fresh(TrustFreshness freshness) {
    return TestVerifications.accepted(
        Papers.claims(DOSE), TestPasses.NOW, TestPasses.NOW.minusSeconds(60), freshness);
  }

  /** What raises this guard and no other. */
  private static Verification[] raising(Guard guard) {
    Accepted dose = Papers.accept(DOSE);
    return switch (guard) {
      case POSITIVE_TEST -> new Verification[] {dose, Papers.positive("2021-11-01T00:00:00Z")};
      case ACTIVE_MONITORING -> new Verification[] {dose, Papers.active("2021-11-01")};
      case STATUS_RESTRICTED ->
          new Verification[] {dose, status(Accepted.StatusKnowledge.RESTRICTED)};
      case STATUS_UNCHECKED ->
          new Verification[] {status(Accepted.StatusKnowledge.UNCHECKED), dose};
      case TRUST_STALE ->
          new Verification[] {fresh(TrustFreshness.STALE), fresh(TrustFreshness.FRESH)};
      case PERSON_DOUBTFUL ->
          new Verification[] {dose, Papers.accept(dose(Subjects.of("Nguyễn Văn An, 1984-12-03")))};
      case PASS_REJECTED ->
          new Verification[] {dose, TestVerifications.rejected(Rejection.STATUS_REVOKED)};
    };
  }

  private static void assertAnswer(Guard guard, boolean lifted, Admission admission) {
    assertEquals(1, admission.guards().size(), admission.guards().toString());
    GuardResult result = admission.guards().get(0);
    TrafficLight colour = lifted ? TrafficLight.GREEN : guard.colour();
    assertEquals(guard, result.guard());
    assertEquals(lifted, result.isLifted());
    assertEquals(colour, result.colour());
    assertEquals(colour, admission.colour());
    assertEquals(AdmissionCode.RULES, admission.code());
    assertEquals(lifted ? List.of() : List.of(guard.reason()), admission.reasons());
    assertEquals(lifted ? List.of() : List.of(guard.remedy()), admission.remedies());
  }

  @ParameterizedTest
  @EnumSource
  void aGuardThatIsRaisedGivesItsColour(Guard guard) {
    assertAnswer(guard, false, Policies.ask(Policies.content("true"), raising(guard)));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PERSON_DOUBTFUL", "PASS_REJECTED"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyWhatIsExactlyTrueLifts(Guard guard) {
    String[] others = {
      "false",
      "0",
      "1",
      "''",
      "'x'",
      "[]",
      "[true]",
      "{'var':'nothing'}",
      "{'var':'status'}",
      "{'var':'site'}",
      "{'<':[{'var':'nothing'},1]}",
      "{'plusTime':['2021-01-01',1,'day']}",
      "{'if':[true,'true',true]}",
      "{'and':[true,1]}"
    };
    for (String other : others) {
      assertAnswer(
          guard,
          false,
          Policies.ask(Policies.content("true").lift(guard, Policies.json(other)), raising(guard)));
    }
    assertAnswer(
        guard,
        true,
        Policies.ask(Policies.content("true").lift(guard, Policies.json("true")), raising(guard)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PERSON_DOUBTFUL", "PASS_REJECTED"})
  void noPolicyLiftsWhatIsAboutThePassesThemselves(Guard guard) {
    assertFalse(guard.isLiftable());
    assertThrows(
        InvalidValueException.class,
        () -> Policies.content("true").lift(guard, Policies.json("true")));
    String json = PolicyJson.write(Policies.document(Policies.content("true")));
    String lifting = json.replace("\"rules\":", "\"lifts\":{\"%s\":true},\"rules\":");
    assertThrows(
        FormatException.class, () -> PolicyJson.read(String.format(lifting, guard.jsonName())));
  }

  @Test
  void aLiftLiftsItsOwnGuardOnly() {
    for (Guard lifted : Guard.values()) {
      for (Guard raised : Guard.values()) {
        if (lifted.isLiftable() && lifted != raised) {
          assertAnswer(
              raised,
              false,
              Policies.ask(
                  Policies.content("true").lift(lifted, Policies.json("true")), raising(raised)));
        }
      }
    }
  }

  @Test
  void theWorstOfAllGuardsAndRulesDecides() {
    for (Guard a : Guard.values()) {
      for (Guard b : Guard.values()) {
        Verification[] one = raising(a);
        Verification[] other = raising(b);
        Verification[] both = {one[0], one[1], other[0], other[1]};
        Admission admission = Policies.ask(Policies.content("true"), both);
        assertEquals(a.colour().worse(b.colour()), admission.colour(), a + " and " + b);
        assertEquals(a == b ? 1 : 2, admission.guards().size(), a + " and " + b);
        assertEquals(
            TrafficLight.RED, Policies.ask(Policies.content("false"), both).colour(), "rule");
      }
    }
  }

  @Test
  void withoutAGuardRaisedThereIsNone() {
    Accepted[] fine = {
      Papers.accept(DOSE), status(Accepted.StatusKnowledge.VALID), fresh(TrustFreshness.FRESH)
    };
    for (Accepted pass : fine) {
      Admission admission = Policies.ask(Policies.content("true"), pass);
      assertEquals(TrafficLight.GREEN, admission.colour());
      assertTrue(admission.guards().isEmpty());
      assertTrue(admission.reasons().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRejectionButAgeRaisesTheLastGuard(Rejection rejection) {
    Admission admission =
        Policies.ask(
            Policies.content("true"), TestVerifications.rejected(rejection), Papers.accept(DOSE));
    if (rejection == Rejection.EXPIRED) {
      assertEquals(TrafficLight.GREEN, admission.colour());
      assertTrue(admission.guards().isEmpty());
    } else {
      assertAnswer(Guard.PASS_REJECTED, false, admission);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRejectionAloneIsNoPass(Rejection rejection) {
    Admission admission =
        Policies.ask(Policies.content("true"), TestVerifications.rejected(rejection));
    assertEquals(AdmissionCode.PASS_NONE, admission.code());
    assertEquals(TrafficLight.RED, admission.colour());
  }
}
