package io.greenqr.format.pass;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
  private static final byte[] ZERO = {0};

  private static Extensions of(int... keys) {
    Extensions extensions = Extensions.NONE;
    for (int key : keys) {
      extensions = extensions.with(key, ZERO);
    }
    return extensions;
  }

  @Test
  void keysStandInTheOrderOfTheirEncodings() {
    int[] order = {
      0, 1, 23, 24, 255, 256, Integer.MAX_VALUE, -1, -24, -25, -256, Integer.MIN_VALUE
    };
    List<Integer> expected = new ArrayList<>();
    for (int key : order) {
      expected.add(key);
    }
    assertEquals(expected, new ArrayList<>(of(order).keys()));
    for (int i = 0; i < order.length; i++) {
      for (int k = 0; k <= i; k++) {
        Extensions before = of(order[i]);
        int key = order[k];
        assertInvalid(FormatFault.CBOR_KEY_ORDER, () -> before.with(key, ZERO));
      }
    }
  }

  @Test
  void aCallerCannotAddWhatAReaderWouldReject() {
    assertInvalid(FormatFault.CBOR_TRUNCATED, () -> Extensions.NONE.with(1, new byte[0]));
    assertInvalid(FormatFault.CBOR_TRAILING, () -> Extensions.NONE.with(1, new byte[2]));
    assertInvalid(FormatFault.CBOR_FLOAT, () -> Extensions.NONE.with(1, Bytes.hex("f93c00")));
    assertInvalid(FormatFault.CBOR_NOT_SHORTEST, () -> Extensions.NONE.with(1, Bytes.hex("1800")));
    assertInvalid(FormatFault.CBOR_DEPTH, () -> Extensions.NONE.with(1, Bytes.hex("81*5 80")));
    assertInvalid(
        FormatFault.CBOR_KEY_ORDER, () -> Extensions.NONE.with(1, Bytes.hex("a2 0100 0000")));
  }

  @Test
  void sixteenIsTheMost() throws FormatException {
    Extensions most = Extensions.NONE;
    StringBuilder pairs = new StringBuilder();
    for (int key = 0; key < FormatLimits.MAX_EXTENSIONS; key++) {
      most = most.with(key, ZERO);
      pairs.append(String.format(Locale.ROOT, "%02x00 ", key));
    }
    Extensions full = most;
    assertInvalid(FormatFault.EXTENSION_RANGE, () -> full.with(16, ZERO));

    Parts none = Parts.claims().with("extension-key", "-").with("extension", "-");
    Parts sixteen = none.with("extensions", "b0 " + pairs);
    assertEquals(16, CwtClaims.decode(sixteen.bytes()).pass().extensions().keys().size());
    Parts seventeen = none.with("extensions", "b1 " + pairs + "1000");
    assertFault(
        FormatFault.EXTENSION_RANGE,
        seventeen.at("extensions"),
        () -> CwtClaims.decode(seventeen.bytes()));
  }

  @Test
  void aPassKeepsKeyOrderAndValues() throws FormatException {
    Parts claims =
        Parts.claims().with("extensions", "a3 00 81a0").with("extension", "f5 20 63e1bb85");
    Extensions extensions = CwtClaims.decode(claims.bytes()).pass().extensions();
    assertArrayEquals(Bytes.hex("81a0"), extensions.value(0));
    assertArrayEquals(Bytes.hex("f5"), extensions.value(5));
    assertArrayEquals(Bytes.hex("63e1bb85"), extensions.value(-1));
    assertArrayEquals(claims.bytes(), CwtClaims.decode(claims.bytes()).encode());
    Parts unordered = Parts.claims().with("extensions", "a2 20 00");
    assertFault(
        FormatFault.CBOR_KEY_ORDER,
        unordered.at("extension-key"),
        () -> CwtClaims.decode(unordered.bytes()));
  }

  /** What was entered before an extension is left again, or its depth would count as more. */
  @Test
  void theirDepthIsThatOfTheirPlaceAlone() throws FormatException {
    Parts deepest = Parts.claims().with("extension", "81*4 80");
    for (String birth : new String[] {"00", "81 1907c0", "82 1907c0 05"}) {
      byte[] payload = deepest.with("birth", birth).bytes();
      assertArrayEquals(payload, CwtClaims.decode(payload).encode());
    }
  }

  @Test
  void valuesCannotBeChangedFromOutside() {
    byte[] value = {1};
    Extensions extensions = Extensions.NONE.with(7, value);
    value[0] = 2;
    extensions.value(7)[0] = 3;
    assertArrayEquals(new byte[] {1}, extensions.value(7));
    assertThrows(UnsupportedOperationException.class, () -> extensions.keys().clear());
    assertThrows(IllegalArgumentException.class, () -> extensions.value(8));
    assertEquals(0, Extensions.NONE.keys().size());
  }

  @Test
  void equalityIsThatOfKeysAndValues() {
    assertEquals(of(1, 2), of(1, 2));
    assertEquals(of(1, 2).hashCode(), of(1, 2).hashCode());
    assertNotEquals(of(1, 2), of(1));
    assertNotEquals(of(1), of(1, 2));
    assertNotEquals(of(1), Extensions.NONE.with(1, new byte[] {1}));
    assertNotEquals(of(1), of(-1));
    assertFalse(of(1).isEmpty());
  }
}
