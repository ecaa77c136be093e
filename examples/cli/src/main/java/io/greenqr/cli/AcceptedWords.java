package io.greenqr.cli;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.trust.TrustFreshness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an accepted pass says, on one line for people. */
final class AcceptedWords {
  private AcceptedWords() {}

  static String of(Accepted accepted) {
    Pass pass = accepted.pass();
    List<String> parts = new ArrayList<>();
    parts.add(pass.subject().name() + ", born " + pass.subject().birth().iso());
    pass.declaration()
        .ifPresent(it -> parts.add(head(pass, ClaimKind.DECLARATION) + declaration(it)));
    pass.vaccination()
        .ifPresent(
            it ->
                parts.add(
                    head(pass, ClaimKind.VACCINATION)
                        + join(it.doses().stream().map(AcceptedWords::dose).toList())));
    pass.tests()
        .ifPresent(
            it ->
                parts.add(
                    head(pass, ClaimKind.TEST)
                        + join(it.records().stream().map(AcceptedWords::test).toList())));
    pass.monitoring().ifPresent(it -> parts.add(head(pass, ClaimKind.MONITORING) + monitoring(it)));
    parts.add(
        "by "
            + accepted.issuer()
            + " "
            + accepted.claims().issuedAt()
            + ", until "
            + accepted.claims().expires());
    switch (accepted.status()) {
      case UNCHECKED -> parts.add("NOT CHECKED WHETHER REVOKED");
      case RESTRICTED -> parts.add("RESTRICTED TO SOME PLACES");
      case VALID -> parts.add("not revoked");
      case NO_REFERENCE -> {}
    }
    accepted.trustAge().ifPresent(age -> parts.add(trust(accepted.trustFreshness(), age)));
    return String.join(" | ", parts);
  }

  /** How old the trust is; told with every answer that rests on it. */
  private static String trust(TrustFreshness freshness, Duration age) {
    return (freshness == TrustFreshness.STALE ? "STALE TRUST LIST of " : "trust list of ")
        + words(age)
        + " ago";
  }

  private static String words(Duration age) {
    long minutes = Math.max(0, age.toMinutes());
    if (minutes < 120) {
      return minutes + " minutes";
    }
    return minutes < 48 * 60 ? minutes / 60 + " hours" : minutes / (24 * 60) + " days";
  }

  private static String head(Pass pass, ClaimKind kind) {
    Assurance.Level level = pass.assurance().level(kind);
    return kind.jsonName() + " (" + level.jsonName() + "): ";
  }

  private static String declaration(Declaration declaration) {
    return declaration.at()
        + ", "
        + set("symptoms", declaration.symptoms())
        + ", "
        + set("exposures", declaration.exposures())
        + declaration.area().map(area -> ", area " + area).orElse("");
  }

  private static String dose(Dose dose) {
    return code("product", dose.product(), dose.productCode())
        + " "
        + dose.number()
        + "/"
        + dose.of()
        + " on "
        + dose.day()
        + dose.lot().map(lot -> " lot " + lot).orElse("");
  }

  private static String test(TestRecord test) {
    return code("method", test.method(), test.methodCode())
        + " "
        + code("result", test.result(), test.resultCode())
        + " "
        + test.sampledAt()
        + test.facility().map(facility -> " at " + facility).orElse("");
  }

  private static String monitoring(Monitoring monitoring) {
    return code("state", monitoring.state(), monitoring.stateCode())
        + " since "
        + monitoring.since()
        + monitoring.until().map(until -> " until " + until).orElse("")
        + monitoring.reading().map(reading -> ", " + reading(reading)).orElse("");
  }

  private static String reading(Reading reading) {
    StringBuilder out = new StringBuilder();
    out.append(reading.at()).append(": ");
    out.append(reading.temperature() / 10).append('.').append(reading.temperature() % 10);
    out.append(" C, SpO2 ").append(reading.spo2()).append('%');
    reading.respiratoryRate().ifPresent(rate -> out.append(", breaths ").append(rate));
    reading.pulse().ifPresent(pulse -> out.append(", pulse ").append(pulse));
    reading.symptoms().ifPresent(it -> out.append(", ").append(set("symptoms", it)));
    return out.toString();
  }

  /** The name of a code, or its number where this release's table does not have it. */
  private static String code(String table, Optional<? extends TableCode> entry, int number) {
    return entry.map(TableCode::jsonName).orElseGet(() -> table + " " + number);
  }

  /** Bits without a name are told: whoever reads the line must not take them for nothing. */
  private static <E extends Enum<E> & TableCode> String set(String table, CodeSet<E> set) {
    if (set.isEmpty()) {
      return "no " + table;
    }
    List<String> names = new ArrayList<>();
    set.known().forEach(entry -> names.add(entry.jsonName()));
    for (long rest = set.unknownBits(); rest != 0; rest &= rest - 1) {
      names.add("number " + Long.numberOfTrailingZeros(rest));
    }
    return table + " " + String.join(" + ", names);
  }

  private static String join(List<String> entries) {
    return String.join(", ", entries);
  }
}
