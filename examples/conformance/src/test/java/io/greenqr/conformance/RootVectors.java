package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.PIN_7_1;
import static io.greenqr.conformance.SampleTrust.ROOT_1_PAYLOAD;
import static io.greenqr.conformance.SampleTrust.ROOT_1_SIGNED;
import static io.greenqr.conformance.SampleTrust.ROOT_2_PAYLOAD;
import static io.greenqr.conformance.SampleTrust.ROOT_2_SIGNED;
import static io.greenqr.conformance.SampleTrust.ROOT_3_PAYLOAD;
import static io.greenqr.conformance.SampleTrust.ROOT_3_SIGNED;
import static io.greenqr.conformance.SampleTrust.ROOT_ENDS;
import static io.greenqr.conformance.SampleTrust.list;
import static io.greenqr.conformance.SampleTrust.signedList;
import static io.greenqr.conformance.SchemeKeys.ROOT_1;
import static io.greenqr.conformance.SchemeKeys.ROOT_2;
import static io.greenqr.conformance.SchemeKeys.ROOT_3;
import static io.greenqr.conformance.SchemeKeys.ROOT_4;
import static io.greenqr.conformance.SchemeKeys.ROOT_5;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.time;

import java.util.ArrayList;
import java.util.List;

/** What the steps 2 to 6 of an update refuse: roots. */
final class RootVectors {
  private static final String HELD = "trust/complete.gqb";

