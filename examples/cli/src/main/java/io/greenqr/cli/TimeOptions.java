package io.greenqr.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How times and durations are written on the command line. */
final class TimeOptions {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([dhms])");

  private TimeOptions() {}

  /** ISO 8601 with offset and whole seconds, such as 2021-09-20T08:00:00+07:00. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getNano() == 0) {
          return time.toInstant();
        }
      } catch (DateTimeException e) {
        // Told below, like a fraction of a second.
      }
      throw new TypeConversionException(
          "'" + text + "' is no time like 2021-09-20T08:00:00+07:00 or 2021-09-20T01:00:00Z");
    }
  }

  /** A number and d, h, m or s, such as 30d. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher matcher = DURATION.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no duration like 30d, 12h, 90m or 45s");
      }
      long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "d" -> Duration.ofDays(number);
        case "h" -> Duration.ofHours(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofSeconds(number);
      };
    }
  }
}
