package io.greenqr.format.cose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.fault.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
      assertWrites(expected, pass);
    }
  }

  /** Into room for any pass, and into what is just enough; what stands behind stays. */
  private static void assertWrites(byte[] expected, SignedPass pass) {
    byte[] buffer = new byte[SignedPass.MAX_TO_BE_SIGNED];
    Arrays.fill(buffer, (byte) 0x55);
    assertEquals(expected.length, pass.writeToBeSigned(buffer));
    byte[] whole = Arrays.copyOf(expected, buffer.length);
    Arrays.fill(whole, expected.length, whole.length, (byte) 0x55);
    assertArrayEquals(whole, buffer);
    byte[] enough = new byte[expected.length];
    pass.writeToBeSigned(enough);
    assertArrayEquals(expected, enough);
    byte[] tooShort = new byte[expected.length - 1];
    assertThrows(IllegalArgumentException.class, () -> pass.writeToBeSigned(tooShort));
    assertArrayEquals(new byte[expected.length - 1], tooShort);
  }

  @Test
  void isNotBuiltForAPayloadThatNoPassCanHold() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SignedPass.toBeSigned(SignatureAlgorithm.ESP256, KeyId.of(KEY_ID), new byte[1025]));
  }

  /** {@code Signature}, an empty header of the body, the signer's header, the kind, the payload. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 23, 24, 25, 255, 256, 257, 65_535, 65_536, 1 << 20})
  void isTheOneOfSeveralSignersForPayloadsOfEveryHeadSize(int length) {
    byte[] payload = new byte[length];
    new Random(length).nextBytes(payload);
    for (DocumentType type : DocumentType.values()) {
      for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
        byte[] header =
            CBORObject.NewOrderedMap()
                .Add(1, algorithm == SignatureAlgorithm.ESP256 ? -9 : -19)
                .Add(4, KEY_ID)
                .EncodeToBytes(new CBOREncodeOptions("keepkeyorder=true"));
        byte[] expected =
            CBORObject.NewArray()
                .Add("Signature")
                .Add(new byte[0])
                .Add(header)
                .Add(context(type))
                .Add(payload)
                .EncodeToBytes();
        assertArrayEquals(
            expected, SigStructure.ofSign(header, 0, type.context(), payload, 0, payload.length));
      }
    }
  }

  private static byte[] context(DocumentType type) {
    String name =
        switch (type) {
          case ROOT -> "GQ1 root";
          case TRUST_LIST -> "GQ1 trust list";
          case STATUS_LIST -> "GQ1 status list";
          case STATUS_DELTA -> "GQ1 status delta";
          case FRESHNESS_CARD -> "GQ1 freshness card";
          case POLICY -> "GQ1 policy";
        };
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @EnumSource
  void ofADocumentCoversItsPayloadAsReceived(DocumentType type) throws FormatException {
    byte[] payload = {(byte) 0x82, (byte) type.code(), 0x18, 0x00};
    CoseKey key = CoseKey.ed25519(new byte[32]);
    DocumentSignature signature = DocumentSignature.of(key, new byte[64]);
    SignedDocument document = SignedDocument.of(type, payload, Collections.singleton(signature));
    byte[] expected =
        CBORObject.NewArray()
            .Add("Signature")
            .Add(new byte[0])
            .Add(ProtectedHeader.encode(key.algorithm(), key.keyId()))
            .Add(context(type))
            .Add(payload)
            .EncodeToBytes();
    assertArrayEquals(expected, document.toBeSigned(key));
    SignedDocument read = SignedDocument.parse(document.bytes(), type);
    assertArrayEquals(expected, read.toBeSigned(read.signatures().get(0)));
  }
}
