package io.greenqr.format.policy;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.Nfc;
import io.greenqr.format.internal.text.Utf8;
import io.greenqr.format.internal.text.Visible;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What is said to a person, in each language.
 *
 * <pre>{@code
 * words = [ vi, en ]
 * vi    = tstr .size (1..500)
 * en    = tstr .size (1..500)
 * }</pre>
 */
public final class Words {
  private final String vi;
  private final String en;

  private Words(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /**
   * Words on one line: no control, format or bidirectional characters and no breaks.
   *
   * @param vi in Vietnamese, 1 to {@link FormatLimits#MAX_WORDS_BYTES} bytes of UTF-8 in NFC
   * @param en the same in English
   * @throws InvalidValueException POLICY_WORDS, CBOR_NOT_NFC
   */
  public static Words of(String vi, String en) {
    return new Words(require(vi, Language.VI), require(en, Language.EN));
  }

  /**
   * These words with {@code {date}} and {@code {time}} replaced, such as by {@code 2021-09-20} and
   * {@code 07:30}: a time as people at {@code offset} read the clock, rounded up to the minute.
   */
  public Words at(Instant time, ZoneOffset offset) {
    OffsetDateTime minute = time.atOffset(offset).truncatedTo(ChronoUnit.MINUTES);
    OffsetDateTime local = minute.toInstant().isBefore(time) ? minute.plusMinutes(1) : minute;
    // Not checked again: what is put in is digits, and may make a sentence longer than a policy's.
    return new Words(fill(vi, local), fill(en, local));
  }

  private static String fill(String text, OffsetDateTime local) {
    return text.replace("{date}", local.toLocalDate().toString())
        .replace("{time}", local.toLocalTime().toString());
  }

  private static String require(String text, Language language) {
    InvalidValueException.require(
        !text.isEmpty()
            && text.length() <= FormatLimits.MAX_WORDS_BYTES
            && Utf8.length(text) <= FormatLimits.MAX_WORDS_BYTES
            // Others make a screen show another sentence than the one that was signed.
            && text.codePoints().allMatch(Visible::is),
        FormatFault.POLICY_WORDS,
        language.tag());
    InvalidValueException.require(Nfc.isNormalized(text), FormatFault.CBOR_NOT_NFC, language.tag());
    return text;
  }

  /** What is said in {@code language}. */
  public String in(Language language) {
    return language == Language.VI ? vi : en;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && that.vi.equals(vi) && that.en.equals(en);
  }

  @Override
  public int hashCode() {
    return 31 * vi.hashCode() + en.hashCode();
  }

  /** The English words. */
  @Override
  public String toString() {
    return en;
  }
}
