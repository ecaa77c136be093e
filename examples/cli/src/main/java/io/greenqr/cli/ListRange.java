package io.greenqr.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Status lists from one number to another, both included. */
record ListRange(int first, int last) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");
  private static final int LAST = 65_535;

  /** Such as {@code 0-76}. */
  static final class Converter implements ITypeConverter<ListRange> {
    @Override
    public ListRange convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (matcher.matches()) {
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(2));
        if (first <= last && last <= LAST) {
          return new ListRange(first, last);
        }
      }
      throw new TypeConversionException("'" + text + "' is no range of lists like 0-76");
    }
  }
}
