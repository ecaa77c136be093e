package io.greenqr.format.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.Parts;
import io.greenqr.format.PassGenerator;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.PassJson;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any payload is a claims set that encodes to it, or a fault. */
class CwtClaimsFuzzTest {
  static Stream<byte[]> seeds() {
    PassGenerator generator = new PassGenerator(16);
    return Stream.concat(
        Stream.of(Parts.claims().bytes()),
        Stream.generate(() -> generator.claims().encode()).limit(20));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOnlyTheOneSpelling(byte[] data) throws FormatException {
    CwtClaims claims;
    try {
      claims = CwtClaims.decode(data);
    } catch (FormatException e) {
      if (e.offset() < 0 || e.offset() > data.length) {
        throw new AssertionError(e);
      }
      return;
    }
    assertArrayEquals(data, claims.encode());
    assertEquals(claims.pass(), PassJson.read(PassJson.write(claims.pass())));
  }
}
