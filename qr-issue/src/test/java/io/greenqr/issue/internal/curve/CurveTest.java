package io.greenqr.issue.internal.curve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveTest {
  static Stream<Curve> curves() {
    return Stream.of(P256.CURVE, Edwards25519.CURVE);
  }

  @ParameterizedTest
  @MethodSource("curves")
  void verifiesItsOwnAndNothingElse(Curve curve) {
    byte[] secret = curve.newSecret(new SecureRandom());
    byte[] point = curve.publicKey(secret);
    byte[] x = Arrays.copyOf(point, 32);
    byte[] y = Arrays.copyOfRange(point, 32, point.length);
    byte[] message = {1, 2, 3};
    byte[] signature = curve.signer(secret).sign(message);
    assertTrue(curve.isPublicKey(x, y));
    assertTrue(curve.verify(x, y, message, signature));

    assertFalse(curve.verify(x, y, new byte[] {1, 2, 4}, signature));
    for (int length : new int[] {0, 63, 65, 96}) {
      assertFalse(curve.verify(x, y, message, Arrays.copyOf(signature, length)));
    }
    // No key: of the other kind, cut, zero.
    byte[] otherY = y.length == 0 ? new byte[32] : new byte[0];
    assertFalse(curve.verify(x, otherY, message, signature));
    assertFalse(curve.verify(Arrays.copyOf(x, 31), y, message, signature));
    assertFalse(curve.verify(new byte[32], new byte[y.length], message, signature));
    assertFalse(curve.verify(x, y, message, new byte[64]));
  }
}
