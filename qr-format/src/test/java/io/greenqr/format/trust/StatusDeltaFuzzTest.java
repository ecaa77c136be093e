package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any payload is a delta that encodes to it, or a fault; it applies or does not. */
class StatusDeltaFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(84);
    return Stream.concat(
        Stream.of(TrustParts.delta().bytes()),
        Stream.generate(() -> generator.delta().encode()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    StatusDelta delta;
    try {
      delta = StatusDelta.decode(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, delta.encode());
    StatusEntries entries = StatusEntries.allValid(64);
    for (ListChanges changes : delta.lists()) {
      assertEquals(64, changes.apply(entries).map(StatusEntries::size).orElse(64));
    }
  }
}
