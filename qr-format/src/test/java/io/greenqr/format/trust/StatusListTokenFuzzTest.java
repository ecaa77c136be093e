package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.greenqr.format.Bytes;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes of another system are a token or a fault. */
class StatusListTokenFuzzTest {
  private static final byte[] SIGNATURE = Bytes.hex("00*31 01 00*31 01");

  static Stream<byte[]> seeds() {
    StatusListToken.Builder builder =
        StatusListToken.builder(
            "https://a.example", Instant.EPOCH, StatusEntries.ofBits(Bytes.hex("c944f9")));
    CoseKey key = CoseKey.ed25519(new byte[32]);
    return Stream.of(
        builder.build(key, SIGNATURE).bytes(),
        builder
            .expires(Instant.ofEpochSecond(9))
            .ttl(Duration.ofSeconds(9))
            .build(CoseKey.p256(new byte[32], new byte[32]), SIGNATURE)
            .bytes(),
        Bytes.hex(
            "d2 84 5f 5821 bf10781a6170706c69636174696f6e2f7374617475736c6973742b6377740128ff ff"
                + " a1044131 5824 bf19fffda2646269747301636c73744a78dadbb918000217015d026141061801ff"
                + " 5840 00*31 01 00*31 01"));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void readsOrRefuses(byte[] data) {
    StatusListToken token;
    try {
      token = StatusListToken.parse(data);
    } catch (FormatException e) {
      assertTrue(e.offset() == 0 || e.offset() == StatusListToken.MAX_BYTES);
      return;
    }
    assertArrayEquals(data, token.bytes());
    assertEquals(64, token.signature().length);
    assertTrue(token.unverifiedEntries().size() <= 131_072);
    assertTrue(token.unverifiedExpires().map(token.unverifiedIssuedAt()::isBefore).orElse(true));
    assertTrue(token.unverifiedTtl().map(it -> !it.isZero() && !it.isNegative()).orElse(true));
  }
}
