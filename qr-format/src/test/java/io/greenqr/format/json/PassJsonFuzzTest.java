package io.greenqr.format.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.PassGenerator;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any document is a pass that can be written again and carried, or a fault. */
class PassJsonFuzzTest {
  static Stream<byte[]> seeds() {
    PassGenerator generator = new PassGenerator(17);
    return Stream.concat(
            Stream.of(
                PassJsonFaultTest.DOCUMENT,
                "{\"name\":\"A\",\"birth\":\"1984\",\"x\":1e99999999999}"),
            Stream.generate(() -> PassJson.write(generator.pass())).limit(20))
        .map(json -> json.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsAPassOrNamesAFault(byte[] data) throws FormatException {
    String json = new String(data, StandardCharsets.UTF_8);
    Pass pass;
    try {
      pass = PassJson.read(json);
    } catch (FormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= json.length());
      assertTrue(e.getMessage().length() < 300);
      return;
    }
    assertEquals(pass, PassJson.read(PassJson.write(pass)));
    CwtClaims claims = CwtClaims.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), pass);
    try {
      assertEquals(claims, CwtClaims.decode(claims.encode()));
    } catch (InvalidValueException e) {
      assertEquals(FormatFault.BYTES_TOO_LONG, e.fault());
    }
  }
}
