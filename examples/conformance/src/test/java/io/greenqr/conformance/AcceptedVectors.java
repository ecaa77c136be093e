package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;
import static io.greenqr.conformance.SamplePass.changed;
import static io.greenqr.conformance.SamplePass.only;
import static io.greenqr.conformance.SamplePass.pass;
import static io.greenqr.conformance.SamplePass.withTail;

import java.util.ArrayList;
import java.util.List;

/** Passes that every verifier accepts. */
final class AcceptedVectors {
  private AcceptedVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    all.add(accepted("accepted-all-four", "All four kinds, signed with ESP256.", pass(CLAIMS)));
    all.add(
        accepted(
                "accepted-ed25519",
                "All four kinds, signed with Ed25519.",
                SamplePass.qr(SamplePass.edwards(CLAIMS)))
            .trusting(TestKeys.EDWARDS_FILE));
    all.add(
        accepted(
                "accepted-two-keys-trusted",
                "A second trusted key with another identifier changes nothing.",
                pass(CLAIMS))
            .trusting(TestKeys.MAIN_FILE, TestKeys.EDWARDS_FILE));
    all.add(
        accepted(
            "accepted-sms",
            "The same pass bytes as SMS text.",
            SamplePass.sms(SamplePass.envelope(CLAIMS))));
    all.add(
        accepted(
            "accepted-declaration",
            "A health declaration alone.",
            pass(only("a1 01 " + SamplePass.DECLARATION))));
    all.add(
        accepted(
            "accepted-vaccination",
            "A vaccination alone.",
            pass(only("a1 02 " + SamplePass.VACCINATION))));
    all.add(accepted("accepted-tests", "A test alone.", pass(only("a1 03 " + SamplePass.TESTS))));
    all.add(
        accepted(
                "accepted-tests-by-key-for-tests",
                "A test alone, by a key that may sign tests only.",
                pass(only("a1 03 " + SamplePass.TESTS)))
            .trusting(TestKeys.TESTS_FILE));
    all.add(
        accepted(
            "accepted-monitoring",
            "Monitoring alone.",
            pass(only("a1 04 " + SamplePass.MONITORING))));
    all.add(
        accepted(
            "accepted-birth-year",
            "Of the birth only the year is known.",
            pass(changed(SamplePass.BIRTH, "81 1907c6"))));
    all.add(
        accepted(
            "accepted-birth-month",
            "Of the birth only year and month are known.",
            pass(changed(SamplePass.BIRTH, "82 1907c6 04"))));
    all.add(
        accepted(
            "accepted-birth-before-1970",
            "A birth before 1970 is a negative number of days.",
            pass(changed(SamplePass.BIRTH, Wire.number(-43829)))));
    all.add(
        accepted(
            "accepted-unknown-product",
            "A product that no table has yet is valid, kept and reported.",
            pass(changed("85 03 01", "85 19ffff 01"))));
    all.add(
        accepted(
            "accepted-unknown-bits",
            "Symptoms and exposures that no table has yet are valid, kept and reported.",
            pass(changed("1a6147d284 00 02", "1a6147d284 1a80000000 1affffffff"))));
    all.add(
        accepted(
            "accepted-extension-not-critical",
            "An unknown extension with a key of 0 or more is kept and otherwise ignored.",
            pass(withTail(5, "f6 1858 a1 00 f5"))));
    all.add(
        accepted(
                "accepted-status-unchecked-allowed",
                "The caller allows a pass whose status nobody has looked up.",
                pass(withTail(4, "82 07 182a 1858")))
            .answering("UNDATED", "UNCHECKED")
            .allowingUncheckedStatus());
    all.add(
        accepted(
            "accepted-largest",
            "Exactly 1,024 pass bytes, by a long extension.",
            pass(SizedPass.of(1024))));
    times(all);
    return all;
  }

  private static void times(List<Vector> all) {
    all.add(
        accepted(
                "accepted-issued-at-end-of-skew",
                "The pass is issued exactly as much later than now as the skew allows.",
                pass(CLAIMS))
            .at("2021-09-20T00:55:00Z"));
    all.add(
        accepted(
                "accepted-last-second-of-skew",
                "The last second before the pass has expired with the skew.",
                pass(CLAIMS))
            .at("2021-10-20T01:04:59Z"));
    all.add(
        accepted(
                "accepted-in-window-of-key",
                "Now and the time of issue lie in the validity of the key.",
                pass(CLAIMS))
            .trusting(TestKeys.WINDOW_FILE));
  }

  private static Vector accepted(String name, String comment, String text) {
    return Vector.of(name, "ACCEPTED", comment, text);
  }
}
