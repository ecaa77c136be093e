package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;
import static io.greenqr.conformance.SamplePass.changed;
import static io.greenqr.conformance.SamplePass.withTail;
import static io.greenqr.conformance.Wire.edit;

import java.util.ArrayList;
import java.util.List;

/** What step 12 rejects by section 7: payloads, rightly signed, that are spelled otherwise. */
final class CborVectors {
  private CborVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    String exp = "04 " + SamplePass.EXP;
    String iat = "06 " + SamplePass.IAT;
    all.add(payload("empty", "CBOR_TRUNCATED", "The payload is empty", ""));
    all.add(
        payload(
            "truncated",
            "CBOR_TRUNCATED",
            "The last byte is missing",
            CLAIMS.substring(0, CLAIMS.length() - 2)));
    all.add(
        payload("trailing-byte", "CBOR_TRAILING", "A byte follows the claims set", CLAIMS + "00"));
    all.add(
        payload(
            "not-map", "CBOR_TYPE", "The claims set is an array", edit(CLAIMS, "a3 04", "83 04")));
    all.add(
        payload(
            "key-order",
            "CBOR_KEY_ORDER",
            "iat stands before exp",
            edit(CLAIMS, exp + " " + iat, iat + " " + exp)));
    all.add(
        payload(
            "key-duplicate",
            "CBOR_KEY_DUPLICATE",
            "exp stands twice",
            edit(CLAIMS, "a3 " + exp, "a4 " + exp + " " + exp)));
    all.add(
        payload(
            "key-not-shortest",
            "CBOR_NOT_SHORTEST",
            "The key 4 takes two bytes",
            edit(CLAIMS, "a3 04", "a3 1804")));
    all.add(
        payload(
            "integer-not-shortest",
            "CBOR_NOT_SHORTEST",
            "exp takes eight bytes",
            changed(SamplePass.EXP, "1b00000000616f6a10")));
    all.add(
        payload(
            "text-length-not-shortest",
            "CBOR_NOT_SHORTEST",
            "The length of a text takes a byte of its own",
            changed("66 37392d", "7806 37392d")));
    all.add(
        payload(
            "integer-too-large",
            "CBOR_INTEGER_RANGE",
            "exp is 2^64 - 1",
            changed(SamplePass.EXP, "1bffffffffffffffff")));
    all.add(
        payload(
            "indefinite-map",
            "CBOR_INDEFINITE",
            "The claims set has an indefinite length",
            edit(CLAIMS, "a3 04", "bf 04") + "ff"));
    all.add(
        payload(
            "indefinite-text",
            "CBOR_INDEFINITE",
            "The area is a text in chunks",
            changed("66 37392d373630", "7f 66 37392d373630 ff")));
    all.add(
        payload(
            "reserved-information",
            "CBOR_RESERVED",
            "Additional information 30 stands in a head",
            changed(SamplePass.IAT, "1e")));
    all.add(
        payload(
            "map-count-too-large",
            "CBOR_LENGTH",
            "The claims set says it has 2^32 - 1 pairs",
            edit(CLAIMS, "a3 04", "baffffffff 04")));
    all.add(
        payload(
            "text-length-too-large",
            "CBOR_LENGTH",
            "The name says it has 65,535 bytes",
            changed("781b", "79ffff")));
    all.add(
        payload(
            "tag",
            "CBOR_TAG",
            "A tag 1 stands before iat",
            changed(SamplePass.IAT, "c1 " + SamplePass.IAT)));
    all.add(
        payload(
            "float",
            "CBOR_FLOAT",
            "iat is a floating-point number",
            changed(SamplePass.IAT, "fb41d851f744000000")));
    all.add(
        payload(
            "boolean",
            "CBOR_TYPE",
            "A bit set is false",
            changed("1a6147d284 00", "1a6147d284 f4")));
    all.add(
        payload(
            "utf8-overlong",
            "CBOR_UTF8",
            "A character of the name has an overlong form",
            changed(SamplePass.NAME, "64 4ce0809f")));
    all.add(
        payload(
            "utf8-surrogate",
            "CBOR_UTF8",
            "The name has a surrogate",
            changed(SamplePass.NAME, "64 4ceda080")));
    all.add(extension("undefined", "CBOR_SIMPLE", "is undefined", "f7"));
    all.add(extension("simple-value", "CBOR_SIMPLE", "is the simple value 32", "f820"));
    all.add(extension("half-float", "CBOR_FLOAT", "is a half-precision number", "f93c00"));
    all.add(extension("tag", "CBOR_TAG", "has a tag", "c2 41 01"));
    all.add(extension("integer-range", "CBOR_INTEGER_RANGE", "is -2^63 - 1", "3b8000000000000000"));
    all.add(
        extension(
            "text-key-order",
            "CBOR_KEY_ORDER",
            "is a map with text keys out of order",
            "a2 61 62 00 61 61 00"));
    all.add(
        extension(
            "text-key-duplicate",
            "CBOR_KEY_DUPLICATE",
            "is a map with a text key twice",
            "a2 61 61 00 61 61 00"));
    all.add(
        extension(
            "text-not-nfc", "CBOR_NOT_NFC", "is a text not in Normalization Form C", "63 65cc82"));
    all.add(extension("depth", "CBOR_DEPTH", "nests to level 9", "81 81 81 81 81 80"));
    all.add(extension("break", "CBOR_INDEFINITE", "is a stray break", "ff"));
    return all;
  }

  private static Vector extension(String name, String fault, String what, String value) {
    return payload(
        "extension-" + name,
        fault,
        "The value of a non-critical extension " + what,
        withTail(5, "f6 1858 a1 00 " + value));
  }

  private static Vector payload(String name, String fault, String what, String payload) {
    return Vector.of(
        "payload-" + name,
        "PAYLOAD " + fault,
        what + ", rightly signed; step 12 stops it.",
        SamplePass.pass(payload));
  }
}
