package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.trust.Environment;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.RootEditor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The first root of a scheme. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts the first root of a scheme, root-1.draft.gqd, for its holders to sign.",
      "",
      "Example: greenqr trust init --dir scheme --environment test --expires 2031-01-01T00:00:00Z \\",
      "           --root an.json binh.json chi.json --root-threshold 2 \\",
      "           --list an.json binh.json --list-threshold 2 \\",
      "           --status status.json --freshness freshness.json"
    })
final class TrustInitCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(
      names = "--environment",
      required = true,
      description = "${COMPLETION-CANDIDATES}: the two never mix")
  private Environment environment = Environment.TEST;

  @Option(
      names = "--expires",
      required = true,
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "from then on nothing under this root is trusted")
  private Instant expires = Instant.EPOCH;

  @Mixin private RoleOptions roles = new RoleOptions();

  TrustInitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.make(dir))) {
      PublishingDirectory directory = guard.directory();
      if (directory.roots().isPresent()) {
        throw new CliException(
            GreenQr.UNREADABLE, "FILE_EXISTS", dir + ": has a root; see greenqr trust rotate");
      }
      RootEditor editor = RootEditor.first(environment);
      roles.applyTo(editor, console);
      RootDraft.write(directory, editor, expires, console);
      return GreenQr.OK;
    }
  }
}
