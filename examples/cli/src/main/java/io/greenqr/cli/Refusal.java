package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.issue.trust.PublishException;

/** What a rule of publishing refused, in a line for the operator. */
final class Refusal {
  private Refusal() {}

  static CliException of(PublishException e) {
    String what = e.detail().orElse("the document");
    String message =
        switch (e.fault()) {
          case SIGNATURES_MISSING -> "not enough holders signed: " + what;
          case DOCUMENT_FORMAT ->
              "the payload of a document breaks a rule"
                  + (e.getCause() instanceof FormatException cause
                      ? " (" + cause.fault() + ")"
                      : "");
          case WRONG_DOCUMENT -> "another document than belongs here: " + what;
          case ENVIRONMENT -> "test and production do not mix: " + what;
          case TOO_MANY -> "too many; for a bundle, leave out --since: " + what;
          case SIGNING -> "the key could not sign";
          case SELF_CHECK -> "what was made is not what was meant; do not use this machine";
          case TIMES -> "times out of range or in the wrong order: " + what;
          case ISSUED_BEFORE_PREVIOUS, ISSUED_IN_FUTURE -> "check the clock: " + what;
          case SINGLE_SIGNER ->
              "one person alone could make gates trust a key; --allow-single-signer allows it: "
                  + what;
          case ROOT_EXPIRES_FIRST ->
              "the root would end before the list; rotate it, or give a shorter --used";
          case CLOSED -> "has ended, as a list or with its root; publish a new one: " + what;
          case KID_CLASH -> "another key has this identifier: " + what;
          case KEY_PRESENT -> "the key is in the list already: " + what;
          case KEY_UNKNOWN -> "no key of the list has this identifier: " + what;
          case KEY_STATE_UNDONE -> "what is known against a key is never weakened: " + what;
          case LIST_PRESENT -> "there is a status list with this number: " + what;
          case LIST_UNKNOWN -> "there is no status list with this number: " + what;
          case LIST_SIZE -> "a list has 4 to 131072 entries, a multiple of 4: " + what;
          case STATUS_RANGE -> "no such list or entry: " + what;
          case STATUS_FINAL -> "is revoked, and stays so: " + what;
          case REGISTER_CHANGED -> "somebody else changed the statuses meanwhile; try again";
          case REGISTER_DAMAGED -> "the register of statuses is damaged";
          default -> "refused: " + what;
        };
    int exitCode =
        switch (e.fault()) {
          case SIGNATURES_MISSING -> GreenQr.REJECTED;
          case SINGLE_SIGNER -> GreenQr.USAGE;
          default -> GreenQr.UNREADABLE;
        };
    return new CliException(exitCode, e.fault().name(), message);
  }
}
