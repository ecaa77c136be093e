package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.Allocation;
import io.greenqr.format.Bytes;
import io.greenqr.format.CborGenerator;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries and their changes against an array of numbers, one an entry. */
class StatusEntriesTest {
  private static int[] model(Random random, int size) {
    int[] model = new int[size];
    for (int i = random.nextInt(1 + size); i > 0; i--) {
      model[random.nextInt(size)] = random.nextInt(4);
    }
    return model;
  }

  /** The bytes that hold the entries: a number in base 4, whose digits run from the low end. */
  private static byte[] bits(int[] model) {
    BigInteger number = BigInteger.ZERO;
    for (int i = model.length - 1; i >= 0; i--) {
      number = number.shiftLeft(2).or(BigInteger.valueOf(model[i]));
    }
    byte[] high = number.toByteArray();
    byte[] bits = new byte[model.length / 4];
    for (int i = 0; i < bits.length && i < high.length; i++) {
      bits[i] = high[high.length - 1 - i];
    }
    return bits;
  }

  private static StatusEntries entries(int[] model) {
    StatusEntries.Editor editor = StatusEntries.allValid(model.length).edit();
    for (int i = 0; i < model.length; i++) {
      editor.set(i, PassStatus.ofCode(model[i]));
    }
    return editor.build();
  }

  private static void assertModel(int[] model, StatusEntries entries) {
    assertEquals(model.length, entries.size());
    int[] counts = new int[4];
    for (int i = 0; i < model.length; i++) {
      assertEquals(model[i], entries.get(i).code());
      counts[model[i]]++;
    }
    for (PassStatus status : PassStatus.values()) {
      assertEquals(counts[status.code()], entries.count(status));
    }
    assertArrayEquals(bits(model), entries.bits());
  }

