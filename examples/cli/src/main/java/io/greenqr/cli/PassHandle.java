package io.greenqr.cli;

import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.StatusReference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Public handles of passes, {@code list/index}, as people and systems write them. */
final class PassHandle {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})/([0-9]{1,6})");

  private PassHandle() {}

  static Optional<StatusReference> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StatusReference.of(
              Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  /** One pass. */
  static final class Converter implements ITypeConverter<StatusReference> {
    @Override
    public StatusReference convert(String text) {
      return parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no handle of a pass like 7/104233"));
    }
  }

  /** Passes of a list from one entry to another, both included. */
  record Range(int list, int first, int last) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})/([0-9]{1,6})-([0-9]{1,6})");

    static final class Converter implements ITypeConverter<Range> {
      @Override
      public Range convert(String text) {
        Matcher matcher = Range.FORM.matcher(text);
        if (!matcher.matches()) {
          throw new TypeConversionException("'" + text + "' is no range of passes like 7/100-199");
        }
        return new Range(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
      }
    }
  }
}
