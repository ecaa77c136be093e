package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.COMPLETE;
import static io.greenqr.conformance.SampleTrust.DELTA_7_1_2;
import static io.greenqr.conformance.SampleTrust.DELTA_7_2_3;
import static io.greenqr.conformance.SampleTrust.ENTRIES_7_1;
import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.LIST_1_2;
import static io.greenqr.conformance.SampleTrust.LIST_1_3;
import static io.greenqr.conformance.SampleTrust.PIN_7_1;
import static io.greenqr.conformance.SampleTrust.PIN_8;
import static io.greenqr.conformance.SampleTrust.ROOT_1_PAYLOAD;
import static io.greenqr.conformance.SampleTrust.ROOT_1_SIGNED;
import static io.greenqr.conformance.SampleTrust.ROOT_2_SIGNED;
import static io.greenqr.conformance.SampleTrust.ROOT_3_SIGNED;
import static io.greenqr.conformance.SampleTrust.STATUS_7_1;
import static io.greenqr.conformance.SampleTrust.STATUS_7_2;
import static io.greenqr.conformance.SampleTrust.STATUS_8;
import static io.greenqr.conformance.SampleTrust.list;
import static io.greenqr.conformance.SampleTrust.pin;
import static io.greenqr.conformance.SampleTrust.signedList;
import static io.greenqr.conformance.SampleTrust.statusPayload;
import static io.greenqr.conformance.SampleTrust.withDeltas;
import static io.greenqr.conformance.SampleTrust.withLists;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.digest;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.string;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bundles that every verifier applies. */
final class AppliedVectors {
  private static final String HELD = "trust/complete.gqb";

