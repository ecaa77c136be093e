package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.DAY;
import static io.greenqr.issue.trust.Scheme.FRESH;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.TIMES;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.refused;
import static io.greenqr.issue.trust.Scheme.sign;
import static io.greenqr.issue.trust.Scheme.signedList;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.issue.symbol.SymbolScan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards of a published list, and the symbols that officers show. */
class FreshnessCardsTest {
  private SchemeRoots roots;
  private SignedDocument list;
  private FreshnessCards cards;

  @BeforeEach
  void publishAList() throws Exception {
    roots = Scheme.roots();
    list = signedList(roots, TrustListEditor.first(roots).draft(TIMES));
    cards = FreshnessCards.of(roots, list);
  }

  private static FreshnessCard card(DocumentDraft draft) throws PublishException {
    return draft.content(FreshnessCard.class);
  }

  @Test
  void aSymbolOfACardReadsBack() throws Exception {
    SignedDocument card = cards.issue(FRESH.signer(), NOW.plusMillis(1500));
    QrSymbol symbol = QrSymbol.of(FreshnessCard.text(card));

    String text = SymbolScan.png(symbol.toPng(4)).getText();

    SignedDocument read = FreshnessCard.parseText(text);
    assertArrayEquals(card.bytes(), read.bytes());
    FreshnessCard content = FreshnessCard.decode(read.unverifiedPayload());
    assertEquals(Environment.PRODUCTION, content.environment());
    assertEquals(TrustVersion.of(1, 1), content.version());
    assertArrayEquals(list.digest(), content.digest());
    assertEquals(NOW.plusSeconds(1), content.issuedAt());
    assertEquals(NOW.plusSeconds(1).plus(DAY), content.expires());
    assertTrue(symbol.version() <= 10, "version " + symbol.version());
  }

  @Test
  void oneDayAtMost() throws Exception {
    refused(PublishFault.TIMES, () -> cards.draft(NOW, DAY.plusSeconds(1)));
    refused(PublishFault.TIMES, () -> cards.draft(NOW, Duration.ZERO));
    refused(PublishFault.TIMES, () -> cards.draft(NOW, Duration.ofSeconds(Long.MIN_VALUE)));
    assertEquals(NOW.plusSeconds(1), card(cards.draft(NOW, Duration.ofSeconds(1))).expires());
  }

  @Test
  void noLongerThanTheListAndItsRoot() throws Exception {
    Instant closes = NOW.plus(DAY.multipliedBy(3));
    assertEquals(closes, card(cards.draft(closes.minus(DAY), DAY)).expires());
    assertEquals(closes, card(cards.draft(closes.minusSeconds(1), DAY)).expires());
    refused(PublishFault.CLOSED, "1.1", () -> cards.draft(closes, DAY));
    refused(
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        "freshness-card",
        () -> cards.draft(NOW.minusSeconds(1), DAY));
    TrustListDocument longer =
        TrustListDocument.builder(
                Environment.PRODUCTION,
                TrustVersion.of(1, 2),
                NOW,
                NOW.plus(DAY),
                ROOT_END.plus(DAY))
            .build();
    FreshnessCards outlives = FreshnessCards.of(roots, signedList(roots, DocumentDraft.of(longer)));
    assertEquals(ROOT_END, card(outlives.draft(ROOT_END.minusSeconds(1), DAY)).expires());
    refused(PublishFault.CLOSED, "1.2", () -> outlives.draft(ROOT_END, DAY));
  }

  @Test
  void theRoleSigns() throws Exception {
    refused(
        PublishFault.SIGNATURES_MISSING,
        "freshness-card: 0 of 1",
        () -> cards.issue(AN.signer(), NOW));
    SchemeRoots two =
        roots.with(
            sign(
                RootEditor.after(roots)
                    .role(Role.FRESHNESS, 2, keys(FRESH, AN))
                    .draft(NOW, ROOT_END),
                AN,
                BINH));
    refused(PublishFault.LIST_ROOT, "1.1", () -> FreshnessCards.of(two, list));
    SignedDocument next = signedList(two, TrustListEditor.after(two, list).draft(TIMES));
    FreshnessCards shared = FreshnessCards.of(two, next);
    refused(
        PublishFault.SIGNATURES_MISSING,
        "freshness-card: 1 of 2",
        () -> shared.issue(FRESH.signer(), NOW));
    sign(shared.draft(NOW, DAY), FRESH, AN).complete(two.newest().role(Role.FRESHNESS));
  }

  @Test
  void theListIsOfTheScheme() throws Exception {
    SchemeRoots test = Scheme.roots(Environment.TEST);
    refused(PublishFault.ENVIRONMENT, "trust-list", () -> FreshnessCards.of(test, list));
    refused(
        PublishFault.WRONG_DOCUMENT,
        "root",
        () -> FreshnessCards.of(roots, roots.documents().get(0)));
  }
}
