package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;
import static io.greenqr.conformance.SamplePass.ED25519_HEADER;
import static io.greenqr.conformance.SamplePass.ESP256_HEADER;
import static io.greenqr.conformance.SamplePass.changed;
import static io.greenqr.conformance.SamplePass.envelope;
import static io.greenqr.conformance.SamplePass.pass;
import static io.greenqr.conformance.SamplePass.qr;
import static io.greenqr.conformance.SamplePass.sign;
import static io.greenqr.conformance.SamplePass.withTail;
import static io.greenqr.conformance.Wire.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the steps 6 to 20 reject of pinned keys: keys, clock, signature, times and permissions. */
final class TrustVectors {
  private static final byte[] AAD = "GQ1 pass".getBytes(StandardCharsets.US_ASCII);

  private TrustVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    keys(all);
    signatures(all);
    times(all);
    String content = pass(withTail(5, "f6 1858 a1 20 f5"));
    all.add(
        rejected(
            "extension-critical",
            "EXTENSION_CRITICAL",
            "An extension has the negative key -1; step 19",
            content));
    all.add(
        rejected(
            "status-unchecked",
            "STATUS_UNCHECKED",
            "The pass names a status list and none is at hand; step 20",
            pass(withTail(4, "82 07 182a 1858"))));
    return all;
  }

  private static void keys(List<Vector> all) {
    String stranger = "a2 01 28 04 44 " + TestKeys.STRANGER.publicKey().keyId();
    all.add(
        rejected(
            "key-unknown",
            "KEY_UNKNOWN",
            "The pass is signed and named by a key that nobody trusts; step 6",
            qr(SamplePass.envelopeWithHeader(TestKeys.STRANGER, stranger))));
    all.add(
        rejected(
                "key-unknown-other-trusted",
                "KEY_UNKNOWN",
                "Only another key is trusted; step 6",
                pass(CLAIMS))
            .trusting(TestKeys.EDWARDS_FILE));
    all.add(
        rejected(
            "key-unknown-before-payload",
            "KEY_UNKNOWN",
            "Nobody trusts the key, and the payload is no CBOR, which must not be read; step 6",
            qr(envelope(stranger, "ff", sign(TestKeys.STRANGER, stranger, AAD, "ff")))));
    all.add(
        rejected(
            "key-algorithm-ed25519-for-p256",
            "KEY_ALGORITHM",
            "The header names Ed25519 and the kid of a P-256 key; step 7",
            qr(SamplePass.envelopeWithHeader(TestKeys.EDWARDS, "a2 01 32 04 44 f531ab09"))));
    all.add(
        rejected(
                "key-algorithm-esp256-for-ed25519",
                "KEY_ALGORITHM",
                "The header names ESP256 and the kid of an Ed25519 key; step 7",
                qr(SamplePass.envelopeWithHeader(TestKeys.MAIN, "a2 01 28 04 44 025d6f01")))
            .trusting(TestKeys.EDWARDS_FILE));
    all.add(
        rejected(
                "key-not-yet-valid",
                "KEY_NOT_YET_VALID",
                "The key's first second is one second later than now and the skew; step 9",
                pass(CLAIMS))
            .trusting(TestKeys.WINDOW_FILE)
            .at("2021-09-19T23:54:59Z"));
    String late = changed(SamplePass.EXP, Wire.time("2022-06-01T00:00:00Z"));
    all.add(
        rejected(
                "key-expired",
                "KEY_EXPIRED",
                "The key's last second is one second before now without the skew; step 10",
                pass(late))
            .trusting(TestKeys.WINDOW_FILE)
            .at("2022-01-01T00:05:00Z"));
    all.add(
        rejected(
                "key-claim-kind",
                "KEY_CLAIM_KIND",
                "The key may sign tests only and signed all kinds; step 18",
                pass(CLAIMS))
            .trusting(TestKeys.TESTS_FILE));
    all.add(
        rejected(
                "key-claim-kind-one-of-two",
                "KEY_CLAIM_KIND",
                "The key may sign one of the two kinds in the pass; step 18",
                pass(
                    SamplePass.only("a2 02 " + SamplePass.VACCINATION + " 03 " + SamplePass.TESTS)))
            .trusting(TestKeys.TESTS_FILE));
  }

  private static void signatures(List<Vector> all) {
    byte[] right = sign(CLAIMS);
    byte[] flipped = right.clone();
    flipped[63] ^= 1;
    all.add(
        signature(
            "bit-of-s",
            "One bit of the signature is turned over",
            envelope(ESP256_HEADER, CLAIMS, flipped)));
    all.add(
        signature(
            "payload-changed",
            "A test result was changed after signing",
            envelope(ESP256_HEADER, changed("84 02 01", "84 02 02"), right)));
    all.add(
        signature(
            "payload-broken-unread",
            "The payload was replaced by no CBOR, which must not be read before the signature holds",
            envelope(ESP256_HEADER, "ff", right)));
    all.add(
        signature(
            "other-key",
            "Another key made the signature under the kid of the trusted one",
            SamplePass.envelopeWithHeader(TestKeys.STRANGER, ESP256_HEADER)));
    all.add(
        signature(
            "without-context",
            "The signature was made with an empty external_aad",
            envelope(
                ESP256_HEADER, CLAIMS, sign(TestKeys.MAIN, ESP256_HEADER, new byte[0], CLAIMS))));
    all.add(
        signature(
            "other-context",
            "The signature was made for another kind of document",
            envelope(
                ESP256_HEADER,
                CLAIMS,
                sign(
                    TestKeys.MAIN,
                    ESP256_HEADER,
                    "GQ1 list".getBytes(StandardCharsets.US_ASCII),
                    CLAIMS))));
    all.add(
        signature(
            "header-not-covered",
            "The signature covers an empty protected header",
            envelope(ESP256_HEADER, CLAIMS, sign(TestKeys.MAIN, "", AAD, CLAIMS))));
    String edwards = SamplePass.edwards(CLAIMS);
    all.add(
        signature(
                "ed25519-payload-changed",
                "A test result was changed after signing with Ed25519",
                edit(edwards, "8402011a6147ca50", "8402021a6147ca50"))
            .trusting(TestKeys.EDWARDS_FILE));
    all.add(
        signature(
                "ed25519-zero",
                "R and S of the Ed25519 signature are zero",
                envelope(ED25519_HEADER, CLAIMS, new byte[64]))
            .trusting(TestKeys.EDWARDS_FILE));
  }

  private static void times(List<Vector> all) {
    all.add(
        rejected(
                "clock-suspect",
                "CLOCK_SUSPECT",
                "The clock with the skew is one second before 2021; step 8",
                pass(CLAIMS))
            .at("2020-12-31T23:54:59Z"));
    all.add(
        rejected(
                "clock-suspect-before-key",
                "CLOCK_SUSPECT",
                "The clock shows 1970, which must not be told as a key that is not valid yet; step 8",
                pass(CLAIMS))
            .trusting(TestKeys.WINDOW_FILE)
            .at("1970-01-01T00:00:00Z"));
    all.add(
        rejected(
                "not-yet-valid",
                "NOT_YET_VALID",
                "The pass is issued one second later than now and the skew; step 13",
                pass(CLAIMS))
            .at("2021-09-20T00:54:59Z"));
    all.add(
        rejected(
                "not-yet-valid-clock-not-suspect",
                "NOT_YET_VALID",
                "The earliest clock that is not suspect; step 13",
                pass(CLAIMS))
            .at("2020-12-31T23:55:00Z"));
    all.add(
        rejected(
                "expired",
                "EXPIRED",
                "The first second at which the pass has expired with the skew; step 14",
                pass(CLAIMS))
            .at("2021-10-20T01:05:00Z"));
    all.add(
        rejected(
                "issued-before-key",
                "ISSUED_OUTSIDE_KEY_VALIDITY",
                "The pass was issued one second before the key's first second, without skew; step 15",
                pass(changed(SamplePass.IAT, Wire.time("2021-09-19T23:59:59Z"))))
            .trusting(TestKeys.WINDOW_FILE));
    String late =
        edit(
            changed(SamplePass.EXP, Wire.time("2022-06-01T00:00:00Z")),
            SamplePass.IAT,
            Wire.time("2022-01-01T00:00:00Z"));
    all.add(
        rejected(
                "issued-after-key",
                "ISSUED_OUTSIDE_KEY_VALIDITY",
                "The pass was issued one second after the key's last second, while the skew still lets the key pass; step 15",
                pass(late))
            .trusting(TestKeys.WINDOW_FILE)
            .at("2022-01-01T00:03:00Z"));
  }

  private static Vector signature(String name, String what, String wire) {
    return rejected("signature-" + name, "SIGNATURE", what + "; step 11", qr(wire));
  }

  private static Vector rejected(String name, String rejection, String what, String text) {
    return Vector.of(name, rejection, what + " stops it.", text);
  }
}
