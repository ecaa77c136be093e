package io.greenqr.verify.reader;

import java.util.Objects;

/**
 * What an image held: a {@link Text}, a symbol that was {@link Refused}, or {@link Nothing} that
 * could be read.
 */
public sealed interface QrReading permits QrReading.Text, QrReading.Refused, QrReading.Nothing {

  /** A symbol whose whole content is one text. */
  final class Text implements QrReading {
    private final String text;

    Text(String text) {
      this.text = text;
    }

    /**
     * The characters as they stand in the symbol, neither trimmed nor changed in case: 0 to {@link
     * QrReader#MAX_TEXT_CHARS} characters of printable ASCII. Whoever drew the symbol chose them.
     */
    public String text() {
      return text;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    /** The length only: the text is personal data. */
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  /**
   * A symbol that was read without error and carries something else than one plain text. Another
   * frame of the same symbol ends the same way, so a person can be told at once.
   */
  final class Refused implements QrReading {
    private final Refusal refusal;

    Refused(Refusal refusal) {
      this.refusal = Objects.requireNonNull(refusal);
    }

    /** The reason. */
    public Refusal refusal() {
      return refusal;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Refused that && refusal == that.refusal;
    }

    @Override
    public int hashCode() {
      return refusal.hashCode();
    }

    @Override
    public String toString() {
      return "Refused[" + refusal + "]";
    }
  }

  /**
   * No symbol that could be read: none in the image, or one too blurred, too small or too damaged.
   * The next frame may show more.
   */
  final class Nothing implements QrReading {
    static final Nothing INSTANCE = new Nothing();

    private Nothing() {}

    @Override
    public String toString() {
      return "Nothing";
    }
  }
}
