package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.COMPLETE;
import static io.greenqr.conformance.SampleTrust.EXPIRES;
import static io.greenqr.conformance.SampleTrust.ISSUERS;
import static io.greenqr.conformance.SampleTrust.KEY;
import static io.greenqr.conformance.SampleTrust.LISTED_KEY;
import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.ROOT_1_SIGNED;
import static io.greenqr.conformance.SampleTrust.STATUS_7_1;
import static io.greenqr.conformance.SampleTrust.STATUS_8;
import static io.greenqr.conformance.SampleTrust.withLists;
import static io.greenqr.conformance.SchemeKeys.LIST_1;
import static io.greenqr.conformance.SchemeKeys.LIST_2;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.digest;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.string;
import static io.greenqr.conformance.Wire.text;
import static io.greenqr.conformance.Wire.time;

import java.util.ArrayList;
import java.util.List;

/** What the steps 7 to 13 and 16 of an update refuse: the trust list, and documents it pins. */
final class ListVectors {
  private static final String HELD = "trust/complete.gqb";

  private ListVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    all.add(
        refused(
            "environment",
            "ENVIRONMENT_MISMATCH",
            "The trust list is of production under a root of the test environment; step 7",
            withLists(edit(LIST_1_1, "8b 02 02", "8b 02 01"), STATUS_7_1, STATUS_8)));
    all.add(
        refused(
            "root-newer",
            "LIST_ROOT",
            "The list names root 2 and the newest root is 1; step 8",
            withLists(edit(LIST_1_1, "8b 02 02 01", "8b 02 02 02"), STATUS_7_1, STATUS_8)));
    signatures(all);
    all.add(
        refused("rollback", "LIST_ROLLBACK", "List 1.1 after list 1.9; step 10", COMPLETE)
            .holding("trust/ninth.gqb")
            .then("1.9"));
    all.add(
        refused(
                "equivocation",
                "LIST_EQUIVOCATION",
                "Another list 1.1 than the one held; step 11",
                withLists(
                    edit(LIST_1_1, EXPIRES, time("2021-09-28T00:00:00Z")), STATUS_7_1, STATUS_8))
            .holding(HELD)
            .then("1.1"));
    pins(all);
    keys(all);
    documents(all);
    return all;
  }

  private static void signatures(List<UpdateVector> all) {
    all.add(
        signatures(
            "one-of-two",
            "One key of the list role signed, of two",
            signed(TrustWire.LIST, LIST_1_1, LIST_2)));
    String first = TrustWire.signature(TrustWire.LIST, LIST_1_1, LIST_1);
    String second =
        TrustWire.signature(
            LIST_1,
            SchemeKeys.otherSignatureOfList1(
                TrustWire.toBeSigned(TrustWire.LIST, LIST_1_1, LIST_1)));
    all.add(
        signatures(
            "one-key-twice",
            "One key of the list role made two signatures that verify",
            TrustWire.envelope(LIST_1_1, TrustWire.ordered(List.of(first, second)))));
    all.add(
        signatures(
            "of-root-role",
            "Keys of the root role signed in place of the list role",
            signed(TrustWire.LIST, LIST_1_1, SchemeKeys.ROOT_1, SchemeKeys.ROOT_2)));
    all.add(
        signatures(
            "other-context",
            "The signatures were made for a root",
            signed(TrustWire.ROOT, LIST_1_1, LIST_1, LIST_2)));
    all.add(
        signatures(
            "payload-changed",
            "The list was changed after signing",
            TrustWire.envelope(
                edit(LIST_1_1, EXPIRES, time("2021-09-28T00:00:00Z")),
                TrustWire.signatures(TrustWire.LIST, LIST_1_1, LIST_1, LIST_2))));
    all.add(
        signatures(
            "kid-of-other-key",
            "A stranger signed under the kid of a key of the list role",
            TrustWire.envelope(
                LIST_1_1,
                TrustWire.ordered(
                    List.of(
                        TrustWire.signature(
                            LIST_1,
                            TrustWire.sign(
                                TestKeys.STRANGER,
                                TrustWire.toBeSigned(TrustWire.LIST, LIST_1_1, LIST_1))),
                        TrustWire.signature(TrustWire.LIST, LIST_1_1, LIST_2))))));
  }

  private static UpdateVector signatures(String name, String what, String list) {
    return refused(
        "signatures-" + name,
        "LIST_SIGNATURES",
        what + "; step 9",
        bundle(List.of(ROOT_1_SIGNED), list, List.of(STATUS_7_1, STATUS_8), List.of()));
  }

  private static void pins(List<UpdateVector> all) {
    String status8 = SampleTrust.pin(8, 2, "55");
    all.add(
        pinned(
            "status-version-lower",
            "List 1.3 pins status list 7 in version 1 and list 1.2 in version 2",
            withLists(SampleTrust.list(1, 3, array(SampleTrust.PIN_7_1, SampleTrust.PIN_8)))));
    all.add(
        pinned(
            "status-same-version-other-digest",
            "List 1.3 pins another version 2 of status list 7 than list 1.2",
            withLists(
                SampleTrust.list(
                    1, 3, array(SampleTrust.pin(7, 2, "00000000"), SampleTrust.PIN_8)))));
    all.add(
        pinned(
            "status-one-of-two",
            "List 1.3 pins a newer status list 8 and an older status list 7 than list 1.2",
            withLists(SampleTrust.list(1, 3, array(SampleTrust.PIN_7_1, status8)))));
    all.add(
        pinned(
                "document-version-lower",
                "List 1.2 pins a document in version 1 and list 1.1 in version 2",
                withLists(withDocument(2, 1, "a0")))
            .holding("trust/document.gqb")
            .then("1.1"));
    all.add(
        pinned(
                "document-same-version-other-digest",
                "List 1.2 pins another version 2 of a document than list 1.1",
                withLists(withDocument(2, 2, "a1")))
            .holding("trust/document.gqb")
            .then("1.1"));
  }

  private static UpdateVector pinned(String name, String what, String bundle) {
    return refused("pin-" + name, "PIN_ROLLBACK", what + "; step 12", bundle)
        .holding("trust/next-complete.gqb")
        .then("1.2");
  }

  /** List 1.{@code version} that pins no status lists, and one document. */
  static String withDocument(int version, int documentVersion, String content) {
    String list = SampleTrust.list(1, version, "80");
    return list.substring(0, list.length() - 2)
        + "81 84 01 6176 "
        + Wire.number(documentVersion)
        + " "
        + digest(content);
  }

  private static void keys(List<UpdateVector> all) {
    String x = KEY.substring(0, KEY.length() - 2);
    String last = KEY.substring(KEY.length() - 2);
    all.add(
        refused(
            "key-not-on-curve",
            "KEY_NOT_ON_CURVE",
            "The last bit of y of a listed key is another; step 13",
            withLists(edit(LIST_1_1, KEY, x + "%02x".formatted(Integer.parseInt(last, 16) ^ 1)))));
    all.add(
        refused(
            "key-of-low-order",
            "KEY_NOT_OF_ORDER",
            "A listed Ed25519 key is the neutral point; step 13",
            withLists(edit(LIST_1_1, KEY, edwards("01" + "00".repeat(31))))));
    all.add(
        refused(
            "key-not-canonical",
            "KEY_NOT_OF_ORDER",
            "The y of a listed Ed25519 key is not below p; step 13",
            withLists(edit(LIST_1_1, KEY, edwards("ff".repeat(31) + "7f")))));
    all.add(
        refused(
            "key-of-two-issuers",
            "KEY_DUPLICATE",
            "Two issuers have the same key; step 13",
            withLists(
                edit(
                    LIST_1_1,
                    ISSUERS,
                    "82 82 "
                        + text("TEST ONLY a")
                        + " 81 "
                        + LISTED_KEY
                        + " 82 "
                        + text("TEST ONLY b")
                        + " 81 "
                        + LISTED_KEY))));
  }

  private static String edwards(String point) {
    return "a3 01 01 20 06 21 5820 " + point;
  }

  private static void documents(List<UpdateVector> all) {
    String document = "83 01 6176 " + string(bytes("a0"));
    all.add(
        refused(
            "document-not-pinned",
            "NOT_PINNED",
            "The list pins no document; step 16",
            bundle(
                List.of(ROOT_1_SIGNED),
                SampleTrust.signedList(LIST_1_1),
                List.of(),
                List.of(),
                document)));
    all.add(
        refused(
            "document-other-digest",
            "NOT_PINNED",
            "The document has another digest than its pin; step 16",
            withPinned("84 01 6176 01 " + digest("a1"), document)));
    all.add(
        refused(
            "document-other-kind",
            "NOT_PINNED",
            "The digest is pinned for a document of another kind; step 16",
            withPinned("84 02 6176 01 " + digest("a0"), document)));
    all.add(
        refused(
            "document-other-name",
            "NOT_PINNED",
            "The digest is pinned for a document of another name; step 16",
            withPinned("84 01 6177 01 " + digest("a0"), document)));
  }

  private static String withPinned(String pin, String document) {
    return bundle(
        List.of(ROOT_1_SIGNED),
        SampleTrust.signedList(LIST_1_1.substring(0, LIST_1_1.length() - 2) + "81 " + pin),
        List.of(),
        List.of(),
        document);
  }

  private static UpdateVector refused(String name, String fault, String what, String bundle) {
    return UpdateVector.bundle("list-" + name, fault, what + " refuses it.", bundle);
  }
}
