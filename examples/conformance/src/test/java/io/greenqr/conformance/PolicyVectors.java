package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePolicy.CONDITION;
import static io.greenqr.conformance.SamplePolicy.CONTENT;
import static io.greenqr.conformance.SamplePolicy.HEAD;
import static io.greenqr.conformance.SamplePolicy.NAME;
import static io.greenqr.conformance.SamplePolicy.PAYLOAD;
import static io.greenqr.conformance.SamplePolicy.bundled;
import static io.greenqr.conformance.SamplePolicy.signedPolicy;
import static io.greenqr.conformance.SamplePolicy.words;
import static io.greenqr.conformance.SampleTrust.ISSUED;
import static io.greenqr.conformance.SchemeKeys.LIST_1;
import static io.greenqr.conformance.SchemeKeys.LIST_2;
import static io.greenqr.conformance.SchemeKeys.POLICY_1;
import static io.greenqr.conformance.SchemeKeys.POLICY_2;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.edit;
import static io.greenqr.conformance.Wire.text;
import static io.greenqr.conformance.Wire.time;

import java.util.ArrayList;
import java.util.List;

/** Policies that sections 2 and 3 of docs/spec/policy.md take, and those that they refuse. */
final class PolicyVectors {
  private static final String FOREIGN = edit(PAYLOAD, HEAD, HEAD.replaceAll("01$", "02"));

  private PolicyVectors() {}

  static List<PolicyVector> all() {
    List<PolicyVector> all = new ArrayList<>();
    taken(all);
    pinsAndSignatures(all);
    fields(all);
    content(all);
    rules(all);
    conditions(all);
    return all;
  }

  private static void taken(List<PolicyVector> all) {
    String good = signedPolicy(PAYLOAD);
    all.add(
        PolicyVector.of("verified", "VERIFIED", "The policy is as it should be.", bundled(good)));
    all.add(
        verified(
            "condition-spelling",
            "A condition has escapes and numbers, each as a writer without blanks spells it.",
            edit(
                PAYLOAD,
                CONDITION,
                text(
                    "[\"\\u001F\\n\\\"\\\\/\u00e9\u007f\",1.5,1E-7,1.5E+20,"
                        + "-9223372036854775808,9223372036854775808,{\"b\":{},\"a\":[]}]"))));
    all.add(
        verified(
            "no-places-roles-lifts",
            "The policy is for all places and for everybody, and lifts nothing.",
            edit(
                edit(
                    edit(
                        edit(PAYLOAD, SamplePolicy.LIFTS, "a0"),
                        SamplePolicy.PLACES + " 85",
                        "80 85"),
                    SamplePolicy.ROLES,
                    "80"),
                SamplePolicy.DOSES_ROLES + " " + SamplePolicy.WHEN,
                "80 " + SamplePolicy.WHEN)));
    all.add(
        PolicyVector.of(
            "other-language",
            "OTHER_LANGUAGE",
            "The policy has language 2 and a content that language 1 does not know; the fields before it are read.",
            bundled(signedPolicy(edit(FOREIGN, CONTENT, "83 f6 a1 20 4101 6161")))));
  }

  private static PolicyVector verified(String name, String comment, String payload) {
    return PolicyVector.of("verified-" + name, "VERIFIED", comment, bundled(signedPolicy(payload)));
  }