  private AppliedVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    lists(all);
    status(all);
    deltas(all);
    roots(all);
    return all;
  }

  private static void lists(List<UpdateVector> all) {
    all.add(updated("first", "The first bundle of a verifier.", COMPLETE));
    all.add(
        updated("partial", "Status list 8 is pinned and missing.", withLists(LIST_1_1, STATUS_7_1))
            .then("1.1", "8"));
    all.add(
        updated(
                "same-list-brings-status",
                "The list held, with a status list that was missing.",
                withLists(LIST_1_1, STATUS_8))
            .holding("trust/partial.gqb"));
    all.add(
        UpdateVector.bundle("unchanged", "UNCHANGED", "Exactly what is held.", COMPLETE)
            .holding(HELD)
            .then("1.1"));
    all.add(
        UpdateVector.bundle(
                "unchanged-more-signers",
                "UNCHANGED",
                "The list held with one more signature, of a key without the role: the same list.",
                bundleWith(
                    signed(
                        TrustWire.LIST,
                        LIST_1_1,
                        SchemeKeys.LIST_1,
                        SchemeKeys.LIST_2,
                        SchemeKeys.STATUS_1)))
            .holding(HELD)
            .then("1.1"));
    all.add(
        updated(
            "stranger-signature",
            "A signature by a key that is not of the role is passed over.",
            bundleWith(
                signed(
                    TrustWire.LIST,
                    LIST_1_1,
                    SchemeKeys.LIST_1,
                    SchemeKeys.LIST_2,
                    TestKeys.STRANGER))));
    String other = TrustWire.signature(TrustWire.LIST, LIST_1_2, SchemeKeys.LIST_1);
    all.add(
        updated(
            "signature-that-does-not-verify",
            "A third signature, under the kid of a key of the role, does not verify and is passed over.",
            bundleWith(
                TrustWire.envelope(
                    LIST_1_1,
                    TrustWire.ordered(
                        Stream.concat(
                                TrustWire.signatures(
                                    TrustWire.LIST, LIST_1_1, SchemeKeys.LIST_1, SchemeKeys.LIST_2)
                                    .stream(),
                                Stream.of(other))
                            .toList())))));
    all.add(
        updated(
                "next",
                "A newer list with its status lists.",
                withLists(LIST_1_2, STATUS_7_2, STATUS_8))
            .holding(HELD)
            .then("1.2"));
    all.add(
        updated("version-jump", "Versions of lists may leave some out.", withLists(LIST_1_3))
            .holding(HELD)
            .then("1.3", "7"));
    String document = string(bytes("a0"));
    String pinned =
        LIST_1_1.substring(0, LIST_1_1.length() - 2) + "81 84 18ff 6176 01 " + digest("a0");
    all.add(
        updated(
            "document-of-unknown-kind",
            "A pinned document of a kind that nobody knows is kept.",
            bundle(
                List.of(ROOT_1_SIGNED),
                signedList(pinned),
                List.of(STATUS_7_1, STATUS_8),
                List.of(),
                "83 18ff 6176 " + document)));
    all.add(
        updated(
            "document-not-brought",
            "A pinned document that the bundle does not bring is missing, and no fault.",
            withLists(pinned, STATUS_7_1, STATUS_8)));
  }

  private static void status(List<UpdateVector> all) {
    all.add(
        updated(
                "status-not-brought",
                "The pin of list 7 has changed: it is outdated.",
                withLists(LIST_1_2))
            .holding(HELD)
            .then("1.2", "7"));
    all.add(
        updated(
                "status-new-version-same-content",
                "The pin of list 7 has another version and the same digest: what is held stays.",
                withLists(list(1, 2, array(pin(7, 2, ENTRIES_7_1), PIN_8))))
            .holding(HELD)
            .then("1.2"));
    all.add(
        updated(
                "status-not-pinned-any-more",
                "List 8 is dropped.",
                withLists(list(1, 2, array(PIN_7_1))))
            .holding(HELD)
            .then("1.2"));
    all.add(
        updated(
            "status-compressed",
            "The entries of list 7 deflated in another way: the digest is of what they inflate to.",
            withLists(LIST_1_1, compressed("e4000000", "78da7bc2c0c00000039400e5"), STATUS_8)));
    all.add(
        updated(
            "status-largest",
            "Exactly 32,768 bytes of entries.",
            withLists(
                list(1, 1, array(pin(7, 1, "00".repeat(32768)))),
                compressed(ENTRIES_7_1, StatusVectors.ZEROS_32768))));
  }

  /** List 7 with another zlib stream of its entries. */
  private static String compressed(String entries, String stream) {
    return SampleTrust.signedStatus(
        edit(statusPayload(7, 1, ENTRIES_7_1), TrustWire.stored(entries), string(bytes(stream))));
  }

  private static void deltas(List<UpdateVector> all) {
    all.add(
        updated("delta", "A delta leads to list 7 as pinned.", withDeltas(LIST_1_2, DELTA_7_1_2))
            .holding(HELD)
            .then("1.2"));
    all.add(
        updated(
                "deltas-in-order",
                "Two deltas lead to list 7 as pinned; the version between them needs no pin.",
                withDeltas(LIST_1_3, DELTA_7_1_2, DELTA_7_2_3))
            .holding(HELD)
            .then("1.3"));
    all.add(
        updated(
                "delta-on-outdated-list",
                "A delta from the list held, which is outdated since the bundle before.",
                withDeltas(LIST_1_2, DELTA_7_1_2))
            .holding(HELD, "trust/next-without-status.gqb")
            .then("1.2"));
    all.add(
        updated(
                "delta-list-not-held",
                "A delta for a list that is not held is passed over: the list is missing.",
                withDeltas(LIST_1_2, DELTA_7_1_2))
            .then("1.2", "7 8"));
    all.add(
        updated(
                "delta-from-other-version",
                "A delta from version 2 of a list held in version 1 is passed over: it is outdated.",
                withDeltas(LIST_1_3, DELTA_7_2_3))
            .holding(HELD)
            .then("1.3", "7"));
  }

  private static void roots(List<UpdateVector> all) {
    String list = signedList(list(2, 1, array(PIN_7_1, PIN_8)));
    all.add(
        updated(
                "rotation",
                "Root 2 is signed by both root roles.",
                bundle(List.of(ROOT_1_SIGNED, ROOT_2_SIGNED), list, List.of(), List.of()))
            .holding(HELD)
            .then("2.1"));
    all.add(
        updated(
                "rotation-without-root-held",
                "The bundle begins with the root behind the one held.",
                bundle(List.of(ROOT_2_SIGNED), list, List.of(), List.of()))
            .holding(HELD)
            .then("2.1"));
    all.add(
        updated(
                "rotation-two-roots",
                "Roots 2 and 3, one after the other.",
                bundle(
                    List.of(ROOT_1_SIGNED, ROOT_2_SIGNED, ROOT_3_SIGNED),
                    signedList(list(3, 1, array(PIN_7_1, PIN_8))),
                    List.of(),
                    List.of()))
            .holding(HELD)
            .then("3.1"));
    all.add(
        updated(
                "rotation-version-begins-anew",
                "List 2.1 comes after list 1.9: root first.",
                bundle(List.of(ROOT_1_SIGNED, ROOT_2_SIGNED), list, List.of(), List.of()))
            .holding("trust/ninth.gqb")
            .then("2.1"));
    all.add(
        updated(
                "rotation-pins-begin-anew",
                "Under root 2 the pin of list 7 goes back to version 1, which the bundle brings.",
                bundle(List.of(ROOT_1_SIGNED, ROOT_2_SIGNED), list, List.of(STATUS_7_1), List.of()))
            .holding("trust/next-complete.gqb")
            .then("2.1"));
    String unsigned = signed(TrustWire.ROOT, ROOT_1_PAYLOAD, TestKeys.STRANGER);
    all.add(
        updated(
                "older-root-not-looked-at",
                "Root 1 is older than the one held: that its signatures do not count is not looked at.",
                bundle(
                    List.of(unsigned, ROOT_2_SIGNED),
                    list,
                    List.of(STATUS_7_1, STATUS_8),
                    List.of()))
            .under("trust/root-2.gqd")
            .then("2.1"));
    all.add(
        updated(
            "root-held-not-verified-again",
            "Root 1 has the payload held: who signed this copy is not looked at.",
            bundle(
                List.of(unsigned),
                signedList(LIST_1_1),
                List.of(STATUS_7_1, STATUS_8),
                List.of())));
  }

  private static String bundleWith(String list) {
    return bundle(List.of(ROOT_1_SIGNED), list, List.of(STATUS_7_1, STATUS_8), List.of());
  }

  private static UpdateVector updated(String name, String comment, String bundle) {
    return UpdateVector.bundle("updated-" + name, "UPDATED", comment, bundle).then("1.1");
  }
}
