package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any payload is a trust list that encodes to it, or a fault. */
class TrustListDocumentFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(82);
    return Stream.concat(
        Stream.of(TrustParts.trustList().bytes()),
        Stream.generate(() -> generator.trustList().encode()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    TrustListDocument list;
    try {
      list = TrustListDocument.decode(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, list.encode());
    assertEquals(list, TrustListDocument.decode(list.encode()));
  }
}
