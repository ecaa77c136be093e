package io.greenqr.format;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.CwtClaims;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One meaning has one byte string: whatever is read is written as it was. */
class CanonicalFormTest {
  private static final Set<FormatFault> INCOMPLETE =
      Set.of(FormatFault.CBOR_TRUNCATED, FormatFault.CBOR_LENGTH);

  /** Whether the bytes are a claims set; if so, it must be the one that encodes to them. */
  private static boolean isClaims(byte[] payload) {
    CwtClaims claims;
    try {
      claims = CwtClaims.decode(payload);
    } catch (FormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= payload.length);
      return false;
    }
    assertArrayEquals(payload, claims.encode());
    return true;
  }

  private static boolean isEnvelope(byte[] bytes) {
    SignedPass pass;
    try {
      pass = SignedPass.parse(bytes);
    } catch (FormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= bytes.length);
      return false;
    }
    SignedPass again =
        SignedPass.of(pass.algorithm(), pass.keyId(), pass.unverifiedPayload(), pass.signature());
    assertArrayEquals(bytes, again.bytes());
    return true;
  }

  @Test
  void aClaimsSetWithOneBitTurnedIsAnotherClaimsSetOrNone() {
    int others = 0;
    int none = 0;
    PassGenerator generator = new PassGenerator(11);
    for (int i = 0; i < 12; i++) {
      byte[] payload = generator.claims().encode();
      for (int bit = 0; bit < 8 * payload.length; bit++) {
        if (isClaims(Bytes.flipped(payload, bit))) {
          others++;
        } else {
          none++;
        }
      }
    }
    assertTrue(others > 1_000 && none > 1_000, "both happen");
  }

  @Test
  void aClaimsSetWithAByteMoreOrLessIsAnotherClaimsSetOrNone() {
    PassGenerator generator = new PassGenerator(12);
    for (int i = 0; i < 12; i++) {
      byte[] payload = generator.claims().encode();
      for (int at = 0; at < payload.length; at++) {
        isClaims(Bytes.without(payload, at));
        for (int value : new int[] {0x00, 0x18, 0x20, 0x60, 0x80, 0xa0, 0xc1, 0xf6, 0xff}) {
          isClaims(Bytes.inserted(payload, at, value));
        }
      }
    }
  }

  @Test
  void aClaimsSetWithAnyByteReplacedIsAnotherClaimsSetOrNone() {
    byte[] payload = Parts.claims().bytes();
    int others = 0;
    for (int at = 0; at < payload.length; at++) {
      byte[] changed = payload.clone();
      for (int value = 0; value < 256; value++) {
        changed[at] = (byte) value;
        others += isClaims(changed) ? 1 : 0;
      }
    }
    assertTrue(others > payload.length);
  }

  @Test
  void aClaimsSetCutAnywhereIsIncomplete() {
    byte[] payload = Parts.claims().bytes();
    for (int length = 0; length < payload.length; length++) {
      byte[] cut = Arrays.copyOf(payload, length);
      FormatException e = assertThrows(FormatException.class, () -> CwtClaims.decode(cut));
      assertTrue(INCOMPLETE.contains(e.fault()), e::getMessage);
    }
  }

  @Test
  void nothingMayFollowAClaimsSet() {
    byte[] payload = Parts.claims().bytes();
    for (int value = 0; value < 256; value++) {
      byte[] longer = Bytes.inserted(payload, payload.length, value);
      assertFault(FormatFault.CBOR_TRAILING, payload.length, () -> CwtClaims.decode(longer));
    }
  }

  @Test
  void anEnvelopeWithAnyByteReplacedIsAnotherEnvelopeOrNone() {
    byte[] bytes = Parts.envelope().bytes();
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      for (int value = 0; value < 256; value++) {
        changed[at] = (byte) value;
        isEnvelope(changed);
      }
      isEnvelope(Bytes.without(bytes, at));
      isEnvelope(Bytes.inserted(bytes, at, 0x00));
      isEnvelope(Bytes.inserted(bytes, at, 0x18));
      isEnvelope(Bytes.inserted(bytes, at, 0x58));
    }
  }

  @Test
  void anEnvelopeCutAnywhereIsIncomplete() {
    byte[] bytes = Parts.envelope().bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      FormatException e = assertThrows(FormatException.class, () -> SignedPass.parse(cut));
      assertTrue(INCOMPLETE.contains(e.fault()), e::getMessage);
    }
  }

  @Test
  void nothingMayFollowAnEnvelope() {
    byte[] bytes = Parts.envelope().bytes();
    for (int value = 0; value < 256; value++) {
      byte[] longer = Bytes.inserted(bytes, bytes.length, value);
      assertFault(FormatFault.CBOR_TRAILING, bytes.length, () -> SignedPass.parse(longer));
    }
  }
}
