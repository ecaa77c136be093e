package io.greenqr.conformance;

import static io.greenqr.conformance.PayloadVectors.payload;
import static io.greenqr.conformance.SamplePass.changed;
import static io.greenqr.conformance.SamplePass.claims;
import static io.greenqr.conformance.SamplePass.only;
import static io.greenqr.conformance.SamplePass.withTail;
import static io.greenqr.conformance.Wire.text;

import java.util.ArrayList;
import java.util.List;

/** What step 12 rejects by the sections 8.2 to 8.9: statements and the fields behind them. */
final class StatementVectors {
  private StatementVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    statements(all);
    tail(all);
    return all;
  }

  private static void statements(List<Vector> all) {
    all.add(
        payload("statements-empty", "STATEMENTS_EMPTY", "The pass has no statement", only("a0")));
    all.add(
        payload(
            "statement-unknown",
            "STATEMENT_UNKNOWN",
            "A statement has the kind 5",
            only("a1 05 " + SamplePass.TESTS)));
    all.add(
        payload(
            "symptoms-range",
            "BITS_RANGE",
            "The symptoms have bit 32",
            changed("1a6147d284 00", "1a6147d284 1b0000000100000000")));
    all.add(
        payload(
            "area-character",
            "CODE_TEXT",
            "The area has a space",
            changed("66 37392d373630", text("79 760"))));
    all.add(
        payload(
            "area-21-characters",
            "CODE_TEXT",
            "The area has 21 characters",
            changed("66 37392d373630", text("7".repeat(21)))));
    all.add(
        payload(
            "lot-empty",
            "CODE_TEXT",
            "The lot is empty",
            changed("6a 47512d544553542d3031", "60")));
    all.add(payload("product-zero", "CODE_RANGE", "The product is 0", changed("85 03", "85 00")));
    all.add(
        payload(
            "product-range",
            "CODE_RANGE",
            "The product is 65536",
            changed("85 03", "85 1a00010000")));
    all.add(
        payload(
            "dose-number-zero",
            "DOSE_RANGE",
            "The number of the dose is 0",
            changed("85 03 01", "85 03 00")));
    all.add(
        payload(
            "dose-day-range",
            "DAY_RANGE",
            "The day is one after 2199",
            changed("194970", Wire.number(84006))));
    all.add(
        payload(
            "doses-none",
            "COUNT_RANGE",
            "The vaccination has no dose",
            changed(SamplePass.VACCINATION, "80")));
    all.add(
        payload(
            "doses-nine",
            "COUNT_RANGE",
            "The vaccination has nine doses",
            changed(SamplePass.VACCINATION, "89" + (" " + SamplePass.DOSE_2).repeat(9))));
    all.add(
        payload(
            "tests-five",
            "COUNT_RANGE",
            "There are five tests",
            changed(SamplePass.TESTS, "85" + (" " + SamplePass.TEST).repeat(5))));
    all.add(
        payload(
            "until-before-since",
            "DAY_RANGE",
            "until is a day before since",
            changed("1949c6 f6", "1949c6 1949c5")));
    all.add(
        payload(
            "temperature-range",
            "READING_RANGE",
            "The temperature is 45.1 degrees",
            changed("190170", "1901c3")));
    all.add(
        payload(
            "spo2-range", "READING_RANGE", "SpO2 is 101 percent", changed("1862 10", "1865 10")));
  }

  private static void tail(List<Vector> all) {
    all.add(
        payload(
            "status-list-range",
            "STATUS_RANGE",
            "The status list is 65536",
            withTail(3, "82 1a00010000 00")));
    all.add(
        payload(
            "status-index-range",
            "STATUS_RANGE",
            "The status index is 131072",
            withTail(3, "82 00 1a00020000")));
    all.add(
        payload(
            "assurance-zero",
            "ASSURANCE_VALUE",
            "The assurance 0 is spelled out",
            withTail(4, "f6 00")));
    all.add(
        payload(
            "assurance-level-3",
            "ASSURANCE_VALUE",
            "The declaration has the level 3",
            withTail(4, "f6 03")));
    all.add(
        payload(
            "assurance-range",
            "ASSURANCE_VALUE",
            "The assurance is 256",
            withTail(4, "f6 190100")));
    all.add(
        payload(
            "assurance-kind-absent",
            "ASSURANCE_VALUE",
            "The assurance has a level for a vaccination that the pass lacks",
            claims("84 " + SamplePass.SUBJECT + " a1 03 " + SamplePass.TESTS + " f6 04")));
    all.add(
        payload(
            "extensions-empty",
            "EXTENSION_RANGE",
            "The map of extensions is empty",
            withTail(5, "f6 1858 a0")));
    all.add(
        payload(
            "extension-key-range",
            "EXTENSION_RANGE",
            "An extension has the key 2^31",
            withTail(5, "f6 1858 a1 1a80000000 00")));
    StringBuilder many = new StringBuilder("f6 1858 b1");
    for (int key = 0; key < 17; key++) {
      many.append(' ').append(Wire.number(key)).append(" f5");
    }
    all.add(
        payload(
            "extensions-seventeen",
            "EXTENSION_RANGE",
            "There are 17 extensions",
            withTail(5, many.toString())));
  }
}
