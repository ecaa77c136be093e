package io.greenqr.verify.internal.curve;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Checks Ed25519 signatures (RFC 8032 section 5.1.7) with tables of multiples of the key and of the
 * base point. This is scratch space that checks reuse, so that they allocate nothing: one thread at
 * a time.
 *
 * <p>The equation is the strict one, without the cofactor, and it is computed rather than tested: S
 * must be below L, and the encoding of {@code S B - h A} must be R byte for byte. There is one such
 * encoding, so no other spelling of R is taken, and every implementation of the strict equation
 * gives the same answer for every input, keys and R of low or mixed order included.
 *
 * <p>A batch shares the inversion that makes points affine and nothing else: there is no random
 * combination of equations, so that each verdict is what the single check says.
 */
final class Ed25519Verification {
  /** Signatures that share an inversion. */
  static final int BATCH = 64;

  private static final int LENGTH = Ed25519Table.ENCODED_LENGTH;
  private static final int HASH_LENGTH = 64;

  private final EdwardsSum sum = new EdwardsSum();
  private final Inverse25519 inverse = new Inverse25519();
  private final Order25519 order = new Order25519();
  private final MessageDigest sha512 = sha512();
  private final byte[] hash = new byte[HASH_LENGTH];
  private final long[] s = new long[Field25519.WORDS];
  private final long[] h = new long[Field25519.WORDS];
  private final long[] encoded = new long[Field25519.WORDS];
  private final int[] baseDigits = new int[Ed25519Table.MAX_DIGITS];
  private final int[] keyDigits = new int[Ed25519Table.MAX_DIGITS];
  private final Limbs affineX = new Limbs();
  private final Limbs affineY = new Limbs();
  private final Limbs product = new Limbs();
  private final Limbs[] x = Limbs.array(BATCH);
  private final Limbs[] y = Limbs.array(BATCH);
  private final Limbs[] z = Limbs.array(BATCH);
  private final Limbs[] inverses = Limbs.array(BATCH);
  private final int[] places = new int[BATCH];

  /** The R of each. */
  private final byte[][] halves = new byte[BATCH][LENGTH];

  private int waiting;

  /** Of no meaning, but kept: the compiler must not find that the loads are of no use. */
  long prefetched;

  /**
   * Whether a signature is one.
   *
   * @param base the table of the base point
   * @param key the table of the key
   * @param message begins with the message
   * @param messageLength bytes of the message
   * @param signature R and S, 64 bytes, at its beginning
   */
  boolean verifies(
      Ed25519Table base, Ed25519Table key, byte[] message, int messageLength, byte[] signature) {
    if (!readScalars(key, message, messageLength, signature)) {
      return false;
    }
    return isSum(base, key, s, h, signature);
  }

  /**
   * Whether the encoding of {@code S B - h A} is R.
   *
   * @param scalarS below L, four words; overwritten
   * @param scalarH below L, four words; overwritten
   * @param signature begins with R
   */
  boolean isSum(
      Ed25519Table base, Ed25519Table key, long[] scalarS, long[] scalarH, byte[] signature) {
    computePoint(base, key, scalarS, scalarH);
    inverse.invert(product, sum.z);
    return isEncoded(sum.x, sum.y, product, signature);
  }

  /**
   * Checks several signatures, each with its key, at places {@code from} to {@code from + count -
   * 1}.
   *
   * @param verdicts gets at each place what {@link #verifies} would say
   */
  void verifyAll(
      Ed25519Table base,
      Ed25519Table[] keys,
      byte[][] messages,
      int[] messageLengths,
      byte[][] signatures,
      int from,
      int count,
      boolean[] verdicts) {
    for (int i = from; i < from + count; i++) {
      verdicts[i] = false;
      takeUp(i, base, keys[i], messages[i], messageLengths[i], signatures[i]);
      if (waiting == BATCH) {
        decide(verdicts);
      }
    }
    decide(verdicts);
  }

  /**
   * Computes the point of one signature and keeps it for {@link #decide}, which has to come before
   * there are more than {@link #BATCH}.
   *
   * @param place where its verdict will stand, if it can be true
   * @param message may be overwritten afterwards, as the signature may
   */
  void takeUp(
      int place,
      Ed25519Table base,
      Ed25519Table key,
      byte[] message,
      int messageLength,
      byte[] signature) {
    if (readScalars(key, message, messageLength, signature)) {
      computePoint(base, key, s, h);
      x[waiting].set(sum.x);
      y[waiting].set(sum.y);
      z[waiting].set(sum.z);
      System.arraycopy(signature, 0, halves[waiting], 0, LENGTH);
      places[waiting] = place;
      waiting++;
    }
  }

