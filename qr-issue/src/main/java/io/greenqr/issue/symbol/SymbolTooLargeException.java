package io.greenqr.issue.symbol;

import java.util.OptionalInt;

/**
 * A text that needs a larger symbol than was allowed.
 *
 * <p>It states sizes only, never the text: that is personal data, and messages end in logs.
 */
public final class SymbolTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int characters;
  private final ErrorCorrection level;
  private final int neededVersion;
  private final int allowedVersion;

  /**
   * A refusal.
   *
   * @param neededVersion 0 if no version holds the text
   */
  SymbolTooLargeException(
      int characters, ErrorCorrection level, int neededVersion, int allowedVersion) {
    super(message(characters, level, neededVersion, allowedVersion));
    this.characters = characters;
    this.level = level;
    this.neededVersion = neededVersion;
    this.allowedVersion = allowedVersion;
  }

  private static String message(
      int characters, ErrorCorrection level, int neededVersion, int allowedVersion) {
    String text = characters + " characters at level " + level;
    return neededVersion == 0
        ? text + " fit into no version"
        : text + " need " + describe(neededVersion) + ", allowed is " + describe(allowedVersion);
  }

  private static String describe(int version) {
    int modules = QrSymbol.modules(version);
    return "version " + version + " (" + modules + "x" + modules + " modules)";
  }

  /** Characters of the text. */
  public int characters() {
    return characters;
  }

  /** The level that was asked for. */
  public ErrorCorrection level() {
    return level;
  }

  /** The smallest version that holds the text, 1 to 40; empty if there is none. */
  public OptionalInt neededVersion() {
    return neededVersion == 0 ? OptionalInt.empty() : OptionalInt.of(neededVersion);
  }

  /** The largest version that was allowed, 1 to 40. */
  public int allowedVersion() {
    return allowedVersion;
  }
}
