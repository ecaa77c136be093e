package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.verify.trust.Allocation;
import io.greenqr.verify.trust.StatusAnswer;
import io.greenqr.verify.trust.TestBundle;
import io.greenqr.verify.trust.TestScheme;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verification makes of each thing that can be known about the status of a pass. */
class PassStatusTest {
  private static final int OUTDATED = 2;
  private static final int MISSING = 3;
  private static final StatusListDocument LIST =
      TestScheme.status(
          1, 1, PassStatus.VALID, PassStatus.REVOKED, PassStatus.SUSPENDED, PassStatus.RESTRICTED);

  /** A reference for each answer that a signed list gives. */
  private static final Map<StatusAnswer, StatusReference> REFERENCES =
      new EnumMap<>(
          Map.of(
              StatusAnswer.VALID, StatusReference.of(1, 0),
              StatusAnswer.REVOKED, StatusReference.of(1, 1),
              StatusAnswer.SUSPENDED, StatusReference.of(1, 2),
              StatusAnswer.RESTRICTED, StatusReference.of(1, 3),
              StatusAnswer.OUT_OF_RANGE, StatusReference.of(1, TestScheme.ENTRIES),
              StatusAnswer.OUTDATED, StatusReference.of(OUTDATED, 0),
              StatusAnswer.MISSING, StatusReference.of(MISSING, 0)));

  private static TrustList trust() {
    StatusListDocument old = TestScheme.status(OUTDATED, 1);
    StatusListDocument absent = TestScheme.status(MISSING, 1);
    StatusListDocument next = TestScheme.status(OUTDATED, 2, PassStatus.REVOKED);
    try {
      TrustSync sync = TestScheme.sync(TestBundle.of(TestScheme.list(1, 1), LIST, old));
      byte[] partial =
          TestBundle.of(
                  TestScheme.list(1, 2).status(LIST.pin()).status(next.pin()).status(absent.pin()))
              .bytes();
      assertEquals("UPDATED", sync.apply(partial).code());
      return sync.trust();
    } catch (TrustException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pass(StatusReference reference) {
    return TestScheme.ISSUER
        .sign(
            TestPasses.claims(
                TestPasses.pass(EnumSet.of(ClaimKind.TEST)).status(reference).build()))
        .bytes();
  }

  private static PassVerifier.Builder verifier(TrustList trust, Instant now) {
    return PassVerifier.builder(trust, TestPasses.at(now));
  }

  @ParameterizedTest
  @EnumSource(StatusAnswer.class)
  void eachAnswerButValidIsARejection(StatusAnswer answer) throws Exception {
    Instant now = answer == StatusAnswer.STALE ? TestScheme.STATUS_EXPIRES : TestScheme.NOW;
    boolean pinned = answer == StatusAnswer.UNCHECKED;
    TrustList trust = pinned ? TestScheme.ISSUER.trustList() : trust();
    StatusReference reference = REFERENCES.getOrDefault(answer, StatusReference.of(1, 0));
    assertEquals(answer, trust.status(reference, now));
    String code = answer == StatusAnswer.VALID ? "ACCEPTED" : "STATUS_" + answer;
    byte[] pass = pass(reference);
    assertEquals(code, verifier(trust, now).build().verify(pass).code());
    // Each setting loosens its own answer, the one for pinned keys and the one for "restricted".
    assertEquals(
        pinned ? "ACCEPTED" : code,
        verifier(trust, now).allowUncheckedStatus().build().verify(pass).code());
    assertEquals(
        answer == StatusAnswer.RESTRICTED ? "ACCEPTED" : code,
        verifier(trust, now).allowRestrictedStatus().build().verify(pass).code());
  }

  @Test
  void anAcceptedPassSaysWhatIsKnown() throws Exception {
    PassVerifier verifier =
        verifier(trust(), TestScheme.EXPIRES)
            .allowRestrictedStatus()
            .allowUncheckedStatus()
            .build();
    Map<byte[], Accepted.StatusKnowledge> expected =
        Map.of(
            TestScheme.ISSUER.sign(TestPasses.vaccination()).bytes(),
            Accepted.StatusKnowledge.NO_REFERENCE,
            pass(StatusReference.of(1, 0)),
            Accepted.StatusKnowledge.VALID,
            pass(StatusReference.of(1, 3)),
            Accepted.StatusKnowledge.RESTRICTED);
    expected.forEach(
        (pass, knowledge) -> {
          Accepted accepted = assertInstanceOf(Accepted.class, verifier.verify(pass));
          assertEquals(knowledge, accepted.status());
          assertEquals(TrustFreshness.STALE, accepted.trustFreshness());
          assertEquals(Optional.of(Duration.ofHours(25)), accepted.trustAge());
        });
  }

  /** Whatever else is wrong with a list, a list that is not at hand is told before its age is. */
  @Test
  void missingAndOutdatedComeBeforeStaleAndStaleBeforeTheEntry() {
    TrustList trust = trust();
    Instant late = TestScheme.STATUS_EXPIRES;
    Set<StatusAnswer> kept = EnumSet.of(StatusAnswer.MISSING, StatusAnswer.OUTDATED);
    REFERENCES.forEach(
        (answer, reference) ->
            assertEquals(
                kept.contains(answer) ? answer : StatusAnswer.STALE,
                trust.status(reference, late)));
  }

  @Test
  void numbersThatNoPinHasAreMissing() {
    for (int list : new int[] {0, 4, 65_535}) {
      assertEquals(
          StatusAnswer.MISSING, trust().status(StatusReference.of(list, 0), TestScheme.NOW));
    }
  }

  /** A list of full length, every entry: the oracle is the array that it was made of. */
  @Test
  void everyEntryOfAFullListIsFound() throws Exception {
    int entries = 131_072;
    PassStatus[] expected = new PassStatus[entries];
    StatusEntries.Editor editor = StatusEntries.allValid(entries).edit();
    for (int i = 0; i < entries; i++) {
      expected[i] = PassStatus.ofCode((int) ((i * 2_654_435_761L) >>> 16) & 3);
      editor.set(i, expected[i]);
    }
    StatusListDocument full =
        StatusListDocument.of(Environment.TEST, 65_535, 1, TestScheme.ISSUED, editor.build());
    TrustList trust = TestScheme.sync(TestBundle.of(TestScheme.list(1, 1), full)).trust();
    PassStatus[] found = new PassStatus[entries];
    for (int i = 0; i < entries; i++) {
      StatusAnswer answer = trust.status(StatusReference.of(65_535, i), TestScheme.NOW);
      found[i] = PassStatus.valueOf(answer.name());
    }
    assertEquals(Arrays.asList(expected), Arrays.asList(found));
  }

  @Test
  void theStatusOfAPassTakesNoMemoryWhateverTheAnswer() throws Throwable {
    TrustList trust = trust();
    for (StatusReference reference : REFERENCES.values()) {
      long bytes =
          Allocation.of(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  trust.status(reference, TestScheme.NOW);
                }
              });
      assertEquals(0, bytes, reference.toString());
    }
  }
}
