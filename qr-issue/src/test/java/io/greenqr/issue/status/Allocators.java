package io.greenqr.issue.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.pass.StatusReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/** What the tests of the allocator share. */
final class Allocators {
  private Allocators() {}

  /** On the real disk, with predictable entries. */
  static StatusIndexAllocator open(Path directory, int firstList, int lastList, int entries)
      throws AllocationException {
    return StatusIndexAllocator.open(
        directory, firstList, lastList, entries, new Random(1), DiskFile::new);
  }

  static AllocationException fails(AllocationFault fault, Executable executable) {
    AllocationException e = assertThrows(AllocationException.class, executable);
    assertEquals(fault, e.fault());
    assertEquals(fault.name(), e.getMessage());
    return e;
  }

  static Path journal(Path directory, int list) {
    return directory.resolve(String.format(Locale.ROOT, "%05d.journal", list));
  }

  /** Writes list 7 of 8 entries with these parts. */
  static void write(Path directory, byte[]... parts) throws IOException {
    Files.write(journal(directory, 7), JournalBytes.join(parts));
  }

  static void addNew(Set<StatusReference> all, Collection<StatusReference> added) {
    for (StatusReference reference : added) {
      assertTrue(all.add(reference), () -> reference + " was handed out twice");
    }
  }

  /** All entries of lists {@code first} to {@code last}. */
  static Set<StatusReference> all(int first, int last, int entries) {
    Set<StatusReference> all = new HashSet<>();
    for (int list = first; list <= last; list++) {
      for (int index = 0; index < entries; index++) {
        all.add(StatusReference.of(list, index));
      }
    }
    return all;
  }
}
