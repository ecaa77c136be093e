package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any payload is a status list, in whatever way it was deflated, or a fault. */
class StatusListDocumentFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(83);
    return Stream.concat(
        Stream.of(TrustParts.statusList().bytes()),
        Stream.generate(() -> generator.statusList().encode()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    StatusListDocument list;
    try {
      list = StatusListDocument.decode(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    byte[] again = list.encode();
    assertEquals(list, StatusListDocument.decode(again));
    assertArrayEquals(again, StatusListDocument.decode(again).encode());
  }
}
