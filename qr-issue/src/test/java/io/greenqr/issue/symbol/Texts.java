package io.greenqr.issue.symbol;

import java.util.Random;

/** Texts that symbols are made of. */
final class Texts {
  private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private Texts() {}

  /** A text as a pass has it: the prefix and seeded digits of Base45, of a length in all. */
  static String pass(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder("GQ1:");
    while (text.length() < length) {
      text.append(BASE45.charAt(random.nextInt(BASE45.length())));
    }
    return text.toString();
  }
}
