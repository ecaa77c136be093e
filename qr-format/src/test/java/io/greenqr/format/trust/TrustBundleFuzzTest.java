package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a bundle in its one spelling, or a fault. */
class TrustBundleFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(87);
    return Stream.concat(
        Stream.of(TrustParts.bundle().bytes()),
        Stream.generate(() -> generator.bundle().bytes()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    TrustBundle bundle;
    try {
      bundle = TrustBundle.parse(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, bundle.bytes());
    assertEquals(bundle.roots(), TrustBundle.parse(bundle.bytes()).roots());
  }
}
