package io.greenqr.verify.admission;

import io.greenqr.format.policy.Words;

/**
 * What an answer rests on. All but {@link #RULES} are red, and say that the rules could not decide.
 * The names are stable codes; {@code docs/errors.md} explains each one, and docs/spec/policy.md
 * gives the procedure.
 */
public enum AdmissionCode {
  /** The guards and the rules of the policy in force. */
  RULES("Theo quy định đang áp dụng.", "By the rules in force."),
  /** A rule could not be evaluated. */
  RULE_ERROR(
      "Không đánh giá được một quy định. Xin liên hệ cơ quan quản lý.",
      "A rule could not be evaluated. Please contact the authority."),
  /** No pass that holds was shown. */
  PASS_NONE("Chưa có thẻ còn hiệu lực.", "No valid pass was shown."),
  /** More passes than {@link AdmissionPolicy#MAX_PASSES} were shown. */
  PASS_TOO_MANY("Xuất trình quá nhiều thẻ.", "Too many passes were shown."),
  /** The passes are of different people. */
  PERSONS_DIFFER(
      "Các thẻ không phải của cùng một người.", "The passes are not those of one person."),
  /** There is no policy at all. */
  POLICY_NONE("Thiết bị chưa có quy định nào.", "This device has no policy."),
  /** A policy that the trust list pins is absent, or not what it pins. */
  POLICY_UNAVAILABLE(
      "Thiếu dữ liệu quy định. Xin cập nhật thiết bị.",
      "Policies are missing. Please update this device."),
  /** None of the policies covers this site at this time. */
  POLICY_NONE_IN_FORCE(
      "Không có quy định nào áp dụng cho nơi này lúc này.",
      "No policy is in force for this place and time."),
  /** Two policies claim this site, and neither comes before the other. */
  POLICY_AMBIGUOUS(
      "Có nhiều quy định mâu thuẫn cho nơi này.", "Several policies claim this place."),
  /** The policy in force is written in a language or with operators that this release lacks. */
  POLICY_UNREADABLE(
      "Thiết bị không đọc được quy định đang áp dụng. Xin cập nhật ứng dụng.",
      "This device cannot read the policy in force. Please update the application."),
  /** The policy asks in which role the person enters, and the site does not say one of them. */
  ROLE_UNKNOWN(
      "Chưa chọn vai trò của người vào.", "The role in which the person enters is not known."),
  /** The trust list has ended. */
  TRUST_CLOSED(
      "Dữ liệu tin cậy đã hết hạn. Xin cập nhật thiết bị.",
      "The trust data have ended. Please update this device.");

  private final String vi;
  private final String en;

  AdmissionCode(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** What it says to the person. */
  public Words words() {
    return Words.of(vi, en);
  }
}
