package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.verify.internal.signature.BouncyCastleEngine;
import io.greenqr.verify.trust.TrustException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that are the same for the arithmetic are no second spelling of a signature. */
class SignatureRespellingTest {
  private static final BigInteger TWO_256 = BigInteger.ONE.shiftLeft(256);
  private static final BigInteger ED_ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static Verification verify(TestIssuer issuer, byte[] bytes, byte[] signature)
      throws TrustException {
    byte[] changed = bytes.clone();
    System.arraycopy(signature, 0, changed, bytes.length - 64, 64);
    return PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW)).verify(changed);
  }

  /** The raw check takes it, as every ECDSA check does: the envelope must refuse it. */
  @Test
  void theOtherSignatureThatVerifiesIsRefusedForItsHighS() throws Exception {
    TestIssuer issuer = TestIssuer.p256(41);
    for (CwtClaims claims : TestPasses.samples()) {
      SignedPass signed = issuer.sign(claims);
      BigInteger[] rs = p256Numbers(signed);
      byte[] high = TestIssuer.pair(rs[0], TestIssuer.N.subtract(rs[1]));
      assertTrue(
          new BouncyCastleEngine().prepare(issuer.key()).verifies(signed.toBeSigned(), high));
      Rejected rejected = assertInstanceOf(Rejected.class, verify(issuer, signed.bytes(), high));
      assertEquals(Rejection.ENVELOPE, rejected.rejection());
      assertEquals(FormatFault.COSE_SIGNATURE_RANGE, rejected.fault().orElseThrow());
    }
  }

  @Test
  void noMultipleOfTheOrderAndNoOtherNumberIsTakenInP256() throws Exception {
    TestIssuer issuer = TestIssuer.p256(41);
    int tried = 0;
    // r + n fits 32 bytes for r below 2^256 - n only, once in 2^32: taken modulo 2^256 elsewhere.
    for (CwtClaims claims : TestPasses.samples()) {
      SignedPass signed = issuer.sign(claims);
      BigInteger[] rs = p256Numbers(signed);
      BigInteger n = TestIssuer.N;
      Set<BigInteger> values = new HashSet<>(List.of(BigInteger.ZERO, BigInteger.ONE, n));
      for (BigInteger number : rs) {
        for (BigInteger base : List.of(number, n.subtract(number), number.negate())) {
          for (BigInteger added : List.of(BigInteger.ZERO, n, n.shiftLeft(1), BigInteger.ONE)) {
            values.add(base.add(added).mod(TWO_256));
          }
        }
      }
      assertTrue(values.containsAll(List.of(rs)));
      for (BigInteger r : values) {
        for (BigInteger s : values) {
          boolean same = r.equals(rs[0]) && s.equals(rs[1]);
          Verification answer = verify(issuer, signed.bytes(), TestIssuer.pair(r, s));
          assertEquals(same, answer instanceof Accepted, r + " " + s);
          tried++;
        }
      }
    }
    System.out.println("SignatureRespellingTest: ESP256: " + tried + " pairs of numbers");
  }

  @Test
  void noMultipleOfTheOrderIsTakenInEd25519() throws Exception {
    TestIssuer issuer = TestIssuer.ed25519(41);
    for (CwtClaims claims : TestPasses.samples()) {
      SignedPass signed = issuer.sign(claims);
      byte[] signature = signed.signature();
      BigInteger s = littleEndian(signature);
      for (int multiple = 1; multiple <= 15; multiple++) {
        BigInteger larger = s.add(ED_ORDER.multiply(BigInteger.valueOf(multiple)));
        if (larger.bitLength() <= 256) {
          Rejected rejected =
              assertInstanceOf(
                  Rejected.class, verify(issuer, signed.bytes(), withS(signature, larger)));
          assertEquals(FormatFault.COSE_SIGNATURE_RANGE, rejected.fault().orElseThrow());
        }
      }
      byte[] negative = withS(signature, ED_ORDER.subtract(s));
      assertEquals("SIGNATURE", verify(issuer, signed.bytes(), negative).code());
      negative[31] ^= (byte) 0x80;
      assertEquals("SIGNATURE", verify(issuer, signed.bytes(), negative).code());
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void swappedReversedAndConstantSignaturesAreRefused(SignatureAlgorithm algorithm)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 41);
    for (CwtClaims claims : TestPasses.samples()) {
      SignedPass signed = issuer.sign(claims);
      byte[] swapped = new byte[64];
      System.arraycopy(signed.signature(), 32, swapped, 0, 32);
      System.arraycopy(signed.signature(), 0, swapped, 32, 32);
      assertInstanceOf(Rejected.class, verify(issuer, signed.bytes(), swapped));
      byte[] reversed = signed.signature();
      reverse(reversed, 0, 32);
      reverse(reversed, 32, 64);
      assertInstanceOf(Rejected.class, verify(issuer, signed.bytes(), reversed));
      for (int b = 0; b < 256; b++) {
        byte[] constant = new byte[64];
        Arrays.fill(constant, (byte) b);
        assertInstanceOf(Rejected.class, verify(issuer, signed.bytes(), constant));
      }
    }
  }

  private static BigInteger[] p256Numbers(SignedPass signed) {
    byte[] signature = signed.signature();
    return new BigInteger[] {
      new BigInteger(1, Arrays.copyOf(signature, 32)),
      new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))
    };
  }

  private static BigInteger littleEndian(byte[] signature) {
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    reverse(s, 0, 32);
    return new BigInteger(1, s);
  }

  private static byte[] withS(byte[] signature, BigInteger s) {
    byte[] changed = signature.clone();
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, changed, 32, 32);
    reverse(changed, 32, 64);
    return changed;
  }

  private static void reverse(byte[] bytes, int from, int to) {
    for (int i = from, j = to - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
  }
}
