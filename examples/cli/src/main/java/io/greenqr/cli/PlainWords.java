package io.greenqr.cli;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.admission.RuleResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words about answers and policies in one language. */
final class PlainWords {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final boolean vietnamese;

  PlainWords(Language language) {
    this.vietnamese = language == Language.VI;
  }

  String say(String vi, String en) {
    return vietnamese ? vi : en;
  }

  String colour(TrafficLight colour) {
    return switch (colour) {
      case GREEN -> say("XANH", "GREEN");
      case YELLOW -> say("VÀNG", "YELLOW");
      case RED -> say("ĐỎ", "RED");
    };
  }

  String kind(ClaimKind kind) {
    return switch (kind) {
      case DECLARATION -> say("khai báo y tế", "declaration");
      case VACCINATION -> say("tiêm chủng", "vaccination");
      case TEST -> say("xét nghiệm", "test");
      case MONITORING -> say("theo dõi sức khỏe", "monitoring");
    };
  }

  String level(Assurance.Level level) {
    return switch (level) {
      case SELF_DECLARED -> say("tự khai", "self-declared");
      case FACILITY -> say("cơ sở y tế", "facility");
      case REGISTRY -> say("cơ sở dữ liệu quốc gia", "registry");
    };
  }

  String outcome(RuleResult.Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> say("đạt", "holds");
      case FAILS -> say("không đạt", "fails");
      case NOT_APPLICABLE -> say("không áp dụng", "does not apply");
      case ERROR -> say("không đánh giá được", "could not be evaluated");
    };
  }

  String duration(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes < 120) {
      return minutes + say(" phút", minutes == 1 ? " minute" : " minutes");
    }
    return minutes < 48 * 60
        ? minutes / 60 + say(" giờ", " hours")
        : minutes / (24 * 60) + say(" ngày", " days");
  }

  /** The time as people at {@code offset} read the clock. */
  static String local(Instant time, ZoneOffset offset) {
    String utc = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    return LOCAL.format(time.atOffset(offset)) + " (" + utc + ")";
  }
}
