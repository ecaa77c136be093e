package io.greenqr.conformance;

import static io.greenqr.conformance.SchemeKeys.FRESHNESS_1;
import static io.greenqr.conformance.SchemeKeys.LIST_1;
import static io.greenqr.conformance.SchemeKeys.LIST_2;
import static io.greenqr.conformance.SchemeKeys.POLICY_1;
import static io.greenqr.conformance.SchemeKeys.POLICY_2;
import static io.greenqr.conformance.SchemeKeys.ROOT_1;
import static io.greenqr.conformance.SchemeKeys.ROOT_2;
import static io.greenqr.conformance.SchemeKeys.ROOT_3;
import static io.greenqr.conformance.SchemeKeys.ROOT_4;
import static io.greenqr.conformance.SchemeKeys.ROOT_5;
import static io.greenqr.conformance.SchemeKeys.STATUS_1;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.digest;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.TrustWire.stored;
import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.hex;
import static io.greenqr.conformance.Wire.number;
import static io.greenqr.conformance.Wire.text;
import static io.greenqr.conformance.Wire.time;

import io.greenqr.issue.key.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scheme that the vectors of updates deviate from, in pieces of hexadecimal digits. */
final class SampleTrust {
  static final String TEST = "02";
  static final String PRODUCTION = "01";
  static final String ISSUED = time("2021-09-20T00:00:00Z");
  static final String EXPIRES = time("2021-09-27T00:00:00Z");
  static final String STATUS_EXPIRES = time("2021-09-26T00:00:00Z");
  static final String CLOSES = time("2021-10-11T00:00:00Z");
  static final String ROOT_ENDS = time("2022-09-20T00:00:00Z");

  static final String ROOT_ROLE = role(2, ROOT_1, ROOT_2, ROOT_3);
  static final String LIST_ROLE = role(2, LIST_1, LIST_2);
  static final String STATUS_ROLE = role(1, STATUS_1);
  static final String FRESHNESS_ROLE = role(1, FRESHNESS_1);

  /** Root 1, and what roots 2 and 3 make of it: one key stays, two are new. */
  static final String ROOT_1_PAYLOAD = root(1, ROOT_ROLE);

  static final String NEXT_ROOT_ROLE = role(2, ROOT_3, ROOT_4, ROOT_5);
  static final String ROOT_2_PAYLOAD = root(2, NEXT_ROOT_ROLE);
  static final String ROOT_3_PAYLOAD = root(3, NEXT_ROOT_ROLE);
  static final String ROOT_1_SIGNED = signed(TrustWire.ROOT, ROOT_1_PAYLOAD, ROOT_1, ROOT_2);
  static final String ROOT_2_SIGNED =
      signed(TrustWire.ROOT, ROOT_2_PAYLOAD, ROOT_1, ROOT_3, ROOT_4);
  static final String ROOT_3_SIGNED = signed(TrustWire.ROOT, ROOT_3_PAYLOAD, ROOT_3, ROOT_5);

  /** Root 1 of another scheme, which has the policy role as well. */
  static final String ROOT_POLICY_SIGNED =
      signed(
          TrustWire.ROOT,
          edit(ROOT_1_PAYLOAD, " a4 01 ", " a5 01 ") + " 05 " + role(2, POLICY_1, POLICY_2),
          ROOT_1,
          ROOT_2);

  static final String NAME = text("TEST ONLY scheme");
  static final String KEY = hex(TestKeys.MAIN.publicKey().encode());
  static final String LISTED_KEY = "82 " + KEY + " 0f";
  static final String ISSUERS = "81 82 " + NAME + " 81 " + LISTED_KEY;

  /** Entries 0 to 3 of list 7 are valid, revoked, suspended and restricted; it has 16. */
  static final String ENTRIES_7_1 = "e4000000";

  /** Entry 0 was revoked. */
  static final String ENTRIES_7_2 = "e5000000";

