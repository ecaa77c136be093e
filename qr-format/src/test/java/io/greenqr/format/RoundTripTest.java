package io.greenqr.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.text.PassText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final List<SignatureAlgorithm> ALGORITHMS = List.of(SignatureAlgorithm.values());

  @Test
  void tenThousandPassesAreReadBackAsTheyWereWritten() throws FormatException {
    PassGenerator generator = new PassGenerator(7);
    Random random = new Random(8);
    Set<Set<ClaimKind>> kinds = new HashSet<>();
    int largest = 0;
    for (int i = 0; i < 10_000; i++) {
      CwtClaims claims = generator.claims();
      byte[] payload = claims.encode();
      assertEquals(claims, CwtClaims.decode(payload));
      assertEquals(claims.hashCode(), CwtClaims.decode(payload).hashCode());
      assertArrayEquals(payload, CwtClaims.decode(payload).encode());

      Pass pass = claims.pass();
      assertEquals(pass, PassJson.read(PassJson.write(pass)));
      assertEquals(pass, PassJson.read(PassJson.writeIndented(pass)));

      byte[] keyId = new byte[KeyId.LENGTH];
      random.nextBytes(keyId);
      SignatureAlgorithm algorithm = ALGORITHMS.get(i % 2);
      SignedPass signed = SignedPass.of(algorithm, KeyId.of(keyId), payload, signature(random));
      for (PassText form : PassText.values()) {
        SignedPass read = SignedPass.parseText(signed.text(form));
        assertEquals(signed, read);
        assertEquals(signed.text(form), read.text(form));
        assertEquals(claims, read.unverifiedClaims());
        assertArrayEquals(payload, read.unverifiedPayload());
        assertArrayEquals(signed.signature(), read.signature());
        assertEquals(KeyId.of(keyId), read.keyId());
        assertEquals(algorithm, read.algorithm());
      }
      kinds.add(EnumSet.copyOf(pass.kinds()));
      largest = Math.max(largest, payload.length);
    }
    assertEquals(15, kinds.size(), "combinations of kinds");
    assertTrue(largest > 450, () -> "large passes are among them");
  }

  /** 64 bytes that are in range for both algorithms: the first byte of each half is small. */
  private static byte[] signature(Random random) {
    byte[] signature = new byte[SignatureAlgorithm.SIGNATURE_LENGTH];
    random.nextBytes(signature);
    for (int i : new int[] {0, 32, 63}) {
      signature[i] &= 0x0f;
    }
    return signature;
  }

  @Test
  void theGeneratorRepeatsItself() {
    PassGenerator one = new PassGenerator(9);
    PassGenerator other = new PassGenerator(9);
    for (int i = 0; i < 100; i++) {
      assertEquals(one.claims(), other.claims());
    }
  }

  @Test
  void differentPassesAreNotEqualAndHaveDifferentBytes() {
    PassGenerator generator = new PassGenerator(10);
    Pass previous = generator.pass();
    for (int i = 0; i < 1_000; i++) {
      Pass pass = generator.pass();
      assertTrue(!pass.equals(previous) && !PassJson.write(pass).equals(PassJson.write(previous)));
      previous = pass;
    }
  }

  /** The one payload that was put together by hand from the specification. */
  @Test
  void writesTheBytesOfTheSpecification() throws FormatException {
    byte[] payload = Parts.claims().bytes();
    CwtClaims claims = CwtClaims.decode(payload);
    assertArrayEquals(payload, claims.encode());
    Pass pass = claims.pass();
    assertEquals(0x61409c80, claims.issuedAt().getEpochSecond());
    assertEquals(0x6140c200, claims.expires().getEpochSecond());
    assertEquals("Nam", pass.subject().name());
    assertEquals("1984-05-25", pass.subject().birth().iso());
    assertEquals(EnumSet.allOf(ClaimKind.class), pass.kinds());
    assertEquals("VN-79", pass.declaration().orElseThrow().area().orElseThrow());
    assertEquals("L-1", pass.vaccination().orElseThrow().doses().get(0).lot().orElseThrow());
    assertEquals("H1", pass.tests().orElseThrow().records().get(0).facility().orElseThrow());
    assertEquals(97, pass.monitoring().orElseThrow().reading().orElseThrow().spo2());
    assertEquals("7/1024", pass.status().orElseThrow().toString());
    assertEquals(0xa9, pass.assurance().bits());
    assertTrue(Arrays.equals(new byte[1], pass.extensions().value(5)));
  }
}
