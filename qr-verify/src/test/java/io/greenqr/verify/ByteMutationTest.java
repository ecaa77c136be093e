package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.CwtClaims;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every smallest change to the bytes of valid passes: none is accepted. */
class ByteMutationTest {
  private int tried;

  @BeforeEach
  void startCount() {
    tried = 0;
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void noPassIsAcceptedWithItsBytesChanged(SignatureAlgorithm algorithm) throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 31);
    PassVerifier verifier = PassVerifier.of(issuer.trustList(), TestPasses.at(TestPasses.NOW));
    int expected = 0;
    for (CwtClaims claims : TestPasses.samples()) {
      byte[] bytes = issuer.sign(claims).bytes();
      assertInstanceOf(Accepted.class, verifier.verify(bytes), "unchanged");
      flipEachBit(verifier, bytes);
      cutToEachPrefixAndSuffix(verifier, bytes);
      addEachByteBeforeAndAfter(verifier, bytes);
      deleteOrDoubleEachByte(verifier, bytes);
      assertInstanceOf(Accepted.class, verifier.verify(bytes), "unchanged by the test");
      expected += bytes.length * (8 + 2 + 2) + 2 * 256;
    }
    assertEquals(expected, tried);
    System.out.println("ByteMutationTest: " + algorithm + ": " + tried + " changes, 0 accepted");
  }

  private void flipEachBit(PassVerifier verifier, byte[] bytes) {
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      refused(verifier, changed);
    }
  }

  private void cutToEachPrefixAndSuffix(PassVerifier verifier, byte[] bytes) {
    for (int length = 0; length < bytes.length; length++) {
      refused(verifier, Arrays.copyOf(bytes, length));
      refused(verifier, Arrays.copyOfRange(bytes, bytes.length - length, bytes.length));
    }
  }

  private void addEachByteBeforeAndAfter(PassVerifier verifier, byte[] bytes) {
    for (int b = 0; b < 256; b++) {
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
      longer[bytes.length] = (byte) b;
      refused(verifier, longer);
      System.arraycopy(bytes, 0, longer, 1, bytes.length);
      longer[0] = (byte) b;
      refused(verifier, longer);
    }
  }

  private void deleteOrDoubleEachByte(PassVerifier verifier, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
      System.arraycopy(bytes, i + 1, shorter, i, shorter.length - i);
      refused(verifier, shorter);
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
      System.arraycopy(bytes, i, longer, i + 1, bytes.length - i);
      refused(verifier, longer);
    }
  }

  private void refused(PassVerifier verifier, byte[] changed) {
    tried++;
    if (verifier.verify(changed) instanceof Accepted) {
      throw new AssertionError("accepted: " + HexFormat.of().formatHex(changed));
    }
  }
}
