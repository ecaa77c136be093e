package io.greenqr.conformance;

import static io.greenqr.conformance.BundleFormatVectors.refused;
import static io.greenqr.conformance.SampleTrust.CLOSES;
import static io.greenqr.conformance.SampleTrust.EXPIRES;
import static io.greenqr.conformance.SampleTrust.FRESHNESS_ROLE;
import static io.greenqr.conformance.SampleTrust.ISSUED;
import static io.greenqr.conformance.SampleTrust.KEY;
import static io.greenqr.conformance.SampleTrust.LISTED_KEY;
import static io.greenqr.conformance.SampleTrust.LIST_1_1;
import static io.greenqr.conformance.SampleTrust.LIST_ROLE;
import static io.greenqr.conformance.SampleTrust.NAME;
import static io.greenqr.conformance.SampleTrust.PIN_7_1;
import static io.greenqr.conformance.SampleTrust.PIN_8;
import static io.greenqr.conformance.SampleTrust.ROOT_1_PAYLOAD;
import static io.greenqr.conformance.SampleTrust.ROOT_ENDS;
import static io.greenqr.conformance.SampleTrust.ROOT_ROLE;
import static io.greenqr.conformance.SampleTrust.STATUS_7_1;
import static io.greenqr.conformance.SampleTrust.STATUS_8;
import static io.greenqr.conformance.SampleTrust.STATUS_EXPIRES;
import static io.greenqr.conformance.SampleTrust.STATUS_ROLE;
import static io.greenqr.conformance.SampleTrust.role;
import static io.greenqr.conformance.SampleTrust.signedList;
import static io.greenqr.conformance.SampleTrust.withLists;
import static io.greenqr.conformance.SchemeKeys.LIST_1;
import static io.greenqr.conformance.SchemeKeys.LIST_2;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.digest;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.string;
import static io.greenqr.conformance.Wire.text;
import static io.greenqr.conformance.Wire.time;

import java.util.ArrayList;
import java.util.List;

/** What step 1 of an update refuses: the payloads of roots and trust list. */
final class DocumentFormatVectors {
  private static final String LATER = time("2021-10-12T00:00:00Z");

  private DocumentFormatVectors() {}

  static List<UpdateVector> all() {
    List<UpdateVector> all = new ArrayList<>();
    roots(all);
    lists(all);
    pins(all);
    return all;
  }

  private static void roots(List<UpdateVector> all) {
    all.add(
        root(
            "environment-unknown",
            "ENVIRONMENT_UNKNOWN",
            "has the environment 3",
            "86 01 02",
            "86 01 03"));
    all.add(
        root("version-zero", "VERSION_RANGE", "has the version 0", "86 01 02 01", "86 01 02 00"));
    all.add(
        root(
            "version-too-large",
            "VERSION_RANGE",
            "has the version 2^53",
            "86 01 02 01",
            "86 01 02 1b0020000000000000"));
    all.add(
        root(
            "time-order",
            "TIME_ORDER",
            "ends in the second at which it is issued",
            ROOT_ENDS,
            ISSUED));
    all.add(
        root(
            "role-missing",
            "ROLE_MISSING",
            "has no freshness role",
            "a4 01 "
                + ROOT_ROLE
                + " 02 "
                + LIST_ROLE
                + " 03 "
                + STATUS_ROLE
                + " 04 "
                + FRESHNESS_ROLE,
            "a3 01 " + ROOT_ROLE + " 02 " + LIST_ROLE + " 03 " + STATUS_ROLE));
    all.add(
        root(
            "role-range",
            "ROLE_RANGE",
            "has a role 64",
            "a4 01 "
                + ROOT_ROLE
                + " 02 "
                + LIST_ROLE
                + " 03 "
                + STATUS_ROLE
                + " 04 "
                + FRESHNESS_ROLE,
            "a5 01 "
                + ROOT_ROLE
                + " 02 "
                + LIST_ROLE
                + " 03 "
                + STATUS_ROLE
                + " 04 "
                + FRESHNESS_ROLE
                + " 1840 "
                + FRESHNESS_ROLE));
    all.add(
        root(
            "threshold-zero",
            "THRESHOLD_RANGE",
            "has the threshold 0 for a role",
            LIST_ROLE,
            "82 00" + LIST_ROLE.substring(5)));
    all.add(
        root(
            "threshold-too-large",
            "THRESHOLD_RANGE",
            "has the threshold 3 for a role of two keys",
            LIST_ROLE,
            "82 03" + LIST_ROLE.substring(5)));
    String status = STATUS_ROLE.substring(9);
    all.add(
        root(
            "key-twice",
            "KEY_ORDER",
            "has one key twice in a role, as if it were two",
            STATUS_ROLE,
            "82 02 82 " + status + " " + status));
    String[] keys = role(2, LIST_1, LIST_2).substring(9).split(" ", -1);
    all.add(
        root(
            "key-order",
            "KEY_ORDER",
            "has keys of a role in another order",
            LIST_ROLE,
            "82 02 82 " + keys[1] + " " + keys[0]));
  }

  private static UpdateVector root(String name, String fault, String what, String from, String to) {
    String payload = edit(ROOT_1_PAYLOAD, from, to);
    return refused(
        "root-" + name,
        fault,
        "The root " + what,
        bundle(
            List.of(signed(TrustWire.ROOT, payload, SchemeKeys.ROOT_1, SchemeKeys.ROOT_2)),
            signedList(LIST_1_1),
            List.of(),
            List.of()));
  }

