package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.CARD_1_1;
import static io.greenqr.conformance.SampleTrust.CARD_1_2;
import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.LIST_1_2;
import static io.greenqr.conformance.SampleTrust.card;
import static io.greenqr.conformance.SampleTrust.signedCard;
import static io.greenqr.conformance.TrustWire.cardText;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.time;

import java.util.ArrayList;
import java.util.List;

/** What section 9 says of freshness cards: those that are taken, and those that are refused. */
final class CardVectors {
  private static final String HELD = "trust/complete.gqb";
  private static final String CARD = "trust/card.gqf";
  private static final String ISSUED = "2021-09-26T12:00:00Z";
  private static final String EXPIRES = "2021-09-27T12:00:00Z";
  private static final String TEXT = cardText(signedCard(CARD_1_1));

  private CardVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    taken(all);
    refused(all);
    format(all);
    return all;
  }

  private static void taken(List<UpdateVector> all) {
    all.add(of("refreshed", "REFRESHED", "The first card for the list held.", TEXT));
    all.add(
        of("refreshed-last-second", "REFRESHED", "The last second before the card ends.", TEXT)
            .at("2021-09-27T11:59:59Z"));
    all.add(
        of(
                "refreshed-issued-later",
                "REFRESHED",
                "The card is issued exactly one hour later than the clock shows.",
                TEXT)
            .at("2021-09-26T11:00:00Z"));
    all.add(
        of(
                "refreshed-again",
                "REFRESHED",
                "A card issued one second later than the card held.",
                signedText(card(1, 1, LIST_1_1, "2021-09-26T12:00:01Z", "2021-09-26T18:00:00Z")))
            .holding(HELD, CARD));
    all.add(of("unchanged", "UNCHANGED", "The card held, shown again.", TEXT).holding(HELD, CARD));
    all.add(
        of(
                "superseded",
                "SUPERSEDED",
                "The card is for list 1.2: the one held is not the newest.",
                signedText(CARD_1_2))
            .at("2021-09-24T12:00:00Z"));
    all.add(
        of(
            "superseded-digest-unknown",
            "SUPERSEDED",
            "The card is for list 1.9, which the verifier has not seen.",
            signedText(card(1, 9, LIST_1_2, ISSUED, EXPIRES))));
    all.add(
        of(
                "superseded-again",
                "SUPERSEDED",
                "A card for a newer list, shown again.",
                signedText(CARD_1_2))
            .holding(HELD, "trust/card-newer.gqf")
            .at("2021-09-24T12:00:00Z"));
  }

  private static void refused(List<UpdateVector> all) {
    all.add(
        refused(
            2,
            "environment",
            "ENVIRONMENT_MISMATCH",
            "The card is of production",
            signedText(edit(CARD_1_1, "87 05 02", "87 05 01"))));
    all.add(
        refused(
            3,
            "signatures-of-list-role",
            "CARD_SIGNATURES",
            "The card is signed by keys of the list role",
            cardText(signed(TrustWire.CARD, CARD_1_1, SchemeKeys.LIST_1, SchemeKeys.LIST_2))));
    all.add(
        refused(
            3,
            "signatures-other-context",
            "CARD_SIGNATURES",
            "The signature of the card was made for a pass",
            cardText(signed("GQ1 pass", CARD_1_1, SchemeKeys.FRESHNESS_1))));
    all.add(
        refused(
                4,
                "expired",
                "CARD_EXPIRED",
                "The first second at which the card has ended, without skew",
                TEXT)
            .at(EXPIRES));
    all.add(
        refused(
                5,
                "not-yet-valid",
                "CARD_NOT_YET_VALID",
                "The card is issued one second later than now and one hour",
                TEXT)
            .at("2021-09-26T10:59:59Z"));
    all.add(
        refused(6, "no-list", "CARD_LIST", "The verifier holds no list yet", TEXT)
            .holding()
            .then(""));
    all.add(
        refused(7, "list-older", "CARD_LIST", "The card is for list 1.1 and list 1.9 is held", TEXT)
            .holding("trust/ninth.gqb")
            .then("1.9"));
    all.add(
        refused(
                7,
                "list-of-older-root",
                "CARD_LIST",
                "The card is for list 1.1 and list 2.1 is held",
                TEXT)
            .holding("trust/rotated.gqb")
            .then("2.1"));
    all.add(
        refused(
            8,
            "list-other-digest",
            "CARD_LIST",
            "The card is for another list 1.1 than the one held",
            signedText(card(1, 1, LIST_1_2, ISSUED, EXPIRES))));
    all.add(
        refused(
                9,
                "not-newer",
                "CARD_NOT_NEWER",
                "Another card, issued in the same second as the one held",
                signedText(card(1, 1, LIST_1_1, ISSUED, "2021-09-27T11:00:00Z")))
            .holding(HELD, CARD));
    all.add(
        refused(
                9,
                "older",
                "CARD_NOT_NEWER",
                "A card that was issued one second before the one held",
                signedText(card(1, 1, LIST_1_1, "2021-09-26T11:59:59Z", "2021-09-27T11:59:59Z")))
            .holding(HELD, CARD));
  }

  private static void format(List<UpdateVector> all) {
    all.add(
        format(
            "text-prefix-pass",
            "TEXT_PREFIX",
            "The prefix is that of a pass",
            "GQ1:" + TEXT.substring(5)));
    all.add(
        format(
            "text-prefix-lower-case",
            "TEXT_PREFIX",
            "The prefix is in lower case",
            "gqf1:" + TEXT.substring(5)));
    all.add(
        format(
            "text-lower-case",
            "TEXT_CHARACTER",
            "The text has a lower-case letter",
            TEXT.substring(0, TEXT.length() - 1) + "a"));
    all.add(
        format(
            "text-nothing-behind-prefix", "TEXT_LENGTH", "The text ends with its prefix", "GQF1:"));
    all.add(
        format(
            "pass-bytes",
            "COSE_TAG",
            "The bytes are those of a pass",
            "GQF1:" + SamplePass.pass(SamplePass.CLAIMS).substring(4)));
    all.add(
        format(
            "document-kind",
            "DOCUMENT_KIND",
            "The document is a status list",
            cardText(SampleTrust.STATUS_8)));
    all.add(
        format(
            "validity",
            "CARD_VALIDITY",
            "The card would hold for 24 hours and one second",
            signedText(edit(CARD_1_1, time(EXPIRES), time("2021-09-27T12:00:01Z")))));
    all.add(
        format(
            "time-order",
            "TIME_ORDER",
            "The card ends in the second at which it is issued",
            signedText(edit(CARD_1_1, time(EXPIRES), time(ISSUED)))));
    all.add(
        format(
            "digest-size",
            "DIGEST_SIZE",
            "The digest has 31 bytes",
            signedText(
                edit(
                    CARD_1_1,
                    TrustWire.digest(LIST_1_1),
                    "581f" + TrustWire.digest(LIST_1_1).substring(6)))));
  }

  private static String signedText(String card) {
    return cardText(signedCard(card));
  }

  private static UpdateVector of(String name, String expect, String comment, String text) {
    return UpdateVector.card("card-" + name, expect, comment, "2021-09-26T13:00:00Z", text)
        .holding(HELD)
        .then("1.1");
  }

  private static UpdateVector refused(
      int step, String name, String fault, String what, String text) {
    return of(name, fault, what + "; card step " + step + " refuses it.", text);
  }

  private static UpdateVector format(String name, String fault, String what, String text) {
    return refused(1, name, "DOCUMENT_FORMAT " + fault, what, text);
  }
}