  /** And entry 15 suspended. */
  static final String ENTRIES_7_3 = "e5000080";

  static final String ENTRIES_8 = "00";
  static final String PIN_7_1 = pin(7, 1, ENTRIES_7_1);
  static final String PIN_7_2 = pin(7, 2, ENTRIES_7_2);
  static final String PIN_7_3 = pin(7, 3, ENTRIES_7_3);
  static final String PIN_8 = pin(8, 1, ENTRIES_8);
  static final String STATUS_7_1 = status(7, 1, ENTRIES_7_1);
  static final String STATUS_7_2 = status(7, 2, ENTRIES_7_2);
  static final String STATUS_8 = status(8, 1, ENTRIES_8);
  static final String DELTA_7_1_2 = delta("84 07 01 02 81 01");
  static final String DELTA_7_2_3 = delta("84 07 02 03 81 183e");

  /** List 1.1, and what list 1.2 makes of it. */
  static final String LIST_1_1 = list(1, 1, array(PIN_7_1, PIN_8));

  static final String LIST_1_2 = list(1, 2, array(PIN_7_2, PIN_8));
  static final String LIST_1_3 = list(1, 3, array(PIN_7_3, PIN_8));
  static final String COMPLETE = withLists(LIST_1_1, STATUS_7_1, STATUS_8);

  static final String CARD_1_1 =
      card(1, 1, LIST_1_1, "2021-09-26T12:00:00Z", "2021-09-27T12:00:00Z");
  static final String CARD_1_2 =
      card(1, 2, LIST_1_2, "2021-09-24T00:00:00Z", "2021-09-25T00:00:00Z");

  /** The neutral point of Ed25519, under which anyone can sign, and a root with it for a role. */
  static final String LOW_ORDER_KEY = "a3 01 01 20 06 21 5820 01" + "00".repeat(31);

  static final String LOW_ORDER_ROOT_SIGNED =
      signed(
          TrustWire.ROOT,
          edit(ROOT_1_PAYLOAD, STATUS_ROLE, "82 01 81 " + LOW_ORDER_KEY),
          ROOT_1,
          ROOT_2);

  private SampleTrust() {}

  /** The files that several vectors use, by their paths below the folder of the vectors. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, String> documents = new TreeMap<>();
    documents.put("root-1.gqd", ROOT_1_SIGNED);
    documents.put("root-2.gqd", ROOT_2_SIGNED);
    String shortRoot = edit(ROOT_1_PAYLOAD, ROOT_ENDS, time("2021-10-01T00:00:00Z"));
    String shortSigned = signed(TrustWire.ROOT, shortRoot, ROOT_1, ROOT_2);
    documents.put("root-short.gqd", shortSigned);
    documents.put("root-low-order.gqd", LOW_ORDER_ROOT_SIGNED);
    documents.put("root-policy.gqd", ROOT_POLICY_SIGNED);
    documents.put("document.gqb", withLists(ListVectors.withDocument(1, 2, "a0")));
    documents.put(
        "short.gqb", bundle(List.of(shortSigned), signedList(LIST_1_1), List.of(), List.of()));
    documents.put("complete.gqb", COMPLETE);
    documents.put("partial.gqb", withLists(LIST_1_1, STATUS_7_1));
    documents.put("next-complete.gqb", withLists(LIST_1_2, STATUS_7_2, STATUS_8));
    documents.put("next-without-status.gqb", withLists(LIST_1_2));
    documents.put("ninth.gqb", withLists(list(1, 9, array(PIN_7_1, PIN_8)), STATUS_7_1, STATUS_8));
    documents.put(
        "rotated.gqb",
        bundle(
            List.of(ROOT_1_SIGNED, ROOT_2_SIGNED),
            signedList(list(2, 1, array(PIN_7_1, PIN_8))),
            List.of(STATUS_7_1, STATUS_8),
            List.of()));
    documents.put("retired.gqb", withLists(withState("01")));
    documents.put("revoked.gqb", withLists(withState("02")));
    documents.forEach((name, content) -> files.put("trust/" + name, bytes(content)));
    Map<String, String> cards = new TreeMap<>();
    cards.put("card", CARD_1_1);
    cards.put("card-newer", CARD_1_2);
    cards.put("card-newest", card(1, 3, LIST_1_3, "2021-09-24T00:00:00Z", "2021-09-25T00:00:00Z"));
    cards.put(
        "card-of-root-3", card(3, 1, LIST_1_3, "2021-09-24T00:00:00Z", "2021-09-25T00:00:00Z"));
    cards.put("card-late", card(1, 1, LIST_1_1, "2021-10-10T12:00:00Z", "2021-10-11T12:00:00Z"));
    cards.forEach(
        (name, payload) ->
            files.put(
                "trust/" + name + ".gqf",
                VectorFiles.utf8(TrustWire.cardText(signedCard(payload)))));
    return files;
  }

  /** List 1.1 with its key retired or revoked since the second at which the sample was issued. */
  private static String withState(String state) {
    return edit(
        list(1, 1, "80"), LISTED_KEY, "85 " + KEY + " 0f f6 f6 82 " + state + " " + SamplePass.IAT);
  }

