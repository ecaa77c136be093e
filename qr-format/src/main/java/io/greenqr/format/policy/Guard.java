package io.greenqr.format.policy;

import io.greenqr.format.code.TableCode;

/**
 * What holds in every policy, whatever its rules say (docs/spec/policy.md section 7).
 *
 * <pre>{@code
 * guard = 1..5   ; section 7
 * }</pre>
 */
public enum Guard implements TableCode {
  /** There is a positive test, and no release of a later day. */
  POSITIVE_TEST(
      1,
      "positive-test",
      TrafficLight.RED,
      Words.of(
          "Có kết quả xét nghiệm dương tính và chưa có xác nhận khỏi bệnh sau đó.",
          "A test was positive, and no release after it is shown."),
      Words.of(
          "Xin gọi trạm y tế. Khi được xác nhận khỏi bệnh, hãy xuất trình thẻ mới.",
          "Please call your health station. Once you are released, show the new pass.")),
  /** The person is a case or a contact under monitoring. */
  ACTIVE_MONITORING(
      2,
      "active-monitoring",
      TrafficLight.RED,
      Words.of(
          "Đang trong thời gian cách ly hoặc theo dõi sức khỏe.",
          "Isolation, quarantine or monitoring has not ended."),
      Words.of(
          "Xin ở nơi cách ly và gọi trạm y tế. Khi được xác nhận kết thúc, hãy xuất trình thẻ mới.",
          "Please stay in your place of isolation and call your health station. Once it has ended,"
              + " show the new pass.")),
  /** A pass has the status restricted. */
  STATUS_RESTRICTED(
      3,
      "status-restricted",
      TrafficLight.YELLOW,
      Words.of("Thẻ chỉ có giá trị ở một số nơi.", "This pass holds in some places only."),
      Words.of("Xin hỏi nơi cấp thẻ.", "Please ask whoever issued the pass.")),
  /** The status of a pass was not looked at. */
  STATUS_UNCHECKED(
      4,
      "status-unchecked",
      TrafficLight.YELLOW,
      Words.of(
          "Chưa kiểm tra được thẻ có bị thu hồi hay không.",
          "It was not checked whether the pass was stopped."),
      Words.of(
          "Xin cập nhật thiết bị kiểm tra rồi quét lại.",
          "Please update the checking device and scan again.")),
  /** The trust data are stale. */
  TRUST_STALE(
      5,
      "trust-stale",
      TrafficLight.YELLOW,
      Words.of(
          "Dữ liệu của thiết bị kiểm tra đã cũ.", "The data of the checking device are too old."),
      Words.of(
          "Xin cập nhật thiết bị kiểm tra rồi quét lại.",
          "Please update the checking device and scan again.")),
  /** The passes may be those of different people. */
  PERSON_DOUBTFUL(
      6,
      "person-doubtful",
      TrafficLight.YELLOW,
      Words.of(
          "Các thẻ có thể không phải của cùng một người.",
          "The passes may be those of different people."),
      Words.of(
          "Xin xuất trình giấy tờ tùy thân, hoặc các thẻ ghi cùng họ tên và ngày sinh.",
          "Please show an identity document, or passes with the same name and date of birth.")),
  /** A pass that was shown was rejected, but for its age. */
  PASS_REJECTED(
      7,
      "pass-rejected",
      TrafficLight.RED,
      Words.of("Có thẻ không được chấp nhận.", "A pass that was shown was rejected."),
      Words.of("Xin liên hệ nơi cấp thẻ đó.", "Please turn to whoever issued that pass."));

  private final int code;
  private final String jsonName;
  private final TrafficLight colour;

  // Immutable, which the check believes only of types that carry an annotation of its library.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Words reason;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Words remedy;

  Guard(int code, String jsonName, TrafficLight colour, Words reason, Words remedy) {
    this.code = code;
    this.jsonName = jsonName;
    this.colour = colour;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The key in a policy's map of lifts. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** What a raised guard makes of the answer, at best. */
  public TrafficLight colour() {
    return colour;
  }

  /** Whether a policy may lift it; about whose passes these are no policy can know better. */
  public boolean isLiftable() {
    return code <= TRUST_STALE.code;
  }

  /** Why it says no. */
  public Words reason() {
    return reason;
  }

  /** What the person can do. */
  public Words remedy() {
    return remedy;
  }
}
