package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Allocation;
import io.greenqr.format.Bytes;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One zlib stream and nothing else, of 1 to 32,768 bytes. */
class StatusDeflationTest {
  private static final int AT = 99;

  private static byte[] zlib(byte[] content, int level, boolean bare, byte[] dictionary) {
    Deflater deflater = new Deflater(level, bare);
    if (dictionary.length > 0) {
      deflater.setDictionary(dictionary);
    }
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[65_536];
    while (!deflater.finished()) {
      out.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] zlib(byte[] content) {
    return zlib(content, 9, false, new byte[0]);
  }

  private static void assertRefused(byte[] stream) {
    assertFault(FormatFault.STATUS_ENTRIES, AT, () -> StatusDeflation.inflate(stream, AT));
  }

  @Test
  void takesAnyDeflationOfOneContent() throws FormatException {
    Random random = new Random(71);
    for (int length : new int[] {1, 2, 255, 4_096, 32_767, 32_768}) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      StatusEntries entries = StatusEntries.ofBits(content);
      for (int level = 0; level <= 9; level++) {
        byte[] stream = zlib(content, level, false, new byte[0]);
        assertEquals(entries, StatusDeflation.inflate(stream, AT));
      }
      byte[] ours = StatusDeflation.deflate(entries);
      assertEquals(entries, StatusDeflation.inflate(ours, AT));
      byte[] document =
          SignedDocument.of(
                  DocumentType.STATUS_LIST,
                  StatusListDocument.of(Environment.TEST, 1, 1, Instant.EPOCH, entries).encode(),
                  Collections.emptyList())
              .bytes();
      assertTrue(document.length <= DocumentType.STATUS_LIST.maxBytes());
    }
  }

  /** RFC 1951 section 3.2.4, written by hand: two stored blocks, the first of them empty. */
  @Test
  void takesStoredBlocks() throws FormatException {
    byte[] content = {1, 2, 3};
    Adler32 adler = new Adler32();
    adler.update(content);
    String sum = String.format("%08x", adler.getValue());
    byte[] stream = Bytes.hex("7801 00 0000 ffff 01 0300 fcff 010203 " + sum);
    assertArrayEquals(content, StatusDeflation.inflate(stream, AT).bits());
    assertRefused(Bytes.hex("7801 00 0000 ffff 01 0300 fdff 010203 " + sum));
    byte[] many = Bytes.concat(Bytes.hex("7801 000000ffff*8000 01 0300 fcff 010203 " + sum));
    assertArrayEquals(content, StatusDeflation.inflate(many, AT).bits());
  }

  @ParameterizedTest
  @ValueSource(ints = {32_769, 32_770, 65_536, 1 << 20})
  void stopsAtOneByteMoreThanAListMayHave(int length) {
    assertRefused(zlib(new byte[length]));
    assertRefused(zlib(new byte[length], 0, false, new byte[0]));
  }

  /** The deflated form of a gigabyte of zeroes, without its end: it would be a megabyte long. */
  @Test
  void aBombTakesNoMemory() throws Throwable {
    byte[] bomb = Arrays.copyOf(zlib(new byte[1 << 26]), 49_000);
    long allocated =
        Allocation.of(
            () -> assertThrows(FormatException.class, () -> StatusDeflation.inflate(bomb, AT)));
    assertTrue(allocated < 200_000, () -> allocated + " bytes allocated");
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertRefused(bomb));
  }

  @Test
  void refusesAStreamThatWantsADictionary() {
    byte[] dictionary = {1, 2, 3, 4, 5, 6, 7, 8};
    byte[] stream = zlib(dictionary, 9, false, dictionary);
    assertEquals(0x20, stream[1] & 0x20);
    assertRefused(stream);
    assertRefused(Arrays.copyOf(stream, 2));
    assertRefused(Arrays.copyOf(stream, 6));
  }

  @Test
  void refusesAStreamThatIsCutOrFollowedByAnything() {
    byte[] stream = zlib(Bytes.hex("c944f9"));
    for (int length = 0; length < stream.length; length++) {
      assertRefused(Arrays.copyOf(stream, length));
    }
    for (int value = 0; value < 256; value++) {
      assertRefused(Bytes.inserted(stream, stream.length, value));
    }
    assertRefused(Bytes.concat(stream, stream));
    assertRefused(Bytes.concat(zlib(new byte[32_768]), stream));
  }

  @Test
  void refusesAnotherChecksum() {
    byte[] stream = zlib(Bytes.hex("c944f9"));
    for (int bit = 8 * (stream.length - 4); bit < 8 * stream.length; bit++) {
      assertRefused(Bytes.flipped(stream, bit));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing inflated      | 789c 0300 00000001
          stored nothing        | 7801 010000ffff 00000001
          gzip                  | 1f8b0800000000000003 3be9f21300 7a9b3a2a 03000000
          deflate without zlib  | 3be9f21300
          method 7              | 779f 3be9f2130003df0207
          window above 32 KiB   | 8819 3be9f2130003df0207
          wrong header check    | 789d 3be9f2130003df0207
          block type 3          | 789c 07 00000000
          plain bytes           | c944f9
          distance too far      | 789c 6304 0200 00000001
          """)
  void refusesWhatIsNoZlibStreamOfOneByteOrMore(String name, String hex) {
    assertRefused(Bytes.hex(hex));
  }
}
