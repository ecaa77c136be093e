package io.greenqr.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where each pass gets its status index from. */
final class IndexOptions {
  /** Indexes that are taken with one wait for the disk where there are many passes. */
  private static final int AT_ONCE = 256;

  @Option(
      names = "--indexes",
      required = true,
      paramLabel = "DIR",
      description = "gives each pass a status index that no other has; the memory of the issuer")
  private Path directory = Path.of("");

  @Option(
      names = "--lists",
      required = true,
      paramLabel = "A-B",
      converter = ListRange.Converter.class,
      description = "the status lists that indexes are taken from, such as 0-76")
  private ListRange lists = new ListRange(0, 0);

  StatusIndexes open(boolean manyPasses) throws CliException {
    return StatusIndexes.open(directory, lists, manyPasses ? AT_ONCE : 1);
  }
}
