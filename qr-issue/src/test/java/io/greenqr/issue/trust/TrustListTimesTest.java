package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.DAY;
import static io.greenqr.issue.trust.Scheme.ISSUER;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.issuer;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static io.greenqr.issue.trust.Scheme.signedList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** When trust lists are made, and how long they are used. */
class TrustListTimesTest {
  private static final CoseKey KEY = ISSUER.publicKey();

  private SchemeRoots roots;

  @BeforeEach
  void ceremony() throws PublishException {
    roots = Scheme.roots();
  }

  private TrustListEditor first() throws PublishException {
    return TrustListEditor.first(roots).add(issuer(KEY));
  }

  private TrustListEditor after(DocumentDraft draft) throws PublishException {
    return TrustListEditor.after(roots, signedList(roots, draft));
  }

  @Test
  void listsEndWithTheirRootAtTheLatest() throws Exception {
    Duration whole = Duration.between(NOW, ROOT_END);
    first().draft(ListTimes.of(NOW, DAY, whole));
    refused(
        PublishFault.ROOT_EXPIRES_FIRST,
        () -> first().draft(ListTimes.of(NOW, DAY, whole.plusSeconds(1))));
  }

  private static Executable drafting(TrustListEditor editor, ListTimes times) {
    return () -> editor.draft(times);
  }

  @Test
  void listsDoNotGetOlder() throws Exception {
    ListTimes early = ListTimes.of(NOW.minusSeconds(1), DAY, DAY);
    refused(PublishFault.ISSUED_BEFORE_PREVIOUS, "trust-list", drafting(first(), early));
    ListTimes next = ListTimes.of(NOW.plusSeconds(9), DAY, DAY);
    TrustListEditor editor = after(first().draft(next));
    refused(
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        "trust-list",
        drafting(editor, ListTimes.of(NOW.plusSeconds(8), DAY, DAY)));
    editor.draft(next);
    SchemeRoots rotated =
        roots.with(sign(RootEditor.after(roots).draft(NOW.plusSeconds(20), ROOT_END), AN, BINH));
    refused(
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        "trust-list",
        drafting(TrustListEditor.first(rotated), ListTimes.of(NOW.plusSeconds(19), DAY, DAY)));
  }

  @Test
  void timesAreInOrder() throws Exception {
    Duration second = Duration.ofSeconds(1);
    refused(
        PublishFault.TIMES, "expires", drafting(first(), ListTimes.of(NOW, Duration.ZERO, DAY)));
    first().draft(ListTimes.of(NOW, second, second));
    refused(
        PublishFault.TIMES,
        "closes",
        drafting(first(), ListTimes.of(NOW, DAY, DAY.minusSeconds(1))));
    ListTimes day = ListTimes.of(NOW, DAY, DAY);
    refused(
        PublishFault.TIMES,
        "statusExpires",
        drafting(first(), day.withStatusFresh(DAY.plusSeconds(1))));
    refused(
        PublishFault.TIMES, "statusExpires", drafting(first(), day.withStatusFresh(Duration.ZERO)));
    first().draft(day.withStatusFresh(second));
    assertEquals(day, ListTimes.of(NOW.plusMillis(10), DAY, DAY));
    assertEquals(day.hashCode(), ListTimes.of(NOW.plusMillis(10), DAY, DAY).hashCode());
    assertNotEquals(day, ListTimes.of(NOW.plusSeconds(1), DAY, DAY));
    assertNotEquals(day, ListTimes.of(NOW, second, DAY));
    assertNotEquals(day, ListTimes.of(NOW, DAY, DAY.plus(second)));
    assertNotEquals(day, day.withStatusFresh(second));
    Duration century = Duration.ofDays(36_525);
    ListTimes.of(NOW, DAY, century);
    assertThrows(
        IllegalArgumentException.class, () -> ListTimes.of(NOW, DAY, century.plusNanos(1)));
  }
}
