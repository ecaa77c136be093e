package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any payload is a root that encodes to it, or a fault. */
class RootDocumentFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(81);
    return Stream.concat(
        Stream.of(TrustParts.root().bytes()),
        Stream.generate(() -> generator.root().encode()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    RootDocument root;
    try {
      root = RootDocument.decode(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, root.encode());
    assertEquals(root, RootDocument.decode(root.encode()));
  }
}
