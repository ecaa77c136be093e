package io.greenqr.issue.trust;

import io.greenqr.format.fault.InvalidValueException;
import java.util.Optional;

/** Something that was not drafted, signed or published. It says which rule, and of what. */
public final class PublishException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PublishFault fault;
  private final String detail;

  PublishException(PublishFault fault, Object detail) {
    super(fault.name() + " in " + detail);
    this.fault = fault;
    this.detail = detail.toString();
  }

  PublishException(PublishFault fault) {
    super(fault.name());
    this.fault = fault;
    this.detail = "";
  }

  PublishException(PublishFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
    this.detail = "";
  }

  /**
   * The rule of publishing that stands for a rule of the format which depends on what was put in; a
   * fault that no input can cause is thrown again.
   */
  static PublishException of(InvalidValueException e) {
    PublishFault fault =
        switch (e.fault()) {
          case TIME_RANGE, TIME_ORDER, CARD_VALIDITY -> PublishFault.TIMES;
          case COUNT_RANGE -> PublishFault.TOO_MANY;
          case ROLE_MISSING -> PublishFault.ROLE_MISSING;
          case DOCUMENT_TOO_LONG -> PublishFault.DOCUMENT_TOO_LONG;
          case STATUS_RANGE -> PublishFault.STATUS_RANGE;
          case STATUS_ENTRIES -> PublishFault.LIST_SIZE;
          default -> throw e;
        };
    return new PublishException(fault, e.field());
  }

  static void require(boolean holds, PublishFault fault, Object detail) throws PublishException {
    if (!holds) {
      throw new PublishException(fault, detail);
    }
  }

  static void require(boolean holds, PublishFault fault) throws PublishException {
    if (!holds) {
      throw new PublishException(fault);
    }
  }

  /** The rule that was broken. */
  public PublishFault fault() {
    return fault;
  }

  /**
   * Where: a key identifier, a role, the number of a list, the public handle of a pass. Absent
   * where it is the document as a whole.
   */
  public Optional<String> detail() {
    return detail.isEmpty() ? Optional.empty() : Optional.of(detail);
  }
}
