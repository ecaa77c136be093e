package io.greenqr.cli;

import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a policy out. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says what a policy asks for, with its conditions in words; its signature is not checked.",
      "",
      "Example: greenqr policy explain rules.json --lang vi"
    })
final class PolicyExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "JSON form, signed document or draft")
  private Path file = Path.of("");

  @Option(names = "--lang", paramLabel = "vi|en", description = "default: en")
  private Language language = Language.EN;

  PolicyExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    PolicyDocument policy = PolicyFile.any(file, console);
    PolicyContent content = PolicyFile.content(file, policy);
    List<CliException> faults = ConditionFaults.of(content);
    if (!faults.isEmpty()) {
      CliException first = faults.get(0);
      throw new CliException(first.exitCode(), first.code(), file + ": " + first.getMessage());
    }
    PolicyExplanation.of(policy, content, language).forEach(console::say);
    return GreenQr.OK;
  }
}
