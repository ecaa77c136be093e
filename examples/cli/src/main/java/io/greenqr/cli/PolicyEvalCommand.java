package io.greenqr.cli;

import io.greenqr.verify.Rejected;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.AdmissionPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries a policy on passes. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Answers for one person by policies and passes that nobody verified: for trying out drafts,",
      "and never for letting somebody in. A status reference counts as not looked at.",
      "",
      "Example: greenqr policy eval --policy rules.json --pass pass.json --site VN-SG/market \\",
      "           --at 2021-09-20T08:00:00+07:00 --view officer"
    })
final class PolicyEvalCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      arity = "1..*",
      description = "JSON forms, signed documents or drafts")
  private List<Path> policies = new ArrayList<>();

  @Option(
      names = "--pass",
      paramLabel = "TEXT",
      arity = "1..*",
      description = "QR or SMS texts, files FILE.json or @FILE in JSON form; - is lines on stdin")
  private List<String> passes = new ArrayList<>();

  @Mixin private AnswerOptions options = new AnswerOptions();

  PolicyEvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    Clock clock = options.clock();
    AdmissionPolicy asked = AdmissionPolicy.unverified(PolicyFile.all(policies, console), clock);
    UnverifiedPasses source = new UnverifiedPasses(clock.instant(), console);
    List<Verification> shown = new ArrayList<>();
    for (String pass : ShownTexts.of(passes, console)) {
      Verification verification = source.verify(pass);
      shown.add(verification);
      if (verification instanceof Rejected rejected) {
        console.err().println("note: pass " + shown.size() + " counts as " + rejected.code());
      }
    }
    console.err().println("note: no signature was checked, neither of policies nor of passes");
    return options.answer(asked, shown, AdmissionOrigin.NOTHING_VERIFIED, console);
  }
}