  @Test
  void areWhatWasSetInTheBitsOfTheSpecification() throws Exception {
    Random random = new Random(61);
    for (int times = 0; times < 200; times++) {
      int[] model = model(random, 4 * (1 + random.nextInt(100)));
      StatusEntries entries = entries(model);
      assertModel(model, entries);
      assertEquals(entries, StatusEntries.ofBits(bits(model)));
      assertEquals(entries.hashCode(), StatusEntries.ofBits(bits(model)).hashCode());
      assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(bits(model)), entries.digest());
      int at = random.nextInt(model.length);
      int before = model[at];
      model[at] = (before + 1 + random.nextInt(3)) % 4;
      StatusEntries changed = entries.edit().set(at, PassStatus.ofCode(model[at])).build();
      assertModel(model, changed);
      assertNotEquals(entries, changed);
      assertEquals(before, entries.get(at).code());
    }
  }

  @Test
  void changesLeadFromOneListToTheOtherAndBack() throws FormatException {
    Random random = new Random(62);
    for (int times = 0; times < 200; times++) {
      int size = 4 * (1 + random.nextInt(100));
      int[] from = model(random, size);
      int[] to = random.nextInt(10) == 0 ? from.clone() : model(random, size);
      int differing = 0;
      for (int i = 0; i < size; i++) {
        differing += from[i] == to[i] ? 0 : 1;
      }
      ListChanges changes = ListChanges.between(5, 1, entries(from), 2, entries(to));
      assertEquals(differing, changes.count());
      assertModel(to, changes.apply(entries(from)).orElseThrow());
      StatusDelta delta =
          StatusDelta.of(Environment.TEST, Instant.EPOCH, Collections.singletonList(changes));
      ListChanges read = StatusDelta.decode(delta.encode()).lists().get(0);
      assertEquals(changes, read);
      assertModel(to, read.apply(entries(from)).orElseThrow());
      ListChanges back = ListChanges.between(5, 2, entries(to), 3, entries(from));
      assertModel(from, back.apply(entries(to)).orElseThrow());
    }
  }

  /** Any numbers a stranger writes are applied as the specification counts, or refused. */
  @Test
  void anyChangesAreAppliedAsTheSpecificationCounts() throws FormatException {
    Random random = new Random(63);
    int refused = 0;
    for (int times = 0; times < 500; times++) {
      int size = 4 * (1 + random.nextInt(20));
      int[] model = model(random, size);
      StatusEntries from = entries(model);
      int count = random.nextInt(12);
      byte[] payload = Bytes.hex("84 04 02 00 81 84 05 01 02");
      payload = Bytes.concat(payload, new byte[] {(byte) (0x80 + count)});
      int next = 0;
      boolean within = true;
      for (int i = 0; i < count; i++) {
        int change = random.nextInt(random.nextInt(8) == 0 ? 524_288 : 40);
        payload = Bytes.concat(payload, CborGenerator.head(0, change));
        next += change / 4;
        within &= next < size;
        if (within) {
          model[next] = change % 4;
        }
        next++;
      }
      Optional<StatusEntries> to = StatusDelta.decode(payload).lists().get(0).apply(from);
      assertEquals(within, to.isPresent());
      if (within) {
        assertModel(model, to.orElseThrow());
      } else {
        refused++;
      }
    }
    assertTrue(refused > 50 && refused < 450, "both happen");
  }

  /** The last entry can be reached, and the one behind it not. */
  @ParameterizedTest
  @CsvSource({
    "81 1a0007ffff, 131072, true",
    "81 1a0007ffff, 131068, false",
    "82 1a0007fffb 01, 131072, true",
    "82 1a0007fffb 05, 131072, false",
    "82 1a0007ffff 01, 131072, false",
    "84 01 01 01 01, 4, true",
    "85 01 01 01 01 01, 4, false",
    "81 0f, 4, true",
    "81 10, 4, false"
  })
  void endAtTheLastEntry(String changes, int size, boolean fits) throws FormatException {
    byte[] payload = Bytes.hex("84 04 02 00 81 84 05 01 02 " + changes);
    ListChanges read = StatusDelta.decode(payload).lists().get(0);
    assertEquals(fits, read.apply(StatusEntries.allValid(size)).isPresent());
  }

  @Test
  void thousandsOfLongGapsDoNotOverflow() throws FormatException {
    byte[] payload =
        Bytes.concat(
            Bytes.hex("84 04 02 00 81 84 05 01 02 9a 00020000"), Bytes.hex("1a0007ffff*131072"));
    ListChanges read = StatusDelta.decode(payload).lists().get(0);
    assertEquals(Optional.empty(), read.apply(StatusEntries.allValid(131_072)));
  }

  @Test
  void listsOfDifferentLengthsHaveNoChanges() {
    assertInvalid(
        FormatFault.STATUS_ENTRIES,
        () -> ListChanges.between(0, 1, StatusEntries.allValid(4), 2, StatusEntries.allValid(8)));
  }

  @ParameterizedTest
  @CsvSource({"-1", "8", "2147483647", "-2147483648"})
  void anIndexBeyondTheListIsABugOfTheCaller(int index) {
    StatusEntries entries = StatusEntries.allValid(8);
    assertThrows(IndexOutOfBoundsException.class, () -> entries.get(index));
    StatusEntries.Editor editor = entries.edit();
    assertThrows(IndexOutOfBoundsException.class, () -> editor.set(index, PassStatus.REVOKED));
    assertEquals(entries, editor.build());
  }

  @Test
  void oneEntryIsFoundWithoutAllocation() throws Throwable {
    StatusEntries entries = StatusEntries.ofBits(Bytes.hex("e4*32768"));
    int[] sum = new int[1];
    long allocated =
        Allocation.of(
            () -> {
              for (int i = 0; i < entries.size(); i++) {
                sum[0] += entries.get(i).code();
              }
            });
    assertEquals(2 * 6 * 32_768, sum[0]);
    assertTrue(allocated < 1_000, () -> allocated + " bytes allocated");
  }

  @Test
  void keepTheirBitsWhateverTheirCallersDo() {
    byte[] bits = {1};
    StatusEntries entries = StatusEntries.ofBits(bits);
    bits[0] = 2;
    entries.bits()[0] = 2;
    StatusEntries.Editor editor = entries.edit();
    StatusEntries built = editor.build();
    editor.set(0, PassStatus.RESTRICTED);
    assertEquals(PassStatus.REVOKED, entries.get(0));
    assertEquals(entries, built);
  }
}
