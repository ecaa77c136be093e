package io.greenqr.verify.internal.certlogic;

/** A text that is known. */
final class PlainText extends TextValue {
  private final String text;

  PlainText(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  long millis(Scope scope) {
    scope.charge(text);
    return DateText.instant(text);
  }

  @Override
  long birthMillis() {
    return DateText.date(text);
  }

  @Override
  boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  boolean isSame(Value other, Scope scope) {
    if (other instanceof PlainText that) {
      if (text.length() != that.text.length()) {
        return false;
      }
      scope.charge(text);
      return text.equals(that.text);
    }
    return other instanceof TimeText && other.isSame(this, scope);
  }
}
