package io.greenqr.conformance;

import static io.greenqr.conformance.SamplePass.CLAIMS;

import java.util.ArrayList;
import java.util.List;

/** What the steps 1 and 2 reject: length, prefix and decoding of the text. */
final class TextVectors {
  private static final String QR = SamplePass.pass(CLAIMS);
  private static final String SMS = SamplePass.sms(SamplePass.envelope(CLAIMS));

  private TextVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    all.add(form("text-empty", "PREFIX", "No text at all", ""));
    all.add(form("text-prefix-missing", "PREFIX", "The prefix is missing", QR.substring(4)));
    all.add(
        form(
            "text-prefix-lower-case",
            "PREFIX",
            "The QR prefix is in lower case",
            "gq1:" + QR.substring(4)));
    all.add(
        form(
            "text-prefix-sms-upper-case",
            "PREFIX",
            "The SMS prefix is in upper case",
            "GQ1." + SMS.substring(4)));
    all.add(
        form(
            "text-prefix-version-2",
            "PREFIX",
            "The prefix is that of another version",
            "GQ2:" + QR.substring(4)));
    all.add(
        form(
            "text-prefix-eu-certificate",
            "PREFIX",
            "The prefix is that of an EU certificate",
            "HC1:" + QR.substring(4)));
    all.add(
        form(
            "text-space-before",
            "PREFIX",
            "A space stands before the prefix, and no reader trims",
            " " + QR));
    all.add(
        form(
            "text-scanner-identifier",
            "PREFIX",
            "The AIM identifier of a scanner was left on",
            "]Q1" + QR));
    all.add(form("text-too-long", "TOO_LONG", "4,297 characters", "GQ1:" + "0".repeat(4293)));
    all.add(
        encoding(
            "text-qr-nothing-behind-prefix", "LENGTH", "Nothing follows the QR prefix", "GQ1:"));
    all.add(
        encoding(
            "text-sms-nothing-behind-prefix", "LENGTH", "Nothing follows the SMS prefix", "gq1."));
    all.add(
        encoding(
            "text-qr-length",
            "LENGTH",
            "The number of Base45 characters leaves 1 when divided by 3",
            "GQ1:0000"));
    all.add(
        encoding(
            "text-sms-length",
            "LENGTH",
            "The number of base64url characters leaves 1 when divided by 4",
            "gq1.AAAAA"));
    all.add(
        encoding(
            "text-qr-lower-case",
            "CHARACTER",
            "A Base45 letter is in lower case",
            QR.substring(0, 4)
                + QR.substring(4, 5).toLowerCase(java.util.Locale.ROOT)
                + QR.substring(5)));
    all.add(
        encoding(
            "text-qr-not-ascii",
            "CHARACTER",
            "A fullwidth digit stands among the Base45 characters",
            "GQ1:\uff10" + QR.substring(5)));
    all.add(
        encoding(
            "text-qr-base64url",
            "CHARACTER",
            "The QR prefix stands before base64url",
            "GQ1:" + SMS.substring(4)));
    all.add(encoding("text-sms-padding", "CHARACTER", "The base64url text is padded", "gq1.0oQ="));
    all.add(
        encoding(
            "text-sms-base64-alphabet",
            "CHARACTER",
            "Base64 in place of base64url: a plus sign",
            "gq1.+" + SMS.substring(5)));
    all.add(
        encoding(
            "text-sms-line-break",
            "CHARACTER",
            "A line feed in the middle, as between the parts of an SMS",
            SMS.substring(0, 153) + "\n" + SMS.substring(153)));
    all.add(
        encoding(
            "text-qr-value-of-three",
            "VALUE",
            "Three Base45 characters have a value above 65,535",
            "GQ1::::" + QR.substring(7)));
    all.add(
        encoding(
            "text-qr-value-of-two",
            "VALUE",
            "The last two Base45 characters have a value above 255",
            QR.substring(0, QR.length() - 2) + "::"));
    all.add(
        encoding(
            "text-sms-unused-4-bits",
            "VALUE",
            "The 4 unused bits of the last character are not zero",
            "gq1.0h"));
    all.add(
        encoding(
            "text-sms-unused-2-bits",
            "VALUE",
            "The 2 unused bits of the last character are not zero",
            "gq1.0oR"));
    return all;
  }

  private static Vector form(String name, String fault, String what, String text) {
    return Vector.of(name, "TEXT_FORM TEXT_" + fault, what + "; step 1 stops it.", text);
  }

  private static Vector encoding(String name, String fault, String what, String text) {
    return Vector.of(name, "TEXT_ENCODING TEXT_" + fault, what + "; step 2 stops it.", text);
  }
}
