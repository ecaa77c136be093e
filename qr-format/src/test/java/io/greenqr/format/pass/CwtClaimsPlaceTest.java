package io.greenqr.format.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.Bytes;
import io.greenqr.format.Faults;
import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import org.junit.jupiter.api.Test;

/** A payload is read where it lies, and nothing around it counts. */
class CwtClaimsPlaceTest {
  private static final byte[] PAYLOAD = Parts.claims().bytes();

  @Test
  void claimsAreTheSameWhereverTheyLie() throws FormatException {
    for (int before : new int[] {0, 1, 100, FormatLimits.MAX_PASS_BYTES}) {
      byte[] buffer = Bytes.concat(new byte[before], PAYLOAD, new byte[3]);
      assertEquals(CwtClaims.decode(PAYLOAD), CwtClaims.decode(buffer, before, PAYLOAD.length));
    }
  }

  @Test
  void offsetsCountFromTheStartOfThePayload() {
    byte[] broken = Parts.claims().with("birth", "f5").bytes();
    int at = Parts.claims().at("birth");
    for (int before : new int[] {0, 1, 100}) {
      byte[] buffer = Bytes.concat(new byte[before], broken);
      Faults.assertFault(
          FormatFault.CBOR_TYPE, at, () -> CwtClaims.decode(buffer, before, broken.length));
    }
  }

  @Test
  void aPayloadEndsWhereItIsSaidToEnd() {
    byte[] buffer = Bytes.concat(PAYLOAD, new byte[1]);
    Faults.assertFault(
        FormatFault.CBOR_TRAILING,
        PAYLOAD.length,
        () -> CwtClaims.decode(buffer, 0, PAYLOAD.length + 1));
    assertThrows(FormatException.class, () -> CwtClaims.decode(buffer, 0, PAYLOAD.length - 1));
    Faults.assertFault(
        FormatFault.BYTES_TOO_LONG,
        FormatLimits.MAX_PASS_BYTES,
        () -> CwtClaims.decode(new byte[2_000], 7, FormatLimits.MAX_PASS_BYTES + 1));
  }

  @Test
  void bytesThatAreNotThereAreABugOfTheCaller() {
    int[][] places = {{-1, 1}, {0, -1}, {0, 11}, {11, 0}, {1, 10}, {1, Integer.MAX_VALUE}};
    for (int[] place : places) {
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> CwtClaims.decode(new byte[10], place[0], place[1]));
    }
  }
}
