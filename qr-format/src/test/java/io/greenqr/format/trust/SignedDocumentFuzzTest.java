package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are the envelope of a document in its one spelling, or a fault. */
class SignedDocumentFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(86);
    return Stream.concat(
        Stream.of(TrustParts.envelope().bytes()),
        Stream.generate(
                () ->
                    generator
                        .signed(DocumentType.FRESHNESS_CARD, generator.card().encode())
                        .bytes())
            .limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    SignedDocument document;
    try {
      document = SignedDocument.parseDraft(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, document.bytes());
    assertEquals(
        document,
        SignedDocument.of(document.type(), document.unverifiedPayload(), document.signatures()));
  }
}