  /** Writes the verdicts of all that were taken up. */
  void decide(boolean[] verdicts) {
    product.setZero();
    product.l0 = 1;
    inverse.invertAll(inverses, z, waiting, product);
    for (int i = 0; i < waiting; i++) {
      verdicts[places[i]] = isEncoded(x[i], y[i], inverses[i], halves[i]);
    }
    waiting = 0;
  }

  /** Reads S and works out h; false if S is not below L, as another spelling of S would not be. */
  private boolean readScalars(
      Ed25519Table key, byte[] message, int messageLength, byte[] signature) {
    for (int i = 0; i < s.length; i++) {
      s[i] = EdwardsDecoding.word(signature, LENGTH + 8 * i);
    }
    if (!Order25519.isReduced(s)) {
      return false;
    }
    // An exception for a wrong length, in an earlier check, may have left something behind.
    sha512.reset();
    sha512.update(signature, 0, LENGTH);
    sha512.update(key.encoding(), 0, LENGTH);
    sha512.update(message, 0, messageLength);
    try {
      sha512.digest(hash, 0, HASH_LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("64 bytes hold a SHA-512", e);
    }
    order.reduce(hash, h);
    return true;
  }

  /** {@code sum = S B - h A}. */
  private void computePoint(Ed25519Table base, Ed25519Table key, long[] scalarS, long[] scalarH) {
    // Combs take odd numbers: for an even k, -(L - k) is the same where L times the point is 0.
    boolean evenS = (scalarS[0] & 1) == 0;
    if (evenS) {
      Order25519.subtractFromOrder(scalarS);
    }
    base.comb().cut(scalarS, evenS, baseDigits, 0);
    boolean evenH = (scalarH[0] & 1) == 0;
    boolean oneTooMany = evenH && !key.isPrimeOrder();
    if (oneTooMany) {
      scalarH[0] |= 1;
    } else if (evenH) {
      Order25519.subtractFromOrder(scalarH);
    }
    key.comb().cut(scalarH, !evenH || oneTooMany, keyDigits, 0);
    prefetched = base.touch(baseDigits) ^ key.touch(keyDigits);
    int rounds = Math.max(base.comb().rounds(), key.comb().rounds());
    boolean started = false;
    for (int round = rounds - 1; round >= 0; round--) {
      boolean last = round > 0 || !oneTooMany;
      boolean keyActs = round < key.comb().rounds();
      if (started) {
        sum.twice(true);
      }
      if (round < base.comb().rounds()) {
        addRound(base, baseDigits, round, started, !keyActs && last);
        started = true;
      }
      if (keyActs) {
        addRound(key, keyDigits, round, started, last);
        started = true;
      }
    }
    if (oneTooMany) {
      sum.add(key.point(), 0, 0, false);
    }
  }

  /**
   * Adds the points of one round.
   *
   * @param last whether no addition comes directly after them
   */
  private void addRound(
      Ed25519Table table, int[] digits, int round, boolean started, boolean last) {
    long[] points = table.points();
    int blocks = table.comb().blocks();
    for (int block = 0; block < blocks; block++) {
      int digit = digits[round * blocks + block];
      int at = Ed25519Table.at(digit);
      if (started || block > 0) {
        sum.add(points, at, digit & 1, !last || block < blocks - 1);
      } else {
        sum.start(points, at, digit & 1);
      }
    }
  }

  /** Whether R is the one encoding of the point (X/Z, Y/Z). */
  private boolean isEncoded(Limbs pointX, Limbs pointY, Limbs inverseOfZ, byte[] signature) {
    Field25519.multiply(affineX, pointX, inverseOfZ);
    Field25519.multiply(affineY, pointY, inverseOfZ);
    Field25519.canonicalize(affineX);
    Field25519.canonicalize(affineY);
    Field25519.pack(affineY, encoded, 0);
    encoded[3] |= affineX.l0 << 63;
    long difference = 0;
    for (int i = 0; i < encoded.length; i++) {
      difference |= encoded[i] ^ EdwardsDecoding.word(signature, 8 * i);
    }
    return difference == 0;
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-512", e);
    }
  }
}
