package io.greenqr.issue.key;

import java.nio.file.Path;

/** A program that signs with the tokens whose labels it is given, and prints what came of each. */
final class TokenByLabel {
  private TokenByLabel() {}

  public static void main(String[] args) throws Exception {
    for (int i = 2; i < args.length; i++) {
      System.out.println(outcome(Path.of(args[0]), TokenSlot.label(args[i]), args[1]));
    }
  }

  private static String outcome(Path library, TokenSlot slot, String pin) throws Exception {
    try (Pkcs11Token token = Pkcs11Token.open(library, slot, pin.toCharArray())) {
      token.generate("by-label-" + ProcessHandle.current().pid()).sign(new byte[1]);
      return "signed";
    } catch (KeyException e) {
      return e.fault().name();
    }
  }
}
