package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any stored bytes are a state, or a fault. */
class HeldTrustFuzzTest {
  static Stream<byte[]> seeds() {
    TrustGenerator generator = new TrustGenerator(88);
    return Stream.concat(
        Stream.of(TrustParts.held().bytes()),
        Stream.generate(() -> generator.held().bytes()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    HeldTrust held;
    try {
      held = HeldTrust.parse(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    byte[] again = held.bytes();
    assertEquals(held.statusLists(), HeldTrust.parse(again).statusLists());
    assertArrayEquals(again, HeldTrust.parse(again).bytes());
  }
}
