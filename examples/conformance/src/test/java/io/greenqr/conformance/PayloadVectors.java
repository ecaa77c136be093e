package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;
import static io.greenqr.conformance.SamplePass.changed;
import static io.greenqr.conformance.SamplePass.claims;
import static io.greenqr.conformance.SamplePass.withTail;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.text;

import java.util.ArrayList;
import java.util.List;

/** What step 12 rejects by the sections 6, 8 and 8.1: claims, records and subject. */
final class PayloadVectors {
  private PayloadVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    claimsSet(all);
    records(all);
    subject(all);
    all.addAll(StatementVectors.all());
    return all;
  }

  private static void claimsSet(List<Vector> all) {
    all.add(
        payload(
            "claim-exp-missing",
            "CLAIM_MISSING",
            "exp is missing",
            edit(CLAIMS, "a3 04 " + SamplePass.EXP, "a2")));
    all.add(
        payload(
            "claim-pass-missing",
            "CLAIM_MISSING",
            "The content is missing",
            "a2 04 " + SamplePass.EXP + " 06 " + SamplePass.IAT));
    all.add(
        payload(
            "claim-unknown",
            "CLAIM_UNKNOWN",
            "A claim 1 (iss) stands besides",
            edit(CLAIMS, "a3 04", "a4 01 61 61 04")));
    all.add(
        payload(
            "claim-cnf",
            "CLAIM_RESERVED",
            "The reserved claim 8 (cnf) stands besides",
            edit(
                edit(CLAIMS, "a3 04", "a4 04"),
                SamplePass.PASS_KEY,
                "08 a0 " + SamplePass.PASS_KEY)));
    all.add(
        payload(
            "time-range",
            "TIME_RANGE",
            "exp is one second after the year 9999",
            changed(SamplePass.EXP, "1b0000003afff44180")));
    all.add(
        payload("time-negative", "CBOR_TYPE", "iat is negative", changed(SamplePass.IAT, "20")));
    all.add(
        payload(
            "time-order",
            "TIME_ORDER",
            "exp is equal to iat",
            changed(SamplePass.EXP, "1a6147dd10")));
  }

  private static void records(List<Vector> all) {
    all.add(
        payload(
            "pass-without-statements",
            "RECORD_TOO_SHORT",
            "The pass record ends behind the subject",
            claims("81 " + SamplePass.SUBJECT)));
    all.add(
        payload(
            "pass-sixth-field",
            "RECORD_TOO_LONG",
            "The pass record has a sixth field",
            withTail(6, "f6 1858 a1 00 f5 00")));
    all.add(
        payload(
            "pass-ends-with-null",
            "RECORD_NULL",
            "The pass record ends with null",
            withTail(3, "f6")));
    all.add(
        payload(
            "subject-ends-with-null",
            "CBOR_TYPE",
            "The one optional field of the subject is null",
            changed(SamplePass.PERSON, "f6")));
    all.add(
        payload(
            "dose-short",
            "RECORD_TOO_SHORT",
            "A dose has no day",
            changed(SamplePass.DOSE_2, "83 03 02 02")));
    all.add(
        payload(
            "dose-long",
            "RECORD_TOO_LONG",
            "A dose has a sixth field",
            changed(SamplePass.DOSE_1, SamplePass.DOSE_1.replaceFirst("85", "86") + " 00")));
    all.add(
        payload(
            "monitoring-ends-with-null",
            "RECORD_NULL",
            "The monitoring record ends with null",
            changed(SamplePass.MONITORING, "83 04 1949c6 f6")));
    all.add(
        payload(
            "reading-ends-with-null",
            "RECORD_NULL",
            "The reading ends with null",
            changed("184a 00", "184a f6")));
    all.add(
        payload(
            "required-field-null",
            "CBOR_TYPE",
            "The birth, which is required, is null",
            changed(SamplePass.BIRTH, "f6")));
  }

  private static void subject(List<Vector> all) {
    all.add(name("empty", "NAME_LENGTH", "The name is empty", ""));
    all.add(name("65-bytes", "NAME_LENGTH", "The name has 65 bytes", "A".repeat(65)));
    all.add(name("digit", "NAME_CHARACTER", "The name has a digit", "An 2"));
    all.add(name("two-spaces", "NAME_CHARACTER", "Two spaces stand between words", "Le  An"));
    all.add(name("space-at-end", "NAME_CHARACTER", "The name ends with a space", "Le An "));
    all.add(
        name(
            "right-to-left-override",
            "NAME_CHARACTER",
            "U+202E turns what follows on a screen",
            "An\u202eeL"));
    all.add(name("zero-width-joiner", "NAME_CHARACTER", "U+200D shows nothing", "An\u200dLe"));
    all.add(
        name(
            "variation-selector",
            "NAME_CHARACTER",
            "U+FE0F is a mark that shows nothing",
            "An\ufe0f"));
    all.add(
        name(
            "hangul-filler",
            "NAME_CHARACTER",
            "U+3164 is a letter that shows nothing",
            "An \u3164"));
    all.add(name("not-nfc", "CBOR_NOT_NFC", "The name is in Normalization Form D", "Le\u0302"));
    all.add(
        payload(
            "birth-year-range",
            "BIRTH_RANGE",
            "The birth year is 1849",
            changed(SamplePass.BIRTH, "81 190739")));
    all.add(
        payload(
            "birth-month-range",
            "BIRTH_RANGE",
            "The birth month is 13",
            changed(SamplePass.BIRTH, "82 1907c6 0d")));
    all.add(
        payload(
            "birth-day-range",
            "BIRTH_RANGE",
            "The birth is one day before 1850",
            changed(SamplePass.BIRTH, Wire.number(-43830))));
    all.add(
        payload(
            "person-7-bytes",
            "PERSON_SIZE",
            "The person identifier has 7 bytes",
            changed(SamplePass.PERSON, "47 3f9c21d7a04be8")));
  }

  private static Vector name(String name, String fault, String what, String value) {
    return payload("name-" + name, fault, what, changed(SamplePass.NAME, text(value)));
  }

  static Vector payload(String name, String fault, String what, String payload) {
    return Vector.of(
        "payload-" + name,
        "PAYLOAD " + fault,
        what + ", rightly signed; step 12 stops it.",
        SamplePass.pass(payload));
  }
}