  static String role(int threshold, SigningKey... keys) {
    return "82 "
        + number(threshold)
        + " "
        + array(Stream.of(keys).map(key -> hex(key.publicKey().encode())).sorted().toList());
  }

  static String root(long version, String rootRole) {
    return "86 01 "
        + TEST
        + " "
        + number(version)
        + " "
        + ISSUED
        + " "
        + ROOT_ENDS
        + " a4 01 "
        + rootRole
        + " 02 "
        + LIST_ROLE
        + " 03 "
        + STATUS_ROLE
        + " 04 "
        + FRESHNESS_ROLE;
  }

  static String list(long root, long version, String statusPins) {
    return "8b 02 "
        + TEST
        + " "
        + number(root)
        + " "
        + number(version)
        + " "
        + String.join(" ", ISSUED, EXPIRES, STATUS_EXPIRES, CLOSES, ISSUERS, statusPins, "80");
  }

  static String signedList(String payload) {
    return signed(TrustWire.LIST, payload, LIST_1, LIST_2);
  }

  static String pin(int list, long version, String entries) {
    return "83 " + number(list) + " " + number(version) + " " + digest(entries);
  }

  static String statusPayload(int list, long version, String entries) {
    return String.join(" ", "86 03", TEST, number(list), number(version), ISSUED, stored(entries));
  }

  static String signedStatus(String payload) {
    return signed(TrustWire.STATUS, payload, STATUS_1);
  }

  static String status(int list, long version, String entries) {
    return signedStatus(statusPayload(list, version, entries));
  }

  static String deltaPayload(String... changes) {
    return String.join(" ", "84 04", TEST, ISSUED, array(changes));
  }

  static String signedDelta(String payload) {
    return signed(TrustWire.DELTA, payload, STATUS_1);
  }

  static String delta(String... changes) {
    return signedDelta(deltaPayload(changes));
  }

  static String card(long root, long version, String list, String issued, String expires) {
    return String.join(
        " ",
        "87 05",
        TEST,
        number(root),
        number(version),
        digest(list),
        time(issued),
        time(expires));
  }

  static String signedCard(String payload) {
    return signed(TrustWire.CARD, payload, FRESHNESS_1);
  }

  /** A bundle under root 1 with this trust list and these status lists. */
  static String withLists(String list, String... statusLists) {
    return bundle(List.of(ROOT_1_SIGNED), signedList(list), List.of(statusLists), List.of());
  }

  /** A bundle under root 1 with this trust list and these deltas. */
  static String withDeltas(String list, String... deltas) {
    return bundle(List.of(ROOT_1_SIGNED), signedList(list), List.of(), List.of(deltas));
  }
}
