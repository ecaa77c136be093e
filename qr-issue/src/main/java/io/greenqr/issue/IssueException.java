package io.greenqr.issue;

import java.util.Optional;

/** A pass that was not issued. It says which rule and which field, and shows no content. */
public final class IssueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final IssueFault fault;
  private final String field;

  IssueException(IssueFault fault) {
    this(fault, "");
  }

  IssueException(IssueFault fault, String field) {
    super(field.isEmpty() ? fault.name() : fault.name() + " in " + field);
    this.fault = fault;
    this.field = field;
  }

  IssueException(IssueFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
    this.field = "";
  }

  /** The rule that was broken. */
  public IssueFault fault() {
    return fault;
  }

  /**
   * The field at fault: a JSON Pointer (RFC 6901) into the JSON form of the pass such as {@code
   * /vaccination/0/day}. Absent where it is the pass as a whole.
   */
  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }
}
