package io.greenqr.format.cose;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Bytes;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoseKeyTest {
  /** The key of RFC 9679 section 6, whose thumbprint the RFC gives. */
  private static final String RFC_X =
      "65eda5a12577c2bae829437fe338701a10aaa375e1bb5b5de108de439c08551d";

  private static final String RFC_Y =
      "1e52ed75701163f7f9e40ddf9f341b3dc9ba860af7e0ca7ca7e9eecd0084d19c";

  @Test
  void hasTheThumbprintOfTheRfc() throws FormatException {
    CoseKey key = CoseKey.decode(Bytes.hex("a4 0102 2001 215820 " + RFC_X + " 225820 " + RFC_Y));
    assertEquals(
        "496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec",
        HexFormat.of().formatHex(key.thumbprint()));
    assertEquals("496bd8af", key.keyId().toString());
    assertEquals(SignatureAlgorithm.ESP256, key.algorithm());
    assertEquals(RFC_X, HexFormat.of().formatHex(key.x()));
    assertEquals(RFC_Y, HexFormat.of().formatHex(key.y()));
  }

  @Test
  void roundTripsBothTypes() throws FormatException, NoSuchAlgorithmException {
    byte[] x = Bytes.hex("ab*32");
    for (CoseKey key : new CoseKey[] {CoseKey.ed25519(x), CoseKey.p256(x, Bytes.hex("cd*32"))}) {
      assertEquals(key, CoseKey.decode(key.encode()));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.encode());
      assertArrayEquals(digest, key.thumbprint());
      assertArrayEquals(Arrays.copyOf(digest, 4), key.keyId().bytes());
    }
    assertArrayEquals(Bytes.hex("a3 0101 2006 215820 ab*32"), CoseKey.ed25519(x).encode());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing                | f6                                         | CBOR_TYPE
          empty map              | a0                                         | COSE_KEY
          array                  | 83 01 02 03                                | CBOR_TYPE
          Ed25519 with y         | a4 0101 2006 215820 ab*32 225820 ab*32     | COSE_KEY
          P-256 without y        | a3 0102 2001 215820 ab*32                  | COSE_KEY
          P-256 with a sign of y | a4 0102 2001 215820 ab*32 22f5             | CBOR_TYPE
          P-384                  | a4 0102 2002 215820 ab*32 225820 ab*32     | COSE_KEY
          X25519                 | a3 0101 2004 215820 ab*32                  | COSE_KEY
          Ed448                  | a3 0101 2007 215820 ab*32                  | COSE_KEY
          EC2 with Ed25519       | a3 0102 2006 215820 ab*32                  | COSE_KEY
          OKP with P-256         | a4 0101 2001 215820 ab*32 225820 ab*32     | COSE_KEY
          symmetric              | a3 0104 205820 ab*32 2100                  | CBOR_TYPE
          x of 31 bytes          | a3 0101 2006 21581f ab*31                  | COSE_KEY
          x of 33 bytes          | a3 0101 2006 215821 ab*33                  | COSE_KEY
          y of 31 bytes          | a4 0102 2001 215820 ab*32 22581f ab*31     | COSE_KEY
          with kid               | a4 0101 024401020304 2006 215820 ab*32     | COSE_KEY
          with alg               | a4 0101 0332 2006 215820 ab*32             | COSE_KEY
          with a private key     | a4 0101 2006 215820 ab*32 235820 ab*32     | COSE_KEY
          private key of P-256   | a5 0102 2001 215820 ab*32 225820 ab*32 235820 ab*32 | COSE_KEY
          kty twice              | a4 0101 0101 2006 215820 ab*32             | CBOR_KEY_DUPLICATE
          curve first            | a3 2006 0101 215820 ab*32                  | COSE_KEY
          x before curve         | a3 0101 215820 ab*32 2006                  | COSE_KEY
          text keys              | a3 616b01 2006 215820 ab*32                | CBOR_TYPE
          count of 2^32-1        | ba ffffffff 0101 2006 215820 ab*32         | CBOR_LENGTH
          x longer than all      | a3 0101 2006 215920ab 00*32                | CBOR_LENGTH
          cut                    | a3 0101 2006 215820 ab*31                  | CBOR_LENGTH
          more behind            | a3 0101 2006 215820 ab*32 00               | CBOR_TRAILING
          kty not shortest       | a3 011801 2006 215820 ab*32                | CBOR_NOT_SHORTEST
          kty a float            | a3 01f93c00 2006 215820 ab*32              | CBOR_FLOAT
          tagged                 | d83d a3 0101 2006 215820 ab*32             | CBOR_TAG
          """)
  void rejectsEveryOtherKey(String name, String hex, FormatFault fault) {
    FormatException e = assertFault(fault, () -> CoseKey.decode(Bytes.hex(hex)));
    assertTrue(e.offset() >= 0 && e.offset() <= Bytes.hex(hex).length);
  }

  @Test
  void hasOneByteString() {
    byte[] bytes = CoseKey.p256(Bytes.hex("ab*32"), Bytes.hex("cd*32")).encode();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = Bytes.flipped(bytes, bit);
      try {
        assertArrayEquals(flipped, CoseKey.decode(flipped).encode());
      } catch (FormatException e) {
        assertTrue(e.offset() <= bytes.length);
      }
    }
  }

  @Test
  void takesCoordinatesOf32BytesOnlyAndKeepsThem() {
    byte[] x = Bytes.hex("ab*32");
    assertThrows(IllegalArgumentException.class, () -> CoseKey.ed25519(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> CoseKey.p256(x, new byte[33]));
    assertThrows(IllegalArgumentException.class, () -> CoseKey.p256(new byte[0], x));
    CoseKey key = CoseKey.ed25519(x);
    x[0] = 0;
    key.x()[1] = 0;
    key.thumbprint()[0] ^= 1;
    assertEquals(CoseKey.ed25519(Bytes.hex("ab*32")), key);
    assertEquals(0, key.y().length);
  }
}