  private static void lists(List<UpdateVector> all) {
    all.add(
        list(
            "environment-unknown",
            "ENVIRONMENT_UNKNOWN",
            "has the environment 0",
            "8b 02 02",
            "8b 02 00"));
    all.add(
        list(
            "version-zero",
            "VERSION_RANGE",
            "has the version 0",
            "8b 02 02 01 01",
            "8b 02 02 01 00"));
    all.add(
        list(
            "expires-when-issued",
            "TIME_ORDER",
            "expires in the second at which it is issued",
            EXPIRES,
            ISSUED));
    all.add(list("expires-after-closing", "TIME_ORDER", "expires after it closes", EXPIRES, LATER));
    all.add(
        list(
            "status-expires-when-issued",
            "TIME_ORDER",
            "has status lists that end when it is issued",
            STATUS_EXPIRES,
            ISSUED));
    all.add(
        list(
            "status-expires-after-closing",
            "TIME_ORDER",
            "has status lists that end after it closes",
            STATUS_EXPIRES,
            LATER));
    all.add(
        list(
            "closes-range",
            "TIME_RANGE",
            "closes after the year 9999",
            CLOSES,
            "1b0000003afff44180"));
    all.add(
        list(
            "issuer-name",
            "ISSUER_NAME",
            "has an issuer whose name ends with a space",
            NAME,
            text("TEST ONLY ")));
    all.add(
        list(
            "issuer-without-keys",
            "COUNT_RANGE",
            "has an issuer without keys",
            "81 82 " + NAME + " 81 " + LISTED_KEY,
            "81 82 " + NAME + " 80"));
    all.add(
        list(
            "issuer-order",
            "ENTRY_ORDER",
            "has issuer b before issuer a",
            "81 82 " + NAME + " 81 " + LISTED_KEY,
            "82 82 "
                + text("b")
                + " 81 "
                + LISTED_KEY
                + " 82 "
                + text("a")
                + " 81 "
                + "82 "
                + edwards()
                + " 0f"));
    all.add(
        list(
            "key-order",
            "ENTRY_ORDER",
            "has keys of an issuer in another order",
            "81 " + LISTED_KEY,
            "82 " + LISTED_KEY + " 82 " + edwards() + " 0f"));
    all.add(
        list(
            "key-parameters",
            "COSE_KEY",
            "has a key of the curve P-384",
            KEY,
            "a401022002" + KEY.substring(10)));
    all.add(
        list(
            "claim-kinds-none",
            "BITS_RANGE",
            "has a key without claim kinds",
            KEY + " 0f",
            KEY + " 00"));
    all.add(
        list(
            "claim-kinds-unknown",
            "BITS_RANGE",
            "has a key with the claim kind of bit 4",
            KEY + " 0f",
            KEY + " 10"));
    all.add(
        list(
            "key-state-unknown",
            "KEY_STATE",
            "has a key in the state 3",
            LISTED_KEY,
            "85 " + KEY + " 0f f6 f6 82 03 " + ISSUED));
    all.add(
        list(
            "key-ends-with-null",
            "RECORD_NULL",
            "has a key with null in the place of its last field",
            LISTED_KEY,
            "83 " + KEY + " 0f f6"));
    all.add(
        list(
            "twelve-fields",
            "RECORD_TOO_LONG",
            "has a twelfth field",
            LIST_1_1,
            "8c" + LIST_1_1.substring(2) + " 00"));
  }

  private static String edwards() {
    return Wire.hex(TestKeys.EDWARDS.publicKey().encode());
  }

  private static void pins(List<UpdateVector> all) {
    String pins = array(PIN_7_1, PIN_8);
    all.add(
        list(
            "status-pin-order",
            "ENTRY_ORDER",
            "pins list 8 before list 7",
            pins,
            array(PIN_8, PIN_7_1)));
    all.add(
        list(
            "status-pin-twice",
            "ENTRY_ORDER",
            "pins list 7 twice, in two versions",
            pins,
            array(PIN_7_1, SampleTrust.PIN_7_2)));
    all.add(
        list(
            "status-pin-digest",
            "DIGEST_SIZE",
            "pins list 8 with a digest of 20 bytes",
            PIN_8,
            "83 08 01 " + string(new byte[20])));
    String pin = "84 01 6176 01 " + digest("a0");
    all.add(
        list(
            "document-pin-twice",
            "ENTRY_ORDER",
            "pins a document twice",
            pins + " 80",
            pins + " 82 " + pin + " " + pin));
    all.add(
        list(
            "document-pin-kind",
            "CODE_RANGE",
            "pins a document of the kind 0",
            pins + " 80",
            pins + " 81 84 00 6176 01 " + digest("a0")));
    all.add(
        list(
            "document-pin-name",
            "CODE_TEXT",
            "pins a document whose name has a space",
            pins + " 80",
            pins + " 81 84 01 " + text("a b") + " 01 " + digest("a0")));
  }

  private static UpdateVector list(String name, String fault, String what, String from, String to) {
    return refused(
        "list-" + name,
        fault,
        "The trust list " + what,
        withLists(edit(LIST_1_1, from, to), STATUS_7_1, STATUS_8));
  }
}