  private RootVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    String production = edit(ROOT_1_PAYLOAD, "86 01 02", "86 01 01");
    all.add(
        refused(
            "environment",
            "ENVIRONMENT_MISMATCH",
            "The root is of production and the verifier of the test environment; step 2",
            1,
            signed(TrustWire.ROOT, production, ROOT_1, ROOT_2)));
    String nextOfProduction = edit(ROOT_2_PAYLOAD, "86 01 02", "86 01 01");
    all.add(
        refused(
                "environment-changes",
                "ENVIRONMENT_MISMATCH",
                "Root 2 is of production, signed by both root roles; step 2",
                2,
                ROOT_1_SIGNED,
                signed(TrustWire.ROOT, nextOfProduction, ROOT_1, ROOT_3, ROOT_4))
            .holding(HELD)
            .then("1.1"));
    all.add(
        refused(
                "rollback",
                "ROOT_ROLLBACK",
                "The newest root is 1 and root 2 is held; step 3",
                1,
                ROOT_1_SIGNED)
            .holding("trust/rotated.gqb")
            .then("2.1"));
    String other = edit(ROOT_1_PAYLOAD, ROOT_ENDS, time("2022-09-21T00:00:00Z"));
    all.add(
        refused(
            "mismatch",
            "ROOT_MISMATCH",
            "Another root 1 than the one held, signed by its root role; step 4",
            1,
            signed(TrustWire.ROOT, other, ROOT_1, ROOT_2)));
    all.add(
        refused(
                "mismatch-before-successor",
                "ROOT_MISMATCH",
                "Root 2 is right and stands behind another root 1 than the one held; step 4",
                2,
                signed(TrustWire.ROOT, other, ROOT_1, ROOT_2),
                ROOT_2_SIGNED)
            .holding(HELD)
            .then("1.1"));
    gaps(all);
    signatures(all);
    return all;
  }

  private static void gaps(List<UpdateVector> all) {
    String third = signed(TrustWire.ROOT, ROOT_3_PAYLOAD, ROOT_1, ROOT_2, ROOT_3, ROOT_4);
    all.add(
        refused(
                "gap",
                "ROOT_GAP",
                "Root 3, signed also by root 1, follows root 1; step 5",
                3,
                ROOT_1_SIGNED,
                third)
            .holding(HELD)
            .then("1.1"));
    all.add(
        refused(
                "gap-without-root-held",
                "ROOT_GAP",
                "The bundle begins with root 3 and root 1 is held; step 5",
                3,
                third)
            .holding(HELD)
            .then("1.1"));
    all.add(
        refused(
                "repeated",
                "ROOT_GAP",
                "Root 2 stands there twice; step 5",
                2,
                ROOT_1_SIGNED,
                ROOT_2_SIGNED,
                ROOT_2_SIGNED)
            .holding(HELD)
            .then("1.1"));
    all.add(
        refused(
                "gap-where-root-is-held",
                "ROOT_GAP",
                "The bundle leaves out root 2, which is held; step 5",
                3,
                ROOT_1_SIGNED,
                ROOT_3_SIGNED)
            .holding("trust/rotated.gqb")
            .then("2.1"));
    String fourth = signed(TrustWire.ROOT, SampleTrust.root(4, SampleTrust.NEXT_ROOT_ROLE), ROOT_3);
    all.add(
        refused(
                "gap-before-signatures",
                "ROOT_GAP",
                "Root 4 follows root 2, which nobody of its role signed; step 5",
                4,
                ROOT_1_SIGNED,
                signed(TrustWire.ROOT, ROOT_2_PAYLOAD, ROOT_1, ROOT_2),
                fourth)
            .holding(HELD)
            .then("1.1"));
  }

  private static void signatures(List<UpdateVector> all) {
    all.add(
        signatures(
            "of-old-role-only",
            "Root 2 is signed by the root role of root 1 and by one key of its own, of two",
            signed(TrustWire.ROOT, ROOT_2_PAYLOAD, ROOT_1, ROOT_2, ROOT_3)));
    all.add(
        signatures(
            "of-new-role-only",
            "Root 2 is signed by its own root role and by one key of that of root 1, of two",
            signed(TrustWire.ROOT, ROOT_2_PAYLOAD, ROOT_3, ROOT_4, ROOT_5)));
    all.add(
        signatures(
            "of-list-role",
            "Root 2 is signed by keys of the list role in place of the root role",
            signed(
                TrustWire.ROOT,
                ROOT_2_PAYLOAD,
                SchemeKeys.LIST_1,
                SchemeKeys.LIST_2,
                ROOT_3,
                ROOT_4)));
    all.add(
        signatures(
            "other-context",
            "The signatures of root 2 were made for a trust list",
            signed(TrustWire.LIST, ROOT_2_PAYLOAD, ROOT_1, ROOT_3, ROOT_4)));
    all.add(
        signatures(
            "payload-changed",
            "Root 2 was changed after signing",
            TrustWire.envelope(
                edit(ROOT_2_PAYLOAD, ROOT_ENDS, time("2032-09-20T00:00:00Z")),
                TrustWire.signatures(TrustWire.ROOT, ROOT_2_PAYLOAD, ROOT_1, ROOT_3, ROOT_4))));
    all.add(
        refused(
                "signatures-second-of-two",
                "ROOT_SIGNATURES",
                "Root 3 is signed by its root role as root 1 had it; step 6",
                3,
                ROOT_1_SIGNED,
                ROOT_2_SIGNED,
                signed(TrustWire.ROOT, ROOT_3_PAYLOAD, ROOT_1, ROOT_2))
            .holding(HELD)
            .then("1.1"));
    all.add(
        UpdateVector.bundle(
                "root-newer-list-older",
                "LIST_ROOT",
                "Roots 2 and 3 are right and the list names root 1; step 8 refuses it.",
                bundle(
                    List.of(ROOT_1_SIGNED, ROOT_2_SIGNED, ROOT_3_SIGNED),
                    signedList(LIST_1_1),
                    List.of(),
                    List.of()))
            .holding(HELD)
            .then("1.1"));
  }

  private static UpdateVector signatures(String name, String what, String root) {
    return refused(
            "signatures-" + name, "ROOT_SIGNATURES", what + "; step 6", 2, ROOT_1_SIGNED, root)
        .holding(HELD)
        .then("1.1");
  }

  /** A bundle of these roots with a trust list that names root {@code version}. */
  private static UpdateVector refused(
      String name, String fault, String what, int version, String... roots) {
    return UpdateVector.bundle(
        "root-" + name,
        fault,
        what + " refuses it.",
        bundle(List.of(roots), signedList(list(version, 1, array(PIN_7_1))), List.of(), List.of()));
  }
}
