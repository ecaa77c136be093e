package io.greenqr.format.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any payload is a policy that is built and encoded to it, or a fault. */
class PolicyFuzzTest {
  static Stream<byte[]> seeds() {
    PolicyGenerator generator = new PolicyGenerator(603);
    return Stream.concat(
        Stream.of(PolicyParts.policy().bytes()),
        Stream.generate(() -> generator.policy().encode()).limit(6));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    PolicyDocument policy;
    try {
      policy = PolicyDocument.decode(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, PolicyParts.copy(data));
    assertEquals(policy, PolicyDocument.decode(policy.encode()));
  }
}
