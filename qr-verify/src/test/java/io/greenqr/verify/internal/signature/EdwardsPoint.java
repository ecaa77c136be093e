package io.greenqr.verify.internal.signature;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * A point of edwards25519 by the equations of RFC 8032 section 5.1 and nothing else: slow, and
 * independent of the library whose checks it tests.
 */
public final class EdwardsPoint {
  /** The field's characteristic. */
  public static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** Order of the base point. */
  public static final BigInteger L =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** The neutral element. */
  public static final EdwardsPoint IDENTITY = new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE);

  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  private final BigInteger x;
  private final BigInteger y;

  private EdwardsPoint(BigInteger x, BigInteger y) {
    this.x = x;
    this.y = y;
  }

  /** A point with this {@code y}, if the curve has one (RFC 8032 section 5.1.3). */
  public static Optional<EdwardsPoint> ofY(BigInteger y) {
    BigInteger y2 = y.multiply(y).mod(P);
    BigInteger x2 =
        y2.subtract(BigInteger.ONE)
            .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    for (BigInteger root : List.of(x, x.multiply(ROOT_OF_MINUS_ONE).mod(P))) {
      if (root.multiply(root).mod(P).equals(x2)) {
        return Optional.of(new EdwardsPoint(root, y.mod(P)));
      }
    }
    return Optional.empty();
  }

  /** The sum; the formula holds for all pairs. */
  public EdwardsPoint plus(EdwardsPoint that) {
    BigInteger t = D.multiply(x).multiply(that.x).multiply(y).multiply(that.y).mod(P);
    BigInteger newX =
        x.multiply(that.y).add(y.multiply(that.x)).multiply(BigInteger.ONE.add(t).modInverse(P));
    BigInteger newY =
        y.multiply(that.y)
            .add(x.multiply(that.x))
            .multiply(BigInteger.ONE.subtract(t).modInverse(P));
    return new EdwardsPoint(newX.mod(P), newY.mod(P));
  }

  /** This point {@code times} times. */
  public EdwardsPoint times(BigInteger times) {
    EdwardsPoint sum = IDENTITY;
    for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
      sum = sum.plus(sum);
      sum = times.testBit(bit) ? sum.plus(this) : sum;
    }
    return sum;
  }

  /** The eight points whose order divides 8, the identity first: multiples of one of order 8. */
  public static List<EdwardsPoint> lowOrder() {
    for (int y = 2; ; y++) {
      Optional<EdwardsPoint> point = ofY(BigInteger.valueOf(y));
      if (point.isEmpty()) {
        continue;
      }
      EdwardsPoint torsion = point.get().times(L);
      if (!torsion.times(BigInteger.valueOf(4)).equals(IDENTITY)) {
        List<EdwardsPoint> multiples = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          multiples.add(torsion.times(BigInteger.valueOf(i)));
        }
        return multiples;
      }
    }
  }

  /** All 32-byte strings that a decoder which forgets a check takes for this point. */
  public List<byte[]> encodings() {
    List<byte[]> encodings = new ArrayList<>();
    encodings.add(encode(y, x.testBit(0)));
    if (x.signum() == 0) {
      encodings.add(encode(y, true));
    }
    BigInteger second = y.add(P);
    if (second.bitLength() <= 255) {
      encodings.add(encode(second, x.testBit(0)));
      if (x.signum() == 0) {
        encodings.add(encode(second, true));
      }
    }
    return encodings;
  }

  /** {@code y} least significant byte first, with the sign of {@code x} in the highest bit. */
  public static byte[] encode(BigInteger y, boolean negative) {
    byte[] bytes = Arrays.reverse(BigIntegers.asUnsignedByteArray(32, y));
    bytes[31] |= (byte) (negative ? 0x80 : 0);
    return bytes;
  }

  /** The one encoding of RFC 8032. */
  public byte[] encode() {
    return encodings().get(0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdwardsPoint that && that.x.equals(x) && that.y.equals(y);
  }

  @Override
  public int hashCode() {
    return y.hashCode();
  }
}
