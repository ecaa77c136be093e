package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;
import static io.greenqr.conformance.SamplePass.ESP256_HEADER;
import static io.greenqr.conformance.Wire.edit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What step 3 rejects: the COSE structure, its encoding and the range of the signature. */
final class EnvelopeVectors {
  private static final String WIRE = SamplePass.envelope(CLAIMS);
  private static final String SIGNATURE = Wire.hex(SamplePass.sign(CLAIMS));
  private static final String PAYLOAD_HEAD = "a0 58";
  private static final BigInteger N =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private EnvelopeVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    structure(all);
    header(all);
    signature(all);
    return all;
  }

  private static void structure(List<Vector> all) {
    all.add(wire("envelope-tag-missing", "COSE_TAG", "The tag 18 is left out", WIRE.substring(3)));
    all.add(
        wire(
            "envelope-tag-other",
            "COSE_TAG",
            "Tag 17 (COSE_Mac0) in place of 18",
            "d1" + WIRE.substring(2)));
    all.add(
        wire(
            "envelope-tag-cwt",
            "COSE_TAG",
            "A tag 61 (CWT) stands around the envelope",
            "d83d " + WIRE));
    all.add(
        wire(
            "envelope-tag-not-shortest",
            "CBOR_NOT_SHORTEST",
            "Tag 18 takes two bytes",
            "d812" + WIRE.substring(2)));
    all.add(
        wire(
            "envelope-three-elements",
            "COSE_SHAPE",
            "The array has three elements",
            edit(WIRE, "d2 84", "d2 83")));
    all.add(
        wire(
            "envelope-five-elements",
            "COSE_SHAPE",
            "The array has a fifth element",
            edit(WIRE, "d2 84", "d2 85") + "f6"));
    all.add(
        wire(
            "envelope-not-array",
            "CBOR_TYPE",
            "A map stands where the array belongs",
            edit(WIRE, "d2 84", "d2 a4")));
    all.add(
        wire(
            "envelope-indefinite-array",
            "CBOR_INDEFINITE",
            "The array has an indefinite length",
            edit(WIRE, "d2 84", "d2 9f") + "ff"));
    all.add(
        wire(
            "envelope-array-length-too-large",
            "CBOR_LENGTH",
            "The array says it has 2^32 - 1 elements",
            edit(WIRE, "d2 84", "d2 9affffffff")));
    all.add(
        wire(
            "envelope-unprotected-not-empty",
            "COSE_UNPROTECTED",
            "The unprotected header holds a kid",
            edit(WIRE, PAYLOAD_HEAD, "a1 04 44 f531ab09 58")));
    all.add(
        wire(
            "envelope-payload-detached",
            "CBOR_TYPE",
            "The payload is null",
            edit(WIRE, Wire.string(Wire.bytes(CLAIMS)), "f6")));
    all.add(
        wire(
            "envelope-payload-indefinite",
            "CBOR_INDEFINITE",
            "The payload is a byte string in chunks",
            edit(edit(WIRE, PAYLOAD_HEAD, "a0 5f 58"), " 5840 ", " ff 5840 ")));
    all.add(
        wire(
            "envelope-payload-length-not-shortest",
            "CBOR_NOT_SHORTEST",
            "The length of the payload takes two bytes",
            edit(WIRE, PAYLOAD_HEAD, "a0 5900")));
    all.add(
        wire(
            "envelope-payload-length-too-large",
            "CBOR_LENGTH",
            "The payload is longer than what remains",
            edit(WIRE, PAYLOAD_HEAD + "94", "a0 58ff")));
    all.add(
        wire(
            "envelope-payload-reserved-information",
            "CBOR_RESERVED",
            "Additional information 28 stands in the head of the payload",
            edit(WIRE, PAYLOAD_HEAD + "94", "a0 5c94")));
    all.add(
        wire(
            "envelope-trailing-byte", "CBOR_TRAILING", "A byte follows the envelope", WIRE + "00"));
    all.add(
        wire(
            "envelope-truncated",
            "CBOR_LENGTH",
            "The last byte is missing, so the signature is longer than what remains",
            WIRE.substring(0, WIRE.length() - 2)));
    all.add(
        wire(
            "envelope-cut-before-signature",
            "CBOR_TRUNCATED",
            "The bytes end where the signature begins",
            WIRE.substring(0, WIRE.indexOf(" 5840 "))));
    all.add(
        wire(
            "envelope-too-long",
            "BYTES_TOO_LONG",
            "1,025 bytes",
            SamplePass.envelope(SizedPass.of(1025))));
  }

  private static void header(List<Vector> all) {
    all.add(
        signed(
            "envelope-header-empty",
            "CBOR_TRUNCATED",
            "The protected header is an empty byte string",
            ""));
    all.add(
        signed(
            "envelope-header-one-pair",
            "COSE_HEADER",
            "The protected header has no kid",
            "a1 01 28"));
    all.add(
        signed(
            "envelope-header-three-pairs",
            "COSE_HEADER",
            "The protected header has a content type besides",
            "a3 01 28 03 00 04 44 f531ab09"));
    all.add(
        signed(
            "envelope-header-other-key",
            "COSE_HEADER",
            "The protected header has key 5 in place of the kid",
            "a2 01 28 05 44 f531ab09"));
    all.add(
        signed(
            "envelope-header-key-order",
            "COSE_HEADER",
            "kid stands before alg",
            "a2 04 44 f531ab09 01 28"));
    all.add(
        signed(
            "envelope-header-key-duplicate",
            "CBOR_KEY_DUPLICATE",
            "alg stands twice",
            "a2 01 28 01 28"));
    all.add(
        signed(
            "envelope-header-trailing-byte",
            "CBOR_TRAILING",
            "A byte follows the map of the protected header",
            ESP256_HEADER + "00"));
    all.add(
        signed(
            "envelope-algorithm-es256",
            "COSE_ALGORITHM",
            "alg is -7, ES256, which names no curve",
            "a2 01 26 04 44 f531ab09"));
    all.add(
        signed(
            "envelope-algorithm-eddsa",
            "COSE_ALGORITHM",
            "alg is -8, EdDSA, which names no curve",
            "a2 01 27 04 44 f531ab09"));
    all.add(
        signed(
            "envelope-algorithm-text",
            "CBOR_TYPE",
            "alg is a text",
            "a2 01 66 455350323536 04 44 f531ab09"));
    all.add(
        signed(
            "envelope-algorithm-not-shortest",
            "CBOR_NOT_SHORTEST",
            "alg takes two bytes",
            "a2 01 3808 04 44 f531ab09"));
    all.add(signed("envelope-kid-short", "COSE_KID", "kid has 3 bytes", "a2 01 28 04 43 f531ab"));
    all.add(
        signed(
            "envelope-kid-long", "COSE_KID", "kid has 8 bytes", "a2 01 28 04 48 f531ab0948afab78"));
    all.add(signed("envelope-kid-text", "CBOR_TYPE", "kid is a text", "a2 01 28 04 64 61626364"));
  }

  private static void signature(List<Vector> all) {
    all.add(
        wire(
            "envelope-signature-short",
            "COSE_SIGNATURE_SIZE",
            "The signature has 63 bytes",
            edit(WIRE, "5840 " + SIGNATURE, "583f " + SIGNATURE.substring(2))));
    all.add(
        wire(
            "envelope-signature-long",
            "COSE_SIGNATURE_SIZE",
            "The signature has 65 bytes",
            edit(WIRE, "5840 " + SIGNATURE, "5841 00" + SIGNATURE)));
    String r = SIGNATURE.substring(0, 64);
    BigInteger s = new BigInteger(SIGNATURE.substring(64), 16);
    all.add(
        range(
            "envelope-signature-s-high",
            "s is replaced by n - s, which verifies as well",
            r + word(N.subtract(s))));
    all.add(
        range(
            "envelope-signature-s-above-half",
            "s is n / 2 rounded up, the least that is too large",
            r + word(N.shiftRight(1).add(BigInteger.ONE))));
    all.add(range("envelope-signature-s-zero", "s is 0", r + word(BigInteger.ZERO)));
    all.add(range("envelope-signature-r-zero", "r is 0", word(BigInteger.ZERO) + word(s)));
    all.add(range("envelope-signature-r-order", "r is n", word(N) + word(s)));
    all.add(edwards());
  }

  /** The same signature with S + L in place of S, which a careless verifier accepts. */
  private static Vector edwards() {
    String wire = SamplePass.edwards(CLAIMS);
    byte[] large = Wire.bytes(wire.substring(wire.length() - 64));
    BigInteger order =
        new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);
    String sum = word(new BigInteger(1, reversed(large)).add(order));
    return wire(
            "envelope-signature-ed25519-s-plus-order",
            "COSE_SIGNATURE_RANGE",
            "S is replaced by S + L",
            wire.substring(0, wire.length() - 64) + Wire.hex(reversed(Wire.bytes(sum))))
        .trusting(TestKeys.EDWARDS_FILE);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] out = Arrays.copyOf(bytes, bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      out[i] = bytes[bytes.length - 1 - i];
    }
    return out;
  }

  private static String word(BigInteger value) {
    return "%064x".formatted(value);
  }

  private static Vector range(String name, String what, String signature) {
    return wire(name, "COSE_SIGNATURE_RANGE", what, edit(WIRE, SIGNATURE, signature));
  }

  private static Vector signed(String name, String fault, String what, String header) {
    return wire(name, fault, what, SamplePass.envelopeWithHeader(TestKeys.MAIN, header));
  }

  private static Vector wire(String name, String fault, String what, String wire) {
    return Vector.of(
        name,
        "ENVELOPE " + fault,
        what + "; step 3 stops it.",
        "GQ1:" + Base45Text.encode(Wire.bytes(wire)));
  }
}
