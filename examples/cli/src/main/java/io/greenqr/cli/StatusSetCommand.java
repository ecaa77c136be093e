package io.greenqr.cli;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.StatusRegister;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what is held against passes. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = {
      "Sets the status of a pass, of a range, or of each pass that a file has on a line. All of",
      "them are set, or none. A revoked pass stays revoked; the others may be lifted.",
      "Nothing reaches a gate before greenqr status delta and greenqr trust publish.",
      "",
      "Example: greenqr status set --dir scheme --status suspended 7/104233",
      "         greenqr status set --dir scheme --status suspended --batch positives.txt"
    })
final class StatusSetCommand implements Callable<Integer> {
  /** Bytes of a batch: more lines than all lists of a scheme have entries that change in a day. */
  private static final int MAX_BATCH = 1 << 26;

  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(names = "--status", required = true, description = "${COMPLETION-CANDIDATES}")
  private PassStatus status = PassStatus.VALID;

  @ArgGroup(multiplicity = "1")
  private Passes passes = new Passes();

  /** Which passes; one of the three. */
  private static final class Passes {
    @Parameters(
        paramLabel = "LIST/INDEX",
        converter = PassHandle.Converter.class,
        description = "one pass")
    private @Nullable StatusReference one;

    @Option(
        names = "--range",
        paramLabel = "LIST/A-B",
        converter = PassHandle.Range.Converter.class,
        description = "entries A to B of a list")
    private PassHandle.@Nullable Range range;

    @Option(
        names = "--batch",
        paramLabel = "FILE",
        description = "one LIST/INDEX a line; - is stdin")
    private @Nullable Path batch;
  }

  StatusSetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      StatusDesk desk = StatusDesk.require(directory);
      int count = set(desk.register());
      desk.save();
      console.say(count + " passes are " + status.jsonName());
    }
    console.say("next: greenqr status delta --dir " + dir + " --key STATUS.pem");
    return GreenQr.OK;
  }

  private int set(StatusRegister register) throws CliException, PublishException {
    PassHandle.Range range = passes.range;
    if (range != null) {
      register.setRange(range.list(), range.first(), range.last(), status);
      return range.last() - range.first() + 1;
    }
    List<StatusReference> each =
        passes.batch != null
            ? read(passes.batch)
            : passes.one == null ? List.of() : List.of(passes.one);
    register.setAll(each, status);
    return each.size();
  }

  private List<StatusReference> read(Path file) throws CliException {
    List<StatusReference> handles = new ArrayList<>();
    long bytes = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(LocalFile.open(file, console), StandardCharsets.US_ASCII))) {
      for (int number = 1; ; number++) {
        String line = lines.readLine();
        if (line == null) {
          return handles;
        }
        bytes += line.length() + 1L;
        if (bytes > MAX_BATCH) {
          throw new CliException(
              GreenQr.UNREADABLE, "FILE_TOO_LARGE", file + ": more than " + MAX_BATCH + " bytes");
        }
        if (!line.isBlank()) {
          handles.add(handle(file, line, number));
        }
      }
    } catch (IOException e) {
      throw LocalFile.unreadable(file);
    }
  }

  private static StatusReference handle(Path file, String line, int number) throws CliException {
    return PassHandle.parse(line.strip())
        .orElseThrow(
            () ->
                new CliException(
                    GreenQr.UNREADABLE,
                    "STATUS_RANGE",
                    file + ": line " + number + " is no LIST/INDEX; nothing was set"));
  }
}
