package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;
import static io.greenqr.conformance.SamplePass.changed;
import static io.greenqr.conformance.SamplePass.pass;
import static io.greenqr.conformance.SamplePass.withTail;

import java.util.ArrayList;
import java.util.List;

/** Passes under signed trust: what the steps 4, 5, 8, 16, 17 and 21 to 27 reject and accept. */
final class SignedTrustVectors {
  private static final String ROOT = "trust/root-1.gqd";
  private static final String COMPLETE = "trust/complete.gqb";

  private SignedTrustVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    age(all);
    keyStates(all);
    status(all);
    statusLists(all);
    cards(all);
    return all;
  }

  private static void age(List<Vector> all) {
    all.add(
        rejected(
                "trust-missing",
                "TRUST_MISSING",
                "The verifier has its anchor and no bundle yet; step 4",
                pass(CLAIMS))
            .under(ROOT));
    all.add(
        rejected(
                "trust-missing-before-key",
                "TRUST_MISSING",
                "There is no bundle yet, which must not be told as an unknown key; step 4",
                SamplePass.qr(SamplePass.edwards(CLAIMS)))
            .under(ROOT));
    all.add(
        accepted("accepted-trust-fresh", "The last second at which the list is fresh.", CLAIMS)
            .at("2021-09-26T23:59:59Z"));
    all.add(
        accepted("accepted-trust-stale", "The first second at which the list is stale.", CLAIMS)
            .answering("STALE", "NO_REFERENCE")
            .at("2021-09-27T00:00:00Z"));
    all.add(
        accepted("accepted-trust-before-closing", "The last second before the list closes.", CLAIMS)
            .answering("STALE", "NO_REFERENCE")
            .at("2021-10-10T23:59:59Z"));
    all.add(
        rejected(
                "trust-closed",
                "TRUST_CLOSED",
                "The first second at which the list is closed, without skew; step 5",
                pass(CLAIMS))
            .at("2021-10-11T00:00:00Z"));
    all.add(
        rejected(
                "trust-closed-before-key",
                "TRUST_CLOSED",
                "The list is closed, which must not be told as an unknown key; step 5",
                SamplePass.qr(SamplePass.edwards(CLAIMS)))
            .at("2021-10-11T00:00:00Z"));
    all.add(
        accepted(
                "accepted-trust-before-end-of-root",
                "The last second before the root ends, while its list is stale.",
                CLAIMS)
            .answering("STALE", "NO_REFERENCE")
            .under("trust/root-short.gqd", "trust/short.gqb")
            .at("2021-09-30T23:59:59Z"));
    all.add(
        rejected(
                "trust-closed-root-ended",
                "TRUST_CLOSED",
                "The root has ended, while its list would not close for 10 days; step 5",
                pass(CLAIMS))
            .under("trust/root-short.gqd", "trust/short.gqb")
            .at("2021-10-01T00:00:00Z"));
    all.add(
        rejected(
                "clock-suspect-before-list",
                "CLOCK_SUSPECT",
                "The clock with the skew is one second before the list was issued; step 8",
                pass(CLAIMS))
            .at("2021-09-19T23:54:59Z"));
  }

  private static void keyStates(List<Vector> all) {
    String before = changed(SamplePass.IAT, Wire.time("2021-09-20T00:59:59Z"));
    all.add(
        accepted(
                "accepted-before-key-retired",
                "The pass was issued in the last second before its key was retired.",
                before)
            .under(ROOT, "trust/retired.gqb"));
    all.add(
        rejected(
                "key-retired",
                "KEY_RETIRED",
                "The pass was issued in the second since which its key is retired; step 16",
                pass(CLAIMS))
            .under(ROOT, "trust/retired.gqb"));
    all.add(
        accepted(
                "accepted-before-key-revoked",
                "The pass was issued in the last second before its key was revoked.",
                before)
            .under(ROOT, "trust/revoked.gqb"));
    all.add(
        rejected(
                "key-revoked",
                "KEY_REVOKED",
                "The pass was issued in the second since which its key is revoked; step 17",
                pass(CLAIMS))
            .under(ROOT, "trust/revoked.gqb"));
  }

  private static void status(List<Vector> all) {
    all.add(
        accepted("accepted-status-valid", "Entry 0 of list 7 is valid.", reference("07 00"))
            .answering("FRESH", "VALID"));
    all.add(
        accepted(
                "accepted-status-last-entry",
                "Entry 15, the last of list 7, is valid.",
                reference("07 0f"))
            .answering("FRESH", "VALID"));
    all.add(
        status(
            "out-of-range",
            "STATUS_OUT_OF_RANGE",
            "List 7 has 16 entries and the pass names entry 16; step 24",
            "07 10"));
    all.add(status("revoked", "STATUS_REVOKED", "Entry 1 of list 7 is revoked; step 25", "07 01"));
    all.add(
        status(
            "suspended", "STATUS_SUSPENDED", "Entry 2 of list 7 is suspended; step 26", "07 02"));
    all.add(
        status(
            "restricted",
            "STATUS_RESTRICTED",
            "Entry 3 of list 7 is restricted; step 27",
            "07 03"));
    all.add(
        accepted(
                "accepted-status-restricted-allowed",
                "The caller allows a pass that holds in some places only.",
                reference("07 03"))
            .answering("FRESH", "RESTRICTED")
            .allowingRestrictedStatus());
    all.add(
        status(
                "revoked-restricted-allowed",
                "STATUS_REVOKED",
                "Who allows restricted passes allows no revoked ones; step 25",
                "07 01")
            .allowingRestrictedStatus());
  }

  private static void statusLists(List<Vector> all) {
    all.add(
        status(
            "missing-not-pinned",
            "STATUS_MISSING",
            "The trust list pins no status list 9; step 21",
            "09 00"));
    all.add(
        status(
                "missing-not-at-hand",
                "STATUS_MISSING",
                "List 8 is pinned and no bundle brought it; step 21",
                "08 00")
            .under(ROOT, "trust/partial.gqb"));
    all.add(
        rejected(
                "status-missing-unchecked-allowed",
                "STATUS_MISSING",
                "What loosens step 20 for pinned keys loosens nothing of signed trust; step 21",
                pass(reference("09 00")))
            .allowingUncheckedStatus());
    all.add(
        status(
                "outdated",
                "STATUS_OUTDATED",
                "The newer bundle pins a newer list 7 and did not bring it; step 22",
                "07 00")
            .under(ROOT, COMPLETE, "trust/next-without-status.gqb"));
    all.add(
        status(
                "revoked-later",
                "STATUS_REVOKED",
                "The newer bundle brings list 7 in which entry 0 is revoked; step 25",
                "07 00")
            .under(ROOT, COMPLETE, "trust/next-complete.gqb"));
    all.add(
        accepted(
                "accepted-status-before-stale",
                "The last second at which the status lists hold.",
                reference("07 00"))
            .answering("FRESH", "VALID")
            .at("2021-09-25T23:59:59Z"));
    all.add(
        status(
                "stale",
                "STATUS_STALE",
                "The first second at which the status lists do not hold, while the trust list is fresh; step 23",
                "07 00")
            .at("2021-09-26T00:00:00Z"));
    all.add(
        status(
                "stale-before-value",
                "STATUS_STALE",
                "The status lists do not hold, so that entry 1 is not told as revoked; step 23",
                "07 01")
            .at("2021-09-26T00:00:00Z"));
    all.add(
        accepted(
                "accepted-status-stale-no-reference",
                "The status lists do not hold, and the pass names none.",
                CLAIMS)
            .at("2021-09-26T00:00:00Z"));
  }

  private static void cards(List<Vector> all) {
    String card = "trust/card.gqf";
    all.add(
        accepted(
                "accepted-card-keeps-fresh",
                "A freshness card lengthens list and status lists to 2021-09-27T12:00:00Z.",
                reference("07 00"))
            .answering("FRESH", "VALID")
            .under(ROOT, COMPLETE, card)
            .at("2021-09-27T11:59:59Z"));
    all.add(
        accepted(
                "accepted-card-superseded",
                "A freshness card tells of a newer list: this one is stale before it expires.",
                reference("07 00"))
            .answering("STALE", "VALID")
            .under(ROOT, COMPLETE, "trust/card-newer.gqf")
            .at("2021-09-24T12:00:00Z"));
    all.add(
        accepted(
                "accepted-card-superseding-list-held",
                "A card told of list 1.2, which has come since: it is fresh.",
                reference("07 0f"))
            .answering("FRESH", "VALID")
            .under(ROOT, COMPLETE, "trust/card-newer.gqf", "trust/next-complete.gqb")
            .at("2021-09-24T12:00:00Z"));
    all.add(
        accepted(
                "accepted-card-superseding-list-not-held",
                "A card told of list 1.3, and list 1.2 has come since: it is stale.",
                reference("07 0f"))
            .answering("STALE", "VALID")
            .under(ROOT, COMPLETE, "trust/card-newest.gqf", "trust/next-complete.gqb")
            .at("2021-09-24T12:00:00Z"));
    all.add(
        accepted(
                "accepted-card-forgotten-by-newer-root",
                "A card told of list 3.1; root 2 has come since, and forgets what cards told.",
                reference("07 0f"))
            .answering("FRESH", "VALID")
            .under(ROOT, COMPLETE, "trust/card-of-root-3.gqf", "trust/rotated.gqb")
            .at("2021-09-24T12:00:00Z"));
    all.add(
        accepted(
                "accepted-card-of-list-before",
                "A card lengthened list 1.1; list 1.2 has come since, without a card.",
                CLAIMS)
            .answering("STALE", "NO_REFERENCE")
            .under(ROOT, COMPLETE, card, "trust/next-complete.gqb")
            .at("2021-09-27T11:59:59Z"));
    all.add(
        rejected(
                "trust-closed-card",
                "TRUST_CLOSED",
                "A card that holds for longer does not keep the list from closing; step 5",
                pass(CLAIMS))
            .under(ROOT, COMPLETE, "trust/card-late.gqf")
            .at("2021-10-11T00:00:00Z"));
    all.add(
        rejected(
                "clock-suspect-before-card",
                "CLOCK_SUSPECT",
                "The clock with the skew is one second before the card was issued; step 8",
                pass(CLAIMS))
            .under(ROOT, COMPLETE, card)
            .at("2021-09-26T11:54:59Z"));
  }

  private static String reference(String reference) {
    return withTail(4, "82 " + reference + " 1858");
  }

  private static Vector status(String name, String rejection, String what, String reference) {
    return rejected("status-" + name, rejection, what, pass(reference(reference)));
  }

  private static Vector rejected(String name, String rejection, String what, String text) {
    return Vector.of(name, rejection, what + " stops it.", text).under(ROOT, COMPLETE);
  }

  private static Vector accepted(String name, String comment, String payload) {
    return Vector.of(name, "ACCEPTED", comment, pass(payload))
        .under(ROOT, COMPLETE)
        .answering("FRESH", "NO_REFERENCE");
  }
}
