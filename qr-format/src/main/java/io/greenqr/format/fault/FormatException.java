package io.greenqr.format.fault;

import java.util.Objects;
import java.util.Optional;

/**
 * Foreign bytes, text or JSON that break a rule of the format.
 *
 * <p>The only checked exception of this module. It says which rule and where, and never what stood
 * there: the content is personal data, and messages end in logs.
 *
 * <p>It has no stack trace. It is an answer about bytes and no fault of the program, and fault and
 * offset say more than the place in the parser; to record the stack would cost many times what it
 * costs to read a pass, and a stranger would choose how often.
 */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FormatFault fault;
  private final int offset;
  private final String member;

  /**
   * A fault in bytes or text.
   *
   * @param fault the rule that was broken
   * @param offset where: bytes from the start of the byte string, or characters from the start of
   *     the text
   */
  public FormatException(FormatFault fault, int offset) {
    this(fault, offset, "");
  }

  /**
   * A fault in a JSON document.
   *
   * @param fault the rule that was broken
   * @param offset characters from the start of the document, or 0 where that is not known
   * @param member JSON Pointer (RFC 6901) of the member, empty for the document itself
   */
  public FormatException(FormatFault fault, int offset, String member) {
    super(null, null, false, false);
    this.fault = Objects.requireNonNull(fault);
    this.offset = offset;
    this.member = Objects.requireNonNull(member);
  }

  /** The rule, and the offset or the member. */
  @Override
  public String getMessage() {
    return member.isEmpty() ? fault.name() + " at " + offset : fault.name() + " in " + member;
  }

  /** The rule that was broken. */
  public FormatFault fault() {
    return fault;
  }

  /** Where: bytes from the start of a byte string, characters from the start of a text. */
  public int offset() {
    return offset;
  }

  /** JSON Pointer of the member at fault; present for faults in JSON only. */
  public Optional<String> member() {
    return member.isEmpty() ? Optional.empty() : Optional.of(member);
  }
}
