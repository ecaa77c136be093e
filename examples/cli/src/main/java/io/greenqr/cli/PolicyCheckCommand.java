package io.greenqr.cli;

import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells an author what is wrong with a policy. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a policy as strictly as a gate does, compiles its conditions, and warns of what may",
      "not be meant. With --cases it answers tables of cases, one line each; signatures do not",
      "matter here.",
      "",
      "Example: greenqr policy check rules.json --cases cases.json"
    })
final class PolicyCheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "JSON form, signed document or draft")
  private Path file = Path.of("");

  @Option(
      names = "--cases",
      paramLabel = "CASES.json",
      arity = "1..*",
      description = "tables of cases")
  private List<Path> tables = new ArrayList<>();

  PolicyCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    PolicyDocument policy = PolicyFile.any(file, console);
    PolicyContent content = PolicyFile.content(file, policy);
    List<CliException> faults = ConditionFaults.of(content);
    if (!faults.isEmpty()) {
      faults.forEach(it -> console.error(it.code(), file + ": " + it.getMessage()));
      return GreenQr.UNREADABLE;
    }
    List<PolicyCase> cases = new ArrayList<>();
    for (Path table : tables) {
      cases.addAll(CaseTable.read(table, console));
    }
    console.say(
        "%s version %d: %d rules"
            .formatted(policy.name(), policy.version(), content.rules().size()));
    warn(PolicyWarnings.of(policy, content));
    return cases.isEmpty() || answer(policy, content, cases) ? GreenQr.OK : GreenQr.REJECTED;
  }

  private boolean answer(PolicyDocument policy, PolicyContent content, List<PolicyCase> cases)
      throws CliException {
    CaseRun run = new CaseRun(policy);
    for (PolicyCase row : cases) {
      console.say(run.run(row));
    }
    warn(PolicyWarnings.of(policy, content, run));
    console.say(run.summary());
    return run.isOk();
  }

  private void warn(List<String> warnings) {
    warnings.forEach(it -> console.say("warning: " + it));
  }
}
