package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.text.PassText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every smallest change to valid texts: none is accepted. Substitutions in the pass with all four
 * claims always; in those with one claim as well with {@code -Dgreenqr.exhaustive=true}.
 */
class TextMutationTest {
  private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String BASE45 = ALNUM + " $%*+-./:";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String BASE64URL = ALNUM + LOWER + "-_";

  /** Padding, other alphabets, controls, wide and look-alike characters, half a surrogate pair. */
  private static final String FOREIGN =
      "=_,;#&@!?'\"\\/+\0\t\n\r\u007f\u0085\u00a0\u200b\u0410\ufeff\uff21\ud83d";

  private int tried;

  @BeforeEach
  void startCount() {
    tried = 0;
  }

  @ParameterizedTest
  @CsvSource({"ESP256, QR", "ESP256, SMS", "ED25519, QR", "ED25519, SMS"})
  void noTextIsAcceptedWithOneCharacterReplaced(SignatureAlgorithm algorithm, PassText form)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 32);
    PassVerifier verifier = verifier(issuer);
    String alphabet = form == PassText.QR ? BASE45 + LOWER + FOREIGN : BASE64URL + FOREIGN;
    List<CwtClaims> samples = TestPasses.samples();
    boolean all = Boolean.getBoolean("greenqr.exhaustive");
    for (CwtClaims claims : all ? samples : samples.subList(4, 5)) {
      String text = issuer.sign(claims).text(form);
      assertInstanceOf(Accepted.class, verifier.verify(text), "unchanged");
      for (int i = 0; i < text.length(); i++) {
        for (int c = 0; c < alphabet.length(); c++) {
          if (alphabet.charAt(c) != text.charAt(i)) {
            refused(verifier, text.substring(0, i) + alphabet.charAt(c) + text.substring(i + 1));
          }
        }
      }
    }
    report(algorithm + " " + form + ": " + "one character replaced");
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void noTextIsAcceptedCutOrWithCharactersAddedOrTakenOut(SignatureAlgorithm algorithm)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 32);
    PassVerifier verifier = verifier(issuer);
    int expected = 0;
    for (CwtClaims claims : TestPasses.samples()) {
      for (PassText form : PassText.values()) {
        String text = issuer.sign(claims).text(form);
        for (int i = 0; i < text.length(); i++) {
          refused(verifier, text.substring(0, i));
          refused(verifier, text.substring(i + 1));
          refused(verifier, text.substring(0, i) + text.substring(i + 1));
          refused(verifier, text.substring(0, i + 1) + text.substring(i));
        }
        expected += 4 * text.length();
        String added = BASE64URL + BASE45 + FOREIGN;
        for (int c = 0; c < added.length(); c++) {
          refused(verifier, text + added.charAt(c));
          refused(verifier, added.charAt(c) + text);
        }
        expected += 2 * added.length();
      }
    }
    assertEquals(expected, tried);
    report(algorithm + ": cut, one character added, taken out or doubled");
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void noTextIsAcceptedInAnotherCaseOrWithAnotherPrefixOrWithSpacesAround(
      SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 32);
    PassVerifier verifier = verifier(issuer);
    List<String> prefixes =
        List.of(
            "",
            "GQ1",
            "gq1",
            "GQ1:GQ1:",
            "gq1.gq1.",
            "GQ1:gq1.",
            "gq1.GQ1:",
            "gq1:",
            "GQ1.",
            "gQ1:",
            "Gq1:",
            "gQ1.",
            "Gq1.",
            "GQ1;",
            "GQ2:",
            "GQ01:",
            "GQ1::",
            "GQ1: ",
            "HC1:",
            "]Q1GQ1:",
            "http://GQ1:");
    List<String> spaces =
        List.of(" ", "\n", "\r\n", "\t", "\0", "\u00a0", "\u2028", "\u3000", "\ufeff");
    for (CwtClaims claims : TestPasses.samples()) {
      for (PassText form : PassText.values()) {
        String text = issuer.sign(claims).text(form);
        String body = text.substring(form.prefix().length());
        String other = form == PassText.QR ? PassText.SMS.prefix() : PassText.QR.prefix();
        refused(verifier, other + body);
        refused(verifier, swapCase(text));
        refused(verifier, form.prefix() + swapCase(body));
        refused(verifier, new StringBuilder(text).reverse().toString());
        refused(verifier, text + text);
        prefixes.forEach(prefix -> refused(verifier, prefix + body));
        for (String space : spaces) {
          refused(verifier, space + text);
          refused(verifier, text + space);
          refused(verifier, text.substring(0, 4) + space + text.substring(4));
        }
      }
    }
    report(algorithm + ": another case or prefix, spaces");
  }

  private static String swapCase(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
  }

  private static PassVerifier verifier(TestIssuer issuer) throws Exception {
    return PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW));
  }

  private void refused(PassVerifier verifier, String changed) {
    tried++;
    if (verifier.verify(changed) instanceof Accepted) {
      throw new AssertionError("accepted: " + changed);
    }
  }

  private void report(String what) {
    System.out.println("TextMutationTest: " + what + ": " + tried + " changes, 0 accepted");
  }
}