  private static void pinsAndSignatures(List<PolicyVector> all) {
    String good = signedPolicy(PAYLOAD);
    all.add(
        refused(
                "role-missing",
                "POLICY_ROLE",
                "The root gives nobody the policy role",
                bundle(
                    List.of(SampleTrust.ROOT_1_SIGNED),
                    SamplePolicy.listed(NAME, 1, good),
                    List.of(),
                    List.of(),
                    SamplePolicy.brought(NAME, good)))
            .under("trust/root-1.gqd"));
    all.add(
        refused(
            "absent",
            "POLICY_ABSENT",
            "The list pins a policy that no bundle brought",
            bundle(
                List.of(SampleTrust.ROOT_POLICY_SIGNED),
                SamplePolicy.listed(NAME, 1, good),
                List.of(),
                List.of())));
    all.add(
        signatures(
            "one-of-two",
            "One of the two signatures that the role asks for is missing",
            signed(TrustWire.POLICY, PAYLOAD, POLICY_1)));
    all.add(
        signatures(
            "of-list-role",
            "The keys of the list role signed the policy",
            signed(TrustWire.POLICY, PAYLOAD, LIST_1, LIST_2)));
    all.add(
        signatures(
            "other-context",
            "The signatures were made for a trust list",
            signed(TrustWire.LIST, PAYLOAD, POLICY_1, POLICY_2)));
    all.add(
        signatures(
            "before-payload",
            "Nobody of the role signed a payload that is no policy, which must not be read",
            signed(TrustWire.POLICY, "82 06 ff", LIST_1, LIST_2)));
    all.add(
        refused(
            "environment",
            "POLICY_ENVIRONMENT",
            "A policy of production is pinned by a list of tests",
            bundled(signedPolicy(edit(PAYLOAD, HEAD, HEAD.replaceAll("^06 02", "06 01"))))));
    all.add(
        refused(
            "pin-name",
            "POLICY_PIN",
            "The list pins the policy under another name",
            bundled(text("vn-school"), 1, good)));
    all.add(
        refused(
            "pin-version",
            "POLICY_PIN",
            "The list pins version 2, and the document says version 1",
            bundled(NAME, 2, good)));
    all.add(
        refused(
            "kind",
            "POLICY_FORMAT DOCUMENT_KIND",
            "The document is a trust list with the signatures of the policy role",
            bundled(signed(TrustWire.LIST, SampleTrust.LIST_1_1, POLICY_1, POLICY_2))));
  }

  private static PolicyVector signatures(String name, String what, String document) {
    return refused("signatures-" + name, "POLICY_SIGNATURES", what, bundled(document));
  }

  private static void fields(List<PolicyVector> all) {
    String last = HEAD + " " + ISSUED;
    all.add(
        format(
            "thirteen-fields",
            "RECORD_TOO_LONG",
            "has a thirteenth field",
            PAYLOAD,
            "8d" + PAYLOAD.substring(2) + " 00"));
    all.add(
        format(
            "version-zero",
            "VERSION_RANGE",
            "has the version 0",
            last,
            last.replace(NAME + " 01 01", NAME + " 00 01")));
    all.add(
        format(
            "language-zero",
            "CODE_RANGE",
            "has the language 0",
            last,
            last.replace(NAME + " 01 01", NAME + " 01 00")));
    all.add(
        format(
            "until-before-from",
            "TIME_ORDER",
            "ends before it takes force",
            SamplePolicy.UNTIL,
            time("2021-09-21T16:59:59Z")));
    all.add(
        format(
            "until-at-issue",
            "TIME_ORDER",
            "was in force before it was issued, and has ended in that second",
            SamplePolicy.FROM + " " + SamplePolicy.UNTIL,
            time("2021-09-19T00:00:00Z") + " " + ISSUED));
    all.add(
        format(
            "offset-range",
            "UTC_OFFSET",
            "is 14 hours and a minute ahead of UTC",
            SamplePolicy.OFFSET,
            "190349"));
    all.add(
        format(
            "offset-range-west",
            "UTC_OFFSET",
            "is 12 hours and a minute behind UTC",
            SamplePolicy.OFFSET,
            "3902d0"));
    all.add(
        format(
            "jurisdiction",
            "CODE_TEXT",
            "has a jurisdiction with a blank",
            SamplePolicy.OFFSET + " " + SamplePolicy.JURISDICTION,
            SamplePolicy.OFFSET + " " + text("VN SG")));
    all.add(
        format(
            "place-order",
            "ENTRY_ORDER",
            "names its places in another order",
            SamplePolicy.PLACES,
            array(text("shop"), text("market"))));
    all.add(
        format(
            "place-twice",
            "ENTRY_ORDER",
            "names a place twice",
            SamplePolicy.PLACES,
            array(text("shop"), text("shop"))));
    all.add(
        refused(
            "other-language-float",
            "POLICY_FORMAT CBOR_FLOAT",
            "The policy has language 2 and a content that is no deterministic CBOR",
            bundled(signedPolicy(edit(FOREIGN, CONTENT, "f93c00")))));
  }

