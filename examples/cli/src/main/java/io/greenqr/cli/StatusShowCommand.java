package io.greenqr.cli;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.StatusRegister;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is held against passes. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is held against a pass, or the numbers of one list or of all.",
      "",
      "Example: greenqr status show --dir scheme 7/104233"
    })
final class StatusShowCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @ArgGroup private Which which = new Which();

  /** Not more than one of the two. */
  private static final class Which {
    @Parameters(
        paramLabel = "LIST/INDEX",
        arity = "0..1",
        converter = PassHandle.Converter.class,
        description = "one pass")
    private @Nullable StatusReference one;

    @Option(names = "--list", paramLabel = "N", description = "one list")
    private @Nullable Integer list;
  }

  StatusShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    StatusRegister register = StatusDesk.require(PublishingDirectory.of(dir)).register();
    if (which.one != null) {
      console.say(which.one + " " + register.get(which.one).jsonName());
    } else if (which.list != null) {
      console.say(words(register, which.list));
    } else {
      for (int list : register.lists()) {
        console.say(words(register, list));
      }
    }
    return GreenQr.OK;
  }

  static String words(StatusRegister register, int list) throws PublishException {
    StatusEntries entries = register.entries(list);
    StatusListDocument published = register.published(list).orElse(null);
    String counts =
        Arrays.stream(PassStatus.values())
            .map(it -> entries.count(it) + " " + it.jsonName())
            .collect(Collectors.joining(", "));
    String version =
        published == null
            ? "not published"
            : "version "
                + published.version()
                + (published.entries().equals(entries) ? "" : " and changes since");
    return "status list " + list + ", " + version + ": " + counts;
  }
}
