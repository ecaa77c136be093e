package io.greenqr.conformance;

import static io.greenqr.conformance.SampleTrust.ISSUED;
import static io.greenqr.conformance.SampleTrust.TEST;
import static io.greenqr.conformance.SchemeKeys.POLICY_1;
import static io.greenqr.conformance.SchemeKeys.POLICY_2;
import static io.greenqr.conformance.TrustWire.array;
import static io.greenqr.conformance.TrustWire.bundle;
import static io.greenqr.conformance.TrustWire.digest;
import static io.greenqr.conformance.TrustWire.signed;
import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.number;
import static io.greenqr.conformance.Wire.string;
import static io.greenqr.conformance.Wire.text;
import static io.greenqr.conformance.Wire.time;

import java.util.List;

/** The policy that the vectors of policies deviate from, in pieces of hexadecimal digits. */
final class SamplePolicy {
  static final String NAME = text("vn-market");
  static final String FROM = time("2021-09-21T17:00:00Z");
  static final String UNTIL = time("2021-12-31T17:00:00Z");
  static final String OFFSET = "1901a4";
  static final String JURISDICTION = text("VN");
  static final String PLACES = array(text("market"), text("shop"));
  static final String TITLE = words("Chợ và cửa hàng", "Markets and shops");
  static final String ROLES = array(text("staff"), text("visitor"));
  static final String LIFT = text("{\"==\":[{\"var\":\"site.place\"},\"market\"]}");
  static final String LIFTS = "a1 05 " + LIFT;

  static final String DOSES_NAME = text("doses");
  static final String DOSES_ROLES = array(text("visitor"));
  static final String WHEN = text("{\"var\":\"vaccination\"}");
  static final String CONDITION = text("{\">=\":[{\"var\":\"vaccination.count\"},2]}");
  static final String REASON = words("Chưa đủ hai mũi.", "Two doses are needed.");
  static final String REMEDY = words("Hãy tiêm mũi hai.", "Please get the second dose.");
  static final String WAIT = words("Xin chờ đến {date}.", "Please wait until {date}.");
  static final String DOSES =
      String.join(" ", "88", DOSES_NAME, "02", DOSES_ROLES, WHEN, CONDITION, REASON, REMEDY, WAIT);

  static final String STATUS_NAME = text("status");
  static final String STATUS =
      String.join(
          " ",
          "87",
          STATUS_NAME,
          "03 80 f6",
          text("{\"!\":[{\"==\":[{\"var\":\"status\"},\"restricted\"]}]}"),
          words("Thẻ bị hạn chế.", "The pass is restricted."),
          words("Xin hỏi nơi cấp thẻ.", "Please ask the issuer."));

  static final String CONTENT =
      String.join(" ", "85", TITLE, ROLES, "04", LIFTS, array(DOSES, STATUS));

  /** Kind, environment, name, version and language. */
  static final String HEAD = String.join(" ", "06", TEST, NAME, "01 01");

  static final String PAYLOAD =
      String.join(" ", "8c", HEAD, ISSUED, FROM, UNTIL, OFFSET, JURISDICTION, PLACES, CONTENT);

  private SamplePolicy() {}

  static String words(String vi, String en) {
    return array(text(vi), text(en));
  }

  static String signedPolicy(String payload) {
    return signed(TrustWire.POLICY, payload, POLICY_1, POLICY_2);
  }

  /** A bundle that pins version 1 of the policy and brings {@code document} for it. */
  static String bundled(String document) {
    return bundled(NAME, 1, document);
  }

  static String bundled(String name, long version, String document) {
    return bundle(
        List.of(SampleTrust.ROOT_POLICY_SIGNED),
        listed(name, version, document),
        List.of(),
        List.of(),
        brought(name, document));
  }

  /** A list that pins {@code document} under {@code name}. */
  static String listed(String name, long version, String document) {
    String list = SampleTrust.list(1, 1, "80");
    String pin = "84 01 " + name + " " + number(version) + " " + digest(document);
    return SampleTrust.signedList(list.substring(0, list.length() - 2) + array(pin));
  }

  static String brought(String name, String document) {
    return "83 01 " + name + " " + string(bytes(document));
  }
}
