package io.greenqr.benchmarks;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Signed messages of 200 bytes under a key made for the run. */
final class SampleSignatures {
  private static final int LENGTH = 200;

  private final CoseKey key;
  private final byte[][] messages;
  private final byte[][] signatures;

  SampleSignatures(SignatureAlgorithm algorithm, int count) {
    PassSigner signer = SigningKey.generate(algorithm).signer();
    key = signer.publicKey();
    messages = new byte[count][LENGTH];
    signatures = new byte[count][];
    Random random = new Random(1);
    try {
      for (int i = 0; i < count; i++) {
        random.nextBytes(messages[i]);
        signatures[i] = signer.sign(messages[i]);
      }
    } catch (SigningException e) {
      throw new IllegalStateException("a key in memory signs", e);
    }
  }

  CoseKey key() {
    return key;
  }

  int count() {
    return messages.length;
  }

  byte[] message(int index) {
    return messages[index];
  }

  /** As in the envelope of a pass. */
  byte[] signature(int index) {
    return signatures[index];
  }

  /** As JCA providers take it: for ECDSA the DER form of r and s. */
  byte[] jcaSignature(int index) {
    byte[] raw = signatures[index];
    if (key.algorithm() == SignatureAlgorithm.ED25519) {
      return raw;
    }
    try {
      return StandardDSAEncoding.INSTANCE.encode(
          SECNamedCurves.getByName("secp256r1").getN(),
          new BigInteger(1, Arrays.copyOf(raw, 32)),
          new BigInteger(1, Arrays.copyOfRange(raw, 32, 64)));
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
  }
}
