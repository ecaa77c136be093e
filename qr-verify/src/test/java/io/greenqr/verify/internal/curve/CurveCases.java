package io.greenqr.verify.internal.curve;

/**
 * How many random cases the tests of this package run: few by default, and with {@code
 * -Dgreenqr.exhaustive=true} as many as the documents speak of.
 */
final class CurveCases {
  private CurveCases() {}

  static int of(int byDefault, int exhaustive) {
    return Boolean.getBoolean("greenqr.exhaustive") ? exhaustive : byDefault;
  }
}
