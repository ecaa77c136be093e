package io.greenqr.format.cose;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are written anew here, in decimal or by their definition. */
class SignatureRangeTest {
  /** Order of P-256: 2^256 - 2^224 + 2^192 - …, FIPS 186-4 D.1.2.3. */
  private static final BigInteger N =
      new BigInteger(
          "115792089210356248762697446949407573529996955224135760342422259061068512044369");

  /** Order of Ed25519's base point: 2^252 + 27742317777372353535851937790883648493. */
  private static final BigInteger L =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static BigInteger number(String expression) {
    String[] words = expression.split(" ", -1);
    BigInteger value =
        switch (words[0]) {
          case "n" -> N;
          case "n/2" -> N.shiftRight(1);
          case "L" -> L;
          case "2^252" -> BigInteger.TWO.pow(252);
          case "2^253" -> BigInteger.TWO.pow(253);
          case "2^255" -> BigInteger.TWO.pow(255);
          case "2^256" -> BigInteger.TWO.pow(256);
          default -> new BigInteger(words[0]);
        };
    return words.length == 1 ? value : value.add(new BigInteger(words[1]));
  }

  private static String bigEndian(BigInteger value) {
    return String.format(Locale.ROOT, "%064x", value);
  }

  private static String littleEndian(BigInteger value) {
    StringBuilder out = new StringBuilder();
    String hex = bigEndian(value);
    for (int i = 62; i >= 0; i -= 2) {
      out.append(hex, i, i + 2);
    }
    return out.toString();
  }

  private static void assertInRange(boolean valid, Parts envelope) throws FormatException {
    if (valid) {
      assertEquals(64, SignedPass.parse(envelope.bytes()).signature().length);
    } else {
      assertFault(
          FormatFault.COSE_SIGNATURE_RANGE,
          envelope.at("r"),
          () -> SignedPass.parse(envelope.bytes()));
    }
  }

  @ParameterizedTest(name = "r = {0}: {1}")
  @CsvSource({
    "0, false",
    "1, true",
    "n/2, true",
    "n/2 +1, true",
    "n -1, true",
    "n, false",
    "n +1, false",
    "2^255, true",
    "2^256 -1, false"
  })
  void esp256TakesEveryRFrom1ToBelowTheOrder(String r, boolean valid) throws FormatException {
    assertInRange(valid, Parts.envelope().with("r", bigEndian(number(r))));
  }

  @ParameterizedTest(name = "s = {0}: {1}")
  @CsvSource({
    "0, false",
    "1, true",
    "n/2 -1, true",
    "n/2, true",
    "n/2 +1, false",
    "n -1, false",
    "n, false",
    "n +1, false",
    "2^255, false",
    "2^256 -1, false"
  })
  void esp256TakesEverySUpToHalfTheOrder(String s, boolean valid) throws FormatException {
    assertInRange(valid, Parts.envelope().with("s", bigEndian(number(s))));
  }

  /** Bit 0 of n is 1, so that n / 2 is rounded down and n - n/2 is the first s that is too high. */
  @Test
  void ofTwoSpellingsOfASignatureExactlyOneIsTaken() throws FormatException {
    BigInteger s = N.shiftRight(1);
    for (int i = 0; i < 100; i++) {
      assertInRange(true, Parts.envelope().with("s", bigEndian(s)));
      assertInRange(false, Parts.envelope().with("s", bigEndian(N.subtract(s))));
      s = s.subtract(BigInteger.ONE.shiftLeft(2 * i));
    }
  }

  @ParameterizedTest(name = "S = {0}: {1}")
  @CsvSource({
    "0, true",
    "1, true",
    "L -1, true",
    "L, false",
    "L +1, false",
    "2^252, true",
    "2^253, false",
    "2^255, false",
    "2^256 -1, false"
  })
  void ed25519TakesEverySBelowTheOrder(String s, boolean valid) throws FormatException {
    assertInRange(valid, Parts.envelope().with("alg", "32").with("s", littleEndian(number(s))));
  }

  /** R is a point: what it is worth is the business of the verification. */
  @Test
  void ed25519TakesAnyR() throws FormatException {
    for (String r : new String[] {"00*32", "ff*32", "01 00*31"}) {
      assertInRange(true, Parts.envelope().with("alg", "32").with("r", r));
    }
  }
}
