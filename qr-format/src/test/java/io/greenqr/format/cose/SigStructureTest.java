package io.greenqr.format.cose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.fault.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is signed, against a {@code Sig_structure} that CBOR-Java writes. */
class SigStructureTest {
  private static final byte[] KEY_ID = {(byte) 0xfe, 0, 1, (byte) 0x80};

  private static byte[] expected(SignatureAlgorithm algorithm, byte[] payload) {
    CBORObject header =
        CBORObject.NewOrderedMap()
            .Add(1, algorithm == SignatureAlgorithm.ESP256 ? -9 : -19)
            .Add(4, KEY_ID);
    return CBORObject.NewArray()
        .Add("Signature1")
        .Add(header.EncodeToBytes())
        .Add("GQ1 pass".getBytes(StandardCharsets.US_ASCII))
        .Add(payload)
        .EncodeToBytes();
  }

  @ParameterizedTest
  @EnumSource
  void isTheSigStructureOfCoseForPayloadsOfEveryLength(SignatureAlgorithm algorithm)
      throws FormatException {
    Random random = new Random(13);
    byte[] signature = new byte[64];
    signature[31] = 1;
    signature[63] = 1;
    for (int length = 0; length <= 942; length++) {
      byte[] payload = new byte[length];
      random.nextBytes(payload);
      byte[] expected = expected(algorithm, payload);
      KeyId keyId = KeyId.of(KEY_ID);
      assertArrayEquals(expected, SignedPass.toBeSigned(algorithm, keyId, payload));
      SignedPass pass = SignedPass.of(algorithm, keyId, payload, signature);
      assertArrayEquals(expected, pass.toBeSigned());
      assertArrayEquals(expected, SignedPass.parse(pass.bytes()).toBeSigned());
    }
  }

  @Test
  void isNotBuiltForAPayloadThatNoPassCanHold() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SignedPass.toBeSigned(SignatureAlgorithm.ESP256, KeyId.of(KEY_ID), new byte[1025]));
  }
}
