package io.greenqr.verify.internal.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.internal.signature.JcaEngine;
import io.greenqr.verify.internal.signature.PreparedKey;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against BouncyCastle and SunEC, one by one and in batches. */
class Ed25519VerificationTest {
  private static final Comb KEY_COMB = new Comb(8, 4, 8);
  private static final Ed25519Table BASE = Ed25519Table.ofBasePoint(new Comb(11, 3, 8));

  private final Ed25519Verification verification = new Ed25519Verification();

  private static byte[] secret(int number) {
    byte[] secret = new byte[32];
    new Random(number).nextBytes(secret);
    return secret;
  }

  private static byte[] key(byte[] secret) {
    byte[] key = new byte[32];
    Ed25519.generatePublicKey(secret, 0, key, 0);
    return key;
  }

  private static byte[] signature(byte[] secret, byte[] message) {
    byte[] signature = new byte[64];
    Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** One valid and three corrupted of each signature; SunEC, which is slow, on some. */
  @Test
  void agreesWithOthersOnRandomSignaturesAloneAndInBatches() {
    int cases = CurveCases.of(20_000, 5_000_000);
    int keys = 16;
    byte[][] secrets = new byte[keys][];
    byte[][] encoded = new byte[keys][];
    Ed25519Table[] tables = new Ed25519Table[keys];
    PreparedKey[] sunEc = new PreparedKey[keys];
    for (int i = 0; i < keys; i++) {
      secrets[i] = secret(i);
      encoded[i] = key(secrets[i]);
      tables[i] = Ed25519Table.ofKey(encoded[i], i % 3 == 0 ? new Comb(8, 1, 32) : KEY_COMB);
      sunEc[i] = new JcaEngine(Security.getProvider("SunEC")).prepare(CoseKey.ed25519(encoded[i]));
    }
    int parts = 100;
    LongAdder valid = new LongAdder();
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              Ed25519Verification own = new Ed25519Verification();
              Random random = new Random(25519 + part);
              int size = 100;
              Ed25519Table[] batchKeys = new Ed25519Table[size];
              byte[][] messages = new byte[size][];
              byte[][] signatures = new byte[size][];
              int[] lengths = new int[size];
              boolean[] expected = new boolean[size];
              boolean[] verdicts = new boolean[size];
              for (int done = 0; done < cases / parts; done += size) {
                for (int i = 0; i < size; i += 4) {
                  int at = random.nextInt(keys);
                  byte[] message = new byte[random.nextInt(300)];
                  random.nextBytes(message);
                  byte[] signature = signature(secrets[at], message);
                  for (int j = i; j < i + 4; j++) {
                    batchKeys[j] = tables[at];
                    messages[j] = message.clone();
                    signatures[j] = signature.clone();
                    lengths[j] = message.length;
                    if (j > i) {
                      corrupt(random, messages[j], signatures[j]);
                    }
                    expected[j] =
                        Ed25519.verify(
                            signatures[j], 0, encoded[at], 0, messages[j], 0, message.length);
                    valid.add(expected[j] ? 1 : 0);
                    String name =
                        hex(encoded[at]) + " " + hex(messages[j]) + " " + hex(signatures[j]);
                    assertEquals(
                        expected[j],
                        own.verifies(BASE, tables[at], messages[j], lengths[j], signatures[j]),
                        name);
                    if (random.nextInt(32) == 0) {
                      assertEquals(
                          expected[j], sunEc[at].verifies(messages[j], signatures[j]), name);
                    }
                  }
                }
                own.verifyAll(BASE, batchKeys, messages, lengths, signatures, 0, size, verdicts);
                assertArrayEquals(expected, verdicts);
              }
            });
    assertEquals(cases / 4, valid.sum());
    System.out.println(
        "Ed25519VerificationTest: " + cases + " signatures, " + valid.sum() + " valid");
  }

  private static void corrupt(Random random, byte[] message, byte[] signature) {
    int kind = random.nextInt(message.length == 0 ? 4 : 5);
    if (kind < 2) {
      signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
    } else if (kind < 4) {
      byte[] half = new byte[32];
      random.nextBytes(half);
      half[31] &= 0x0f;
      System.arraycopy(half, 0, signature, kind == 2 ? 0 : 32, 32);
    } else {
      message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  /** Of base and key, with more rounds on either side, and none shared. */
  @ParameterizedTest
  @CsvSource({
    "8,1,32, 8,4,8",
    "8,4,8, 8,1,32",
    "4,64,1, 8,4,8",
    "8,4,8, 4,64,1",
    "10,26,1, 6,43,1",
    "13,4,5, 2,16,8",
    "16,2,8, 8,4,8",
    "12,22,1, 8,1,32"
  })
  void allShapesGiveTheSameAnswers(int t1, int b1, int r1, int t2, int b2, int r2) {
    Ed25519Table base = Ed25519Table.ofBasePoint(new Comb(t1, b1, r1));
    byte[] secret = secret(t1 + t2);
    Ed25519Table key = Ed25519Table.ofKey(key(secret), new Comb(t2, b2, r2));
    for (int i = 0; i < 200; i++) {
      byte[] message = new byte[i];
      byte[] signature = signature(secret, message);
      assertTrue(verification.verifies(base, key, message, i, signature));
      signature[i % 64] ^= 1;
      assertFalse(verification.verifies(base, key, message, i, signature));
    }
  }

  /** The message may stand at the beginning of a larger, reused array; so may the signature. */
  @Test
  void readsNothingBehindTheMessageAndTheSignature() {
    byte[] secret = secret(7);
    Ed25519Table key = Ed25519Table.ofKey(key(secret), KEY_COMB);
    byte[] message = {1, 2, 3};
    byte[] larger = {1, 2, 3, 4, 5};
    byte[] signature = Arrays.copyOf(signature(secret, message), 80);
    assertTrue(verification.verifies(BASE, key, larger, 3, signature));
    assertFalse(verification.verifies(BASE, key, larger, 4, signature));
    assertFalse(verification.verifies(BASE, key, larger, 2, signature));
  }

  @Test
  void aWrongLengthDoesNotSpoilTheNextCheck() {
    byte[] secret = secret(8);
    Ed25519Table key = Ed25519Table.ofKey(key(secret), KEY_COMB);
    byte[] message = {1, 2, 3};
    byte[] signature = signature(secret, message);
    assertThrows(
        RuntimeException.class, () -> verification.verifies(BASE, key, message, 4, signature));
    assertTrue(verification.verifies(BASE, key, message, 3, signature));
  }

  /** Each place of a batch is decided on its own, wherever the bad ones are. */
  @Test
  void aBatchNamesTheBadOnes() {
    int size = 3 * Ed25519Verification.BATCH + 1;
    Ed25519Table[] keys = new Ed25519Table[size];
    byte[][] messages = new byte[size][];
    byte[][] signatures = new byte[size][];
    int[] lengths = new int[size];
    Ed25519Table[] tables = new Ed25519Table[3];
    for (int i = 0; i < 3; i++) {
      tables[i] = Ed25519Table.ofKey(key(secret(i)), KEY_COMB);
    }
    for (int i = 0; i < size; i++) {
      keys[i] = tables[i % 3];
      messages[i] = new byte[] {(byte) i};
      lengths[i] = 1;
      signatures[i] = signature(secret(i % 3), messages[i]);
    }
    Random random = new Random(64);
    for (int count = 0; count <= size; count += count < 5 ? 1 : 31) {
      for (int bad = 0; bad <= count; bad += 1 + count / 3) {
        int from = random.nextInt(size - count + 1);
        byte[][] some = signatures.clone();
        boolean[] expected = new boolean[size];
        Arrays.fill(expected, from, from + count, true);
        for (int i = 0; i < bad; i++) {
          int at = from + random.nextInt(count);
          some[at] = signatures[at].clone();
          // R, S, or an S that is not even looked at.
          some[at][i % 3 == 0 ? 5 : 40] ^= 1;
          some[at][63] |= (byte) (i % 3 == 2 ? 0xf0 : 0);
          expected[at] = false;
        }
        // What is beside the places stays as it was.
        boolean[] verdicts = new boolean[size];
        Arrays.fill(verdicts, true);
        Arrays.fill(expected, 0, from, true);
        Arrays.fill(expected, from + count, size, true);
        verification.verifyAll(BASE, keys, messages, lengths, some, from, count, verdicts);
        assertArrayEquals(expected, verdicts);
      }
    }
  }
}
