package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FreshnessTextTest {
  private static SignedDocument card() throws FormatException {
    return SignedDocument.parse(TrustParts.envelope().bytes(), DocumentType.FRESHNESS_CARD);
  }

  @Test
  void isReadInItsOneSpelling() throws FormatException {
    String text = FreshnessCard.text(card());
    assertTrue(text.startsWith("GQF1:"));
    assertArrayEquals(card().bytes(), FreshnessCard.parseText(text).bytes());
    assertEquals(FreshnessCard.decode(TrustParts.card().bytes()).version(), TrustVersion.of(1, 2));
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> FreshnessCard.parseText(" " + text));
    assertFault(
        FormatFault.TEXT_PREFIX, 0, () -> FreshnessCard.parseText("gqf1:" + text.substring(5)));
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> FreshnessCard.parseText(""));
    assertFault(FormatFault.TEXT_LENGTH, 5, () -> FreshnessCard.parseText("GQF1:"));
    assertFault(FormatFault.TEXT_CHARACTER, 5, () -> FreshnessCard.parseText("GQF1:a0"));
    assertFault(FormatFault.TEXT_VALUE, 5, () -> FreshnessCard.parseText("GQF1::::"));
  }

  @Test
  void isNeitherAPassNorTakenFromOne() throws FormatException {
    String text = FreshnessCard.text(card());
    assertFault(FormatFault.TEXT_PREFIX, 0, () -> SignedPass.parseText(text));
    assertFault(FormatFault.COSE_TAG, () -> SignedPass.parseText("GQ1:" + text.substring(5)));
    assertFault(
        FormatFault.TEXT_PREFIX, 0, () -> FreshnessCard.parseText("GQ1:" + text.substring(5)));
  }

  @Test
  void isBound() {
    assertFault(
        FormatFault.TEXT_TOO_LONG,
        4_296,
        () -> FreshnessCard.parseText("GQF1:" + "0".repeat(4_292)));
    assertFault(
        FormatFault.DOCUMENT_TOO_LONG,
        1_024,
        () -> FreshnessCard.parseText("GQF1:" + "0".repeat(1_539)));
    assertFault(FormatFault.COSE_TAG, () -> FreshnessCard.parseText("GQF1:" + "0".repeat(1_536)));
  }

  @Test
  void isMadeOfNothingElse() {
    byte[] payload = TrustParts.root().bytes();
    SignedDocument root = SignedDocument.of(DocumentType.ROOT, payload, Collections.emptyList());
    assertInvalid(FormatFault.DOCUMENT_KIND, () -> FreshnessCard.text(root));
    SignedDocument draft =
        SignedDocument.of(
            DocumentType.FRESHNESS_CARD, TrustParts.card().bytes(), Collections.emptyList());
    assertInvalid(FormatFault.COUNT_RANGE, () -> FreshnessCard.text(draft));
  }
}
