package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.DELTA_7_1_2;
import static io.greenqr.conformance.SampleTrust.ENTRIES_7_1;
import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.LIST_1_2;
import static io.greenqr.conformance.SampleTrust.LIST_1_3;
import static io.greenqr.conformance.SampleTrust.PIN_7_1;
import static io.greenqr.conformance.SampleTrust.ROOT_1_SIGNED;
import static io.greenqr.conformance.SampleTrust.STATUS_7_1;
import static io.greenqr.conformance.SampleTrust.STATUS_7_2;
import static io.greenqr.conformance.SampleTrust.STATUS_8;
import static io.greenqr.conformance.SampleTrust.deltaPayload;
import static io.greenqr.conformance.SampleTrust.list;
import static io.greenqr.conformance.SampleTrust.signedDelta;
import static io.greenqr.conformance.SampleTrust.signedList;
import static io.greenqr.conformance.SampleTrust.signedStatus;
import static io.greenqr.conformance.SampleTrust.statusPayload;
import static io.greenqr.conformance.SampleTrust.withDeltas;
import static io.greenqr.conformance.SampleTrust.withLists;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.TrustWire.stored;
import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.string;

import java.util.ArrayList;
import java.util.List;

/** What the steps 1, 14 and 15 of an update refuse: status lists and deltas. */
final class StatusVectors {
  /** zlib streams of zeros, made once: as many as a list may have, and one more. */
  static final String ZEROS_32768 =
      "78daedc101010000008090feafee080a00000000000000000000000000000000000000000000000000000000"
          + "0000001880000001";

  private static final String ZEROS_32769 =
      "78daedc101010000008090feafee080a00000000000000000000000000000000000000000000000000000000"
          + "0000006880010001";

  private static final String HELD = "trust/complete.gqb";
  private static final String PAYLOAD_7 = statusPayload(7, 1, ENTRIES_7_1);
  private static final String CHANGES = "84 07 01 02 81 01";

