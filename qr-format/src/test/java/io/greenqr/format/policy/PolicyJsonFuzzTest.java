package io.greenqr.format.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.fault.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any document is a policy that can be written again and carried, or a fault. */
class PolicyJsonFuzzTest {
  static Stream<byte[]> seeds() {
    PolicyGenerator generator = new PolicyGenerator(604);
    return Stream.concat(
            Stream.of(
                PolicyJsonTest.DOCUMENT,
                PolicyJsonTest.DOCUMENT.replace(",2]", ",12345678901234567890123456789e99]")),
            Stream.generate(() -> PolicyJson.write(generator.policy())).limit(6))
        .map(json -> json.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsAPolicyOrNamesAFault(byte[] data) throws FormatException {
    String json = new String(data, StandardCharsets.UTF_8);
    PolicyDocument policy;
    try {
      policy = PolicyJson.read(json);
    } catch (FormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= json.length());
      assertTrue(e.getMessage().length() < 300);
      return;
    }
    assertEquals(policy, PolicyJson.read(PolicyJson.write(policy)));
    assertEquals(policy, PolicyDocument.decode(policy.encode()));
  }
}
