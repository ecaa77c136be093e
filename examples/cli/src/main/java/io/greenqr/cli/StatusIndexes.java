package io.greenqr.cli;

import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.issue.status.AllocationException;
import io.greenqr.issue.status.AllocationFault;
import io.greenqr.issue.status.StatusIndexAllocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Queue;

/** Gives passes of one run their status indexes. For use by many threads. */
final class StatusIndexes implements AutoCloseable {
  private final Path directory;
  private final StatusIndexAllocator allocator;
  private final int batch;
  private final Queue<StatusReference> taken = new ArrayDeque<>();

  private StatusIndexes(Path directory, StatusIndexAllocator allocator, int batch) {
    this.directory = directory;
    this.allocator = allocator;
    this.batch = batch;
  }

  /**
   * Opens the memory of an issuer, which must be there: one that was made anew because of a wrong
   * name would hand out again what the right one has handed out.
   *
   * @param batch how many indexes are taken at once, with one wait for the disk; those that are
   *     left at the end of the run stay unused
   */
  static StatusIndexes open(Path directory, ListRange lists, int batch) throws CliException {
    if (!Files.isDirectory(directory)) {
      throw new CliException(
          GreenQr.UNREADABLE,
          "FILE_MISSING",
          directory + ": no such directory; a new one begins empty, with lists never used before");
    }
    try {
      return new StatusIndexes(
          directory,
          StatusIndexAllocator.open(directory, lists.first(), lists.last(), new SecureRandom()),
          batch);
    } catch (AllocationException e) {
      throw refused(directory, e.fault());
    }
  }

  private static CliException refused(Path directory, AllocationFault fault) {
    String reason =
        switch (fault) {
          case DIRECTORY_IN_USE -> "another program takes indexes from it";
          case JOURNAL_DAMAGED -> "a journal is damaged or missing; go on with a new directory";
          case SHARD_SIZE_MISMATCH -> "holds lists of another size";
          case EXHAUSTED -> "no index is free; --lists takes more lists";
          case STORE_FAILED -> "cannot be read or written";
        };
    return new CliException(GreenQr.UNREADABLE, fault.name(), directory + ": " + reason);
  }

  /** The pass with a status index that no other pass has. */
  Pass assign(Pass pass) throws CliException {
    Pass.Builder builder =
        Pass.builder(pass.subject())
            .assurance(pass.assurance())
            .extensions(pass.extensions())
            .status(next());
    pass.declaration().ifPresent(builder::declaration);
    pass.vaccination().ifPresent(builder::vaccination);
    pass.tests().ifPresent(builder::tests);
    pass.monitoring().ifPresent(builder::monitoring);
    return builder.build();
  }

  private synchronized StatusReference next() throws CliException {
    if (taken.isEmpty()) {
      try {
        taken.addAll(allocator.allocate((int) Math.max(1, Math.min(batch, allocator.remaining()))));
      } catch (AllocationException e) {
        throw refused(directory, e.fault());
      }
    }
    return taken.remove();
  }

  @Override
  public void close() {
    allocator.close();
  }
}
