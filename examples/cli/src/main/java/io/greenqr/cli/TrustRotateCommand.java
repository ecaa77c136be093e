package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.RootEditor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The next root of a scheme. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts the next root. Roles that are not named stay as they are; a role that is named has",
      "only the keys that are given. The holders of the root before and of this one sign it.",
      "",
      "Example: greenqr trust rotate --dir scheme --expires 2032-01-01T00:00:00Z \\",
      "           --list an.json dung.json"
    })
final class TrustRotateCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(
      names = "--expires",
      required = true,
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "from then on nothing under this root is trusted")
  private Instant expires = Instant.EPOCH;

  @Mixin private RoleOptions roles = new RoleOptions();

  TrustRotateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      RootEditor editor = RootEditor.after(directory.requireRoots());
      roles.applyTo(editor, console);
      RootDraft.write(directory, editor, expires, console);
      return GreenQr.OK;
    }
  }
}
