package io.greenqr.cli;

import io.greenqr.issue.key.KeyException;
import io.greenqr.issue.key.Pkcs11Token;
import io.greenqr.issue.key.TokenSlot;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A token behind a PKCS #11 library, and what opens it. */
final class TokenOptions {
  @Option(
      names = "--pkcs11",
      paramLabel = "LIBRARY",
      description = "the key is in a token behind this PKCS #11 library")
  private @Nullable Path library;

  @Option(names = "--token", paramLabel = "LABEL", description = "which token, by its label")
  private @Nullable String label;

  @Option(names = "--slot", paramLabel = "NUMBER", description = "which token, by its slot")
  private @Nullable Integer slot;

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "which key of the token or PKCS #12 file; needed if there are several")
  private @Nullable String alias;

  @Option(
      names = "--pin-env",
      paramLabel = "VARIABLE",
      description = "environment variable with the PIN or password; default: asks on the terminal")
  private @Nullable String pinVariable;

  boolean isGiven() {
    return library != null;
  }

  @Nullable Path library() {
    return library;
  }

  @Nullable String alias() {
    return alias;
  }

  /** Throws if an option was given that means nothing without a token. */
  void requireNoToken() throws CliException {
    if (label != null || slot != null) {
      throw CliException.usage("--token and --slot go with --pkcs11");
    }
  }

  /** Throws if an option was given that a key in a plain file has no use for. */
  void requireNothing() throws CliException {
    requireNoToken();
    if (alias != null || pinVariable != null) {
      throw CliException.usage("--alias and --pin-env go with --pkcs11 or --p12");
    }
  }

  Pkcs11Token open(Console console) throws CliException {
    Path file = library;
    if (file == null) {
      throw CliException.usage("--pkcs11 names the library of the token");
    }
    TokenSlot which = which();
    char[] pin = pin(console, "PIN of the token: ");
    try {
      return Pkcs11Token.open(file, which, pin);
    } catch (KeyException e) {
      throw refused(e);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private TokenSlot which() throws CliException {
    if ((label == null) == (slot == null)) {
      throw CliException.usage("--pkcs11 goes with either --token or --slot");
    }
    try {
      return label == null ? TokenSlot.id(slot == null ? -1 : slot) : TokenSlot.label(label);
    } catch (IllegalArgumentException e) {
      throw CliException.usage("--token is 1 to 32 bytes, --slot a number from 0 on");
    }
  }

  /** What a token or a key in it is refused for. */
  CliException refused(KeyException e) {
    String reason =
        switch (e.fault()) {
          case PIN_WRONG -> "the PIN is wrong; after some wrong ones the token locks itself";
          case PIN_LOCKED -> "the token takes no PIN any more, and has to be set up anew";
          case TOKEN_LIBRARY -> "no PKCS #11 library that can be loaded";
          case TOKEN_MISSING -> "there is no such token";
          case TOKEN_AMBIGUOUS -> "several tokens have this label; --slot tells them apart";
          case TOKEN_PLATFORM -> "this Java does not tell labels of tokens; use --slot";
          case KEY_MISSING -> "no key with a certificate and this --alias";
          case KEY_AMBIGUOUS -> "several keys; --alias chooses one";
          case KEY_EXISTS -> "there is a key with this --alias, and nothing is overwritten";
          case KEY_EXTRACTABLE ->
              "the token hands the private key out: it is no better than a file";
          default -> "the token or its key cannot be used";
        };
    return new CliException(GreenQr.UNREADABLE, e.fault().name(), library + ": " + reason);
  }

  /**
   * A PIN or password, never from the command line: others on the machine see that, and shells keep
   * it. The caller wipes the array.
   */
  char[] pin(Console console, String prompt) throws CliException {
    if (pinVariable == null) {
      char[] typed = console.readPassword(prompt);
      if (typed == null) {
        throw new CliException(
            GreenQr.USAGE,
            "PIN_MISSING",
            "--pin-env names the environment variable with the PIN or password");
      }
      return typed;
    }
    String value = System.getenv(pinVariable);
    if (value == null) {
      throw new CliException(
          GreenQr.USAGE, "PIN_MISSING", "the environment has no variable " + pinVariable);
    }
    return value.toCharArray();
  }
}