  private static void content(List<PolicyVector> all) {
    all.add(
        format(
            "words-control",
            "POLICY_WORDS",
            "has words with a line break",
            SamplePolicy.TITLE,
            words("Chợ", "Markets\nand shops")));
    all.add(
        format(
            "words-bidirectional",
            "POLICY_WORDS",
            "has words that turn the direction of the text",
            SamplePolicy.TITLE,
            words("Chợ", "Markets \u202eshops")));
    all.add(
        format(
            "words-empty",
            "POLICY_WORDS",
            "has no English words",
            SamplePolicy.TITLE,
            words("Chợ", "")));
    all.add(
        format(
            "words-too-long",
            "POLICY_WORDS",
            "has words of 501 bytes",
            SamplePolicy.TITLE,
            words("Chợ", "a".repeat(501))));
    all.add(
        format(
            "role-order",
            "ENTRY_ORDER",
            "names its roles in another order",
            SamplePolicy.ROLES,
            array(text("visitor"), text("staff"))));
    all.add(
        format(
            "assurance-level-3",
            "ASSURANCE_VALUE",
            "asks for the level 3",
            SamplePolicy.ROLES + " 04",
            SamplePolicy.ROLES + " 0c"));
    all.add(
        format(
            "lift-guard-6",
            "CODE_RANGE",
            "lifts guard 6",
            SamplePolicy.LIFTS,
            "a1 06 " + SamplePolicy.LIFT));
    all.add(
        format(
            "lift-null",
            "POLICY_CONDITION",
            "lifts a guard by null",
            SamplePolicy.LIFTS,
            "a1 05 " + text("null")));
  }

  private static void rules(List<PolicyVector> all) {
    String both = array(SamplePolicy.DOSES, SamplePolicy.STATUS);
    all.add(format("rules-none", "COUNT_RANGE", "has no rule", both, "80"));
    all.add(
        format(
            "rule-name-twice",
            "POLICY_RULE",
            "has two rules of one name",
            "87 " + SamplePolicy.STATUS_NAME,
            "87 " + SamplePolicy.DOSES_NAME));
    all.add(
        format(
            "rule-role",
            "POLICY_RULE",
            "has a rule for a role that the policy does not ask for",
            SamplePolicy.DOSES_ROLES + " " + SamplePolicy.WHEN,
            array(text("guest")) + " " + SamplePolicy.WHEN));
    all.add(
        format(
            "rule-otherwise-green",
            "CODE_RANGE",
            "has a rule that says green where it does not hold",
            SamplePolicy.DOSES_NAME + " 02",
            SamplePolicy.DOSES_NAME + " 01"));
    all.add(
        format(
            "rule-wait-null",
            "RECORD_NULL",
            "has a rule with null in the place of its last field",
            SamplePolicy.WAIT,
            "f6"));
  }

  private static void conditions(List<PolicyVector> all) {
    all.add(condition("blank", "a blank between its tokens", "{\"var\": \"status\"}"));
    all.add(condition("blank-behind", "a line break behind it", "{\"var\":\"status\"}\n"));
    all.add(condition("null", "nothing but null", "null"));
    all.add(condition("no-json", "no end", "{\"var\":\"status\""));
    all.add(condition("member-twice", "a member twice", "{\"var\":\"status\",\"var\":\"site\"}"));
    all.add(condition("escaped-slash", "an escape that is not needed", "\"\\/\""));
    all.add(condition("escape-lower-case", "an escape in lower-case digits", "\"\\u001f\""));
    all.add(condition("integer-fraction", "an integer with a fraction", "[1.0]"));
    all.add(condition("fraction-zero", "a zero at the end of a fraction", "[1.50]"));
    all.add(condition("exponent", "a lower-case exponent", "[1e-7]"));
    all.add(condition("minus-zero", "a zero with a sign", "[-0]"));
    all.add(condition("number-too-long", "a number of 33 digits", "[" + "1".repeat(33) + "]"));
    all.add(condition("depth", "61 levels", "[".repeat(61) + "]".repeat(61)));
    all.add(
        condition("too-long", "a byte more than it may have", "\"" + "a".repeat(16_383) + "\""));
  }

  private static PolicyVector condition(String name, String what, String json) {
    return format(
        "condition-" + name,
        "POLICY_CONDITION",
        "has a condition with " + what,
        CONDITION,
        text(json));
  }

  private static PolicyVector format(
      String name, String fault, String what, String from, String to) {
    return refused(
        name,
        "POLICY_FORMAT " + fault,
        "The policy " + what,
        bundled(signedPolicy(edit(PAYLOAD, from, to))));
  }

  private static PolicyVector refused(String name, String expect, String what, String bundle) {
    String section = expect.startsWith("POLICY_FORMAT") ? "3" : "2";
    return PolicyVector.of(name, expect, what + "; section " + section + " refuses it.", bundle);
  }
}