  private StatusVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    entries(all);
    lists(all);
    deltas(all);
    pins(all);
    return all;
  }

  private static void entries(List<UpdateVector> all) {
    all.add(entries("not-zlib", "are no zlib stream", "e4000000"));
    all.add(entries("empty", "inflate to nothing", "7801 01 0000 ffff 00000001"));
    all.add(
        entries(
            "cut", "are a zlib stream without its last byte", "7801 01 0400 fbff e4000000 039400"));
    all.add(
        entries(
            "trailing",
            "have a byte behind their zlib stream",
            "7801 01 0400 fbff e4000000 039400e5 00"));
    all.add(entries("checksum", "have another checksum", "7801 01 0400 fbff e4000000 039400e6"));
    all.add(entries("too-many", "inflate to 32,769 bytes", ZEROS_32769));
    all.add(
        entries(
            "dictionary",
            "want a preset dictionary",
            "78bb 00000001 01 0400 fbff e4000000 039400e5"));
  }

  private static UpdateVector entries(String name, String what, String stream) {
    return status(
        "entries-" + name,
        "DOCUMENT_FORMAT STATUS_ENTRIES",
        "The entries of list 7 " + what,
        signedStatus(edit(PAYLOAD_7, stored(ENTRIES_7_1), string(bytes(stream)))));
  }

  private static void lists(List<UpdateVector> all) {
    all.add(
        status(
            "environment",
            "ENVIRONMENT_MISMATCH",
            "Status list 7 is of production",
            signedStatus(edit(PAYLOAD_7, "86 03 02", "86 03 01"))));
    all.add(
        status(
            "version-zero",
            "DOCUMENT_FORMAT VERSION_RANGE",
            "Status list 7 has version 0",
            signedStatus(edit(PAYLOAD_7, "86 03 02 07 01", "86 03 02 07 00"))));
    all.add(
        place(
            "number-range",
            "DOCUMENT_FORMAT STATUS_RANGE",
            "A status list has the number 65,536",
            signedStatus(edit(PAYLOAD_7, "86 03 02 07", "86 03 02 1a00010000"))));
    all.add(
        place(
            "order",
            "DOCUMENT_FORMAT ENTRY_ORDER",
            "Status list 8 stands before list 7",
            STATUS_8,
            STATUS_7_1));
    all.add(
        place(
            "twice",
            "DOCUMENT_FORMAT ENTRY_ORDER",
            "Status list 7 stands there twice",
            STATUS_7_1,
            STATUS_7_1));
    all.add(
        status(
            "signatures-of-list-role",
            "STATUS_SIGNATURES",
            "Status list 7 is signed by keys of the list role",
            signed(TrustWire.STATUS, PAYLOAD_7, SchemeKeys.LIST_1, SchemeKeys.LIST_2)));
    all.add(
        status(
            "signatures-other-context",
            "STATUS_SIGNATURES",
            "The signature of status list 7 was made for a delta",
            signed(TrustWire.DELTA, PAYLOAD_7, SchemeKeys.STATUS_1)));
    all.add(
        status(
            "signatures-before-payload",
            "STATUS_SIGNATURES",
            "The entries of list 7 are no zlib stream, which must not be read, as a stranger signed",
            signed(
                TrustWire.STATUS,
                edit(PAYLOAD_7, stored(ENTRIES_7_1), string(bytes("e4000000"))),
                TestKeys.STRANGER)));
    all.add(
        refused(
                "status-signatures-of-low-order-key",
                "STATUS_SIGNATURES",
                "The key of the status role is the neutral point, under which anyone can sign; step 14",
                bundle(
                    List.of(SampleTrust.LOW_ORDER_ROOT_SIGNED),
                    signedList(LIST_1_1),
                    List.of(
                        TrustWire.envelope(
                            PAYLOAD_7,
                            List.of(
                                "83 49 a2 01 32 04 44 "
                                    + TrustWire.digest(SampleTrust.LOW_ORDER_KEY).substring(4, 12)
                                    + " a0 5840 01"
                                    + "00".repeat(63)))),
                    List.of()))
            .under("trust/root-low-order.gqd"));
  }

  /** What the place of a list in the bundle tells, before its signatures. */
  private static UpdateVector place(String name, String fault, String what, String... statusLists) {
    return refused("status-" + name, fault, what + "; step 1", withLists(LIST_1_1, statusLists));
  }

  private static UpdateVector status(
      String name, String fault, String what, String... statusLists) {
    return refused("status-" + name, fault, what + "; step 14", withLists(LIST_1_1, statusLists));
  }

  private static void deltas(List<UpdateVector> all) {
    all.add(
        delta(
            "change-beyond-end",
            "DOCUMENT_FORMAT STATUS_CHANGE",
            "A delta changes entry 16 of 16",
            SampleTrust.delta("84 07 01 02 81 1841")));
    all.add(
        delta(
            "second-change-beyond-end",
            "DOCUMENT_FORMAT STATUS_CHANGE",
            "A delta changes entry 0 and the 16th behind it",
            SampleTrust.delta("84 07 01 02 82 01 183d")));
    all.add(
        delta(
            "change-range",
            "DOCUMENT_FORMAT STATUS_CHANGE",
            "A delta passes over 131,072 entries",
            SampleTrust.delta("84 07 01 02 81 1a00080000")));
    all.add(
        delta(
            "versions-equal",
            "DOCUMENT_FORMAT VERSION_RANGE",
            "A delta leads from version 2 to version 2",
            SampleTrust.delta("84 07 02 02 81 01")));
    all.add(
        delta(
            "empty",
            "DOCUMENT_FORMAT COUNT_RANGE",
            "A delta has no list",
            signedDelta(deltaPayload())));
    all.add(
        delta(
            "order",
            "DOCUMENT_FORMAT ENTRY_ORDER",
            "A delta has list 8 before list 7",
            SampleTrust.delta("84 08 01 02 81 01", CHANGES)));
    all.add(
        delta(
            "environment",
            "ENVIRONMENT_MISMATCH",
            "The delta is of production",
            signedDelta(edit(deltaPayload(CHANGES), "84 04 02", "84 04 01"))));
    all.add(
        delta(
            "signatures-of-list-role",
            "STATUS_SIGNATURES",
            "The delta is signed by keys of the list role",
            signed(TrustWire.DELTA, deltaPayload(CHANGES), SchemeKeys.LIST_1, SchemeKeys.LIST_2)));
    all.add(
        delta(
            "signatures-other-context",
            "STATUS_SIGNATURES",
            "The signature of the delta was made for a status list",
            signed(TrustWire.STATUS, deltaPayload(CHANGES), SchemeKeys.STATUS_1)));
  }

  private static UpdateVector delta(String name, String fault, String what, String delta) {
    return refused("delta-" + name, fault, what + "; step 14", withDeltas(LIST_1_2, delta))
        .holding(HELD)
        .then("1.1");
  }

  private static void pins(List<UpdateVector> all) {
    all.add(
        pinned(
                "status-of-yesterday",
                "List 7 is that of the bundle before",
                withLists(LIST_1_2, STATUS_7_1))
            .holding(HELD)
            .then("1.1"));
    all.add(
        pinned(
            "status-of-tomorrow",
            "List 7 is that of a bundle to come",
            withLists(LIST_1_1, STATUS_7_2)));
    all.add(
        pinned(
            "status-other-content",
            "List 7 has the version pinned and other entries",
            withLists(LIST_1_1, SampleTrust.status(7, 1, "00000000"))));
    all.add(
        pinned(
            "status-other-version",
            "List 7 has the entries pinned and another version",
            withLists(LIST_1_1, SampleTrust.status(7, 2, ENTRIES_7_1))));
    all.add(
        pinned(
            "status-other-number",
            "The entries of list 7 under the number 8",
            withLists(LIST_1_1, SampleTrust.status(8, 1, ENTRIES_7_1))));
    all.add(
        pinned(
            "status-not-pinned",
            "The trust list pins no list 8",
            withLists(list(1, 1, array(PIN_7_1)), STATUS_7_1, STATUS_8)));
    all.add(
        pinned(
            "status-changed-by-delta",
            "The bundle brings a list 7 that is not pinned, and a delta from it to the one that is",
            bundle(
                List.of(ROOT_1_SIGNED),
                signedList(LIST_1_2),
                List.of(STATUS_7_1, STATUS_8),
                List.of(DELTA_7_1_2))));
    all.add(
        refused(
            "delta-signatures-before-pins",
            "STATUS_SIGNATURES",
            "List 7 is not as pinned, and a delta behind it is signed by a stranger; step 14",
            bundle(
                List.of(ROOT_1_SIGNED),
                signedList(LIST_1_2),
                List.of(STATUS_7_1),
                List.of(signed(TrustWire.DELTA, deltaPayload(CHANGES), TestKeys.STRANGER)))));
    all.add(
        pinned(
                "delta-other-result",
                "The delta leads to other entries than those pinned",
                withDeltas(LIST_1_2, SampleTrust.delta("84 07 01 02 81 02")))
            .holding(HELD)
            .then("1.1"));
    all.add(
        pinned(
                "delta-ends-early",
                "The delta leads to version 2 and version 3 is pinned",
                withDeltas(LIST_1_3, DELTA_7_1_2))
            .holding(HELD)
            .then("1.1"));
    all.add(
        pinned(
                "delta-list-not-pinned",
                "The delta changes a list that is held and not pinned any more",
                withDeltas(list(1, 2, array(PIN_7_1)), SampleTrust.delta("84 08 01 02 81 01")))
            .holding(HELD)
            .then("1.1"));
  }

  private static UpdateVector pinned(String name, String what, String bundle) {
    return refused("pin-" + name, "NOT_PINNED", what + "; step 15", bundle);
  }

  private static UpdateVector refused(String name, String fault, String what, String bundle) {
    return UpdateVector.bundle(name, fault, what + " refuses it.", bundle);
  }
}
