package io.greenqr.verify;

/**
 * The answer to one scan: {@link Accepted} or {@link Rejected}, and nothing else.
 *
 * <p>Accepted says that a trusted authority signed the content and that it holds now. It does not
 * say that the person who shows it is the one it is about, nor that this person may enter.
 */
public abstract sealed class Verification permits Accepted, Rejected {
  Verification() {}

  /** The stable code of the answer: {@code ACCEPTED}, or the name of the {@link Rejection}. */
  public abstract String code();
}
