package io.greenqr.issue;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.Pass;
import io.greenqr.format.text.PassText;
import io.greenqr.issue.key.SigningKey;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sizes that docs/spec/format.md promises, so that low-end phones can scan the symbols. */
class PassSizeTest {
  static Stream<SigningKey> keys() {
    return Stream.of(Samples.P256, Samples.ED25519);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void keepsItsSizes(SigningKey key) {
    assertEquals(20, Samples.NAME.length());
    assertAll(
        () -> fits(key, Samples.oneDose(), 142, 217),
        () -> fits(key, Samples.twoDoses(), 150, 229),
        () -> fits(key, Samples.allClaims(), 200, 304),
        // A reading is more than that table speaks of, and costs one version of the symbol.
        () -> fits(key, Samples.full(), 210, 319));
  }

  private static void fits(SigningKey key, Pass pass, int bytes, int characters)
      throws IssueException {
    IssuedPass issued = issue(key, pass);
    int length = issued.bytes().length;
    int text = issued.text(PassText.QR).length();
    assertTrue(length <= bytes, () -> length + " bytes");
    assertTrue(text <= characters, () -> text + " characters");
    // Two messages of 153 characters: seven of 160 go to the header that joins them.
    int sms = issued.text(PassText.SMS).length();
    assertTrue(sms <= 306, () -> sms + " characters of SMS");
  }

  private static IssuedPass issue(SigningKey key, Pass pass) throws IssueException {
    return Samples.issuer(key).issue(pass, Samples.MONTH);
  }
}
