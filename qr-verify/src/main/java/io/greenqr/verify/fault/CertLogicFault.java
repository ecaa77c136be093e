package io.greenqr.verify.fault;

/**
 * What is wrong with a CertLogic expression, or with the data that it was asked about.
 *
 * <p>The names are stable codes: they appear in logs and answers, and are never renamed or reused.
 * {@code docs/errors.md} explains each one. Those up to {@link #TOO_LARGE} are found when an
 * expression is compiled, the others when it is evaluated.
 */
public enum CertLogicFault {
  /** A null, or a number that is no integer of 64 bits, where an expression belongs. */
  LITERAL,
  /** An object that is not one operation with an array of operands. */
  OPERATION_FORM,
  /** An operation that CertLogic 1.3 does not have. */
  UNKNOWN_OPERATION,
  /** More or fewer operands than the operation takes. */
  ARGUMENT_COUNT,
  /** The operand of {@code var} is neither a path of names nor an index. */
  PATH,
  /** An amount of time, or the index of a fragment, that is not an integer written out. */
  INTEGER_CONSTANT,
  /** A unit of time other than year, month, day and hour. */
  TIME_UNIT,
  /** Operations and arrays nested deeper than the limit. */
  TOO_DEEP,
  /** More operations and literals than the limit. */
  TOO_LARGE,

  /** An operand of a type that the operation does not take. */
  OPERAND_TYPE,
  /** A date-time, or a number that is no integer, where true or false is asked. */
  NEITHER_TRUTHY_NOR_FALSY,
  /** A text in none of the forms of dates, or a day or time that does not exist. */
  NOT_A_DATE,
  /** A sum that does not fit into 64 bits. */
  INTEGER_RANGE,
  /** A date-time outside the years 0000 to 9999. */
  DATE_RANGE,
  /** The evaluation takes more steps than the limit. */
  TOO_MANY_STEPS,
  /** The result has more in it, or is deeper, than a JSON value of this library. */
  RESULT_TOO_LARGE
}
