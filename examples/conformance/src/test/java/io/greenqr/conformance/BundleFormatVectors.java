package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.COMPLETE;
import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.ROOT_1_SIGNED;
import static io.greenqr.conformance.SampleTrust.STATUS_7_1;
import static io.greenqr.conformance.SampleTrust.STATUS_8;
import static io.greenqr.conformance.SampleTrust.signedList;
import static io.greenqr.conformance.SchemeKeys.LIST_1;
import static io.greenqr.conformance.SchemeKeys.LIST_2;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.digest;
import static io.greenqr.conformance.Wire.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What step 1 of an update refuses: the bundle and its envelopes. */
final class BundleFormatVectors {
  private BundleFormatVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    bundles(all);
    envelopes(all);
    return all;
  }

  private static void bundles(List<UpdateVector> all) {
    all.add(refused("empty", "CBOR_TRUNCATED", "The bundle has no bytes", ""));
    all.add(
        refused(
            "mark",
            "BUNDLE_MARK",
            "The bundle begins with GQB2",
            edit(COMPLETE, "64 47514231", "64 47514232")));
    all.add(
        refused("trailing-byte", "CBOR_TRAILING", "A byte follows the bundle", COMPLETE + " 00"));
    all.add(
        refused(
            "truncated",
            "CBOR_TRUNCATED",
            "The bundle ends before its list of documents",
            COMPLETE.substring(0, COMPLETE.length() - 2)));
    all.add(
        refused(
            "five-fields",
            "RECORD_TOO_SHORT",
            "The bundle has no list of documents",
            "85" + COMPLETE.substring(2, COMPLETE.length() - 2)));
    all.add(
        refused(
            "seven-fields",
            "RECORD_TOO_LONG",
            "The bundle has a seventh field",
            "87" + COMPLETE.substring(2) + " 80"));
    all.add(
        refused(
            "no-root",
            "COUNT_RANGE",
            "The bundle has no root",
            bundle(List.of(), signedList(LIST_1_1), List.of(), List.of())));
    String pinned =
        LIST_1_1.substring(0, LIST_1_1.length() - 2)
            + "82 84 01 6161 01 "
            + digest("a0")
            + " 84 01 6162 01 "
            + digest("a0");
    all.add(
        refused(
            "documents-order",
            "ENTRY_ORDER",
            "Document b stands before document a",
            bundle(
                List.of(ROOT_1_SIGNED),
                signedList(pinned),
                List.of(),
                List.of(),
                "83 01 6162 41a0",
                "83 01 6161 41a0")));
  }

  private static void envelopes(List<UpdateVector> all) {
    String list = signedList(LIST_1_1);
    all.add(
        envelope(
            "tag", "COSE_TAG", "The trust list has the tag 18", edit(list, "d862 84", "d2 84")));
    all.add(
        envelope(
            "body-header",
            "COSE_HEADER",
            "The body has a protected header of an empty map",
            edit(list, "d862 84 40", "d862 84 41a0")));
    all.add(
        envelope(
            "body-unprotected",
            "COSE_UNPROTECTED",
            "The unprotected header of the body is not empty",
            edit(list, "d862 84 40 a0", "d862 84 40 a1 04 41 00")));
    String header = "a2 01 28 04 44 " + LIST_1.publicKey().keyId();
    all.add(
        envelope(
            "signer-unprotected",
            "COSE_UNPROTECTED",
            "The unprotected header of a signature is not empty",
            edit(list, header + " a0", header + " a1 04 41 00")));
    all.add(
        envelope(
            "signer-kid-missing",
            "COSE_HEADER",
            "A signature names no kid",
            edit(list, "49 " + header, "43 a1 01 28")));
    List<String> signatures = TrustWire.signatures(TrustWire.LIST, LIST_1_1, LIST_1, LIST_2);
    List<String> reversed = new ArrayList<>(signatures);
    Collections.reverse(reversed);
    all.add(
        envelope(
            "signer-order",
            "SIGNER_ORDER",
            "The signature with the greater kid stands first",
            TrustWire.envelope(LIST_1_1, reversed)));
    all.add(
        envelope(
            "signer-twice",
            "SIGNER_ORDER",
            "A signature stands there twice",
            TrustWire.envelope(
                LIST_1_1, List.of(signatures.get(0), signatures.get(0), signatures.get(1)))));
    all.add(
        envelope(
            "no-signature",
            "COUNT_RANGE",
            "The trust list has no signature",
            TrustWire.envelope(LIST_1_1, List.of())));
    all.add(
        envelope(
            "signature-zero",
            "COSE_SIGNATURE_RANGE",
            "r and s of a signature are zero",
            TrustWire.envelope(LIST_1_1, List.of(TrustWire.signature(LIST_1, new byte[64])))));
    all.add(
        envelope(
            "kind",
            "DOCUMENT_KIND",
            "A root stands in the place of the trust list",
            ROOT_1_SIGNED));
    all.add(
        envelope(
            "kind-unknown",
            "DOCUMENT_KIND",
            "The payload names the kind 6",
            signedList(edit(LIST_1_1, "8b 02 02", "8b 06 02"))));
  }

  private static UpdateVector envelope(String name, String fault, String what, String list) {
    return refused(
        "envelope-" + name,
        fault,
        what,
        bundle(List.of(ROOT_1_SIGNED), list, List.of(STATUS_7_1, STATUS_8), List.of()));
  }

  static UpdateVector refused(String name, String fault, String what, String bundle) {
    return UpdateVector.bundle(
        "format-" + name, "DOCUMENT_FORMAT " + fault, what + "; step 1 refuses it.", bundle);
  }
}
