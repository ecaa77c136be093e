package io.greenqr.cli;

import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.AdmissionPolicy;
import io.greenqr.verify.reader.ScannerInput;
import io.greenqr.verify.trust.TrustList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a person may enter. */
@Command(
    name = "admit",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies all codes that one person shows, and answers by the policy in force whether the",
      "person may enter. Codes that are rejected count as well: give all that were shown.",
      "",
      "Example: greenqr admit --bundle today.gqb --state /var/lib/gate --root root.gqd \\",
      "           --site VN-SG/market/customer TEXT TEXT",
      "         zbarcam --raw -1 | greenqr admit --state /var/lib/gate --site VN-SG/market -"
    })
final class AdmitCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "QR or SMS texts of one person; - is lines on stdin")
  private List<String> texts = new ArrayList<>();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "a policy whose signature is not checked, instead of those of the bundle")
  private List<Path> policies = new ArrayList<>();

  @Mixin private AnswerOptions options = new AnswerOptions();

  AdmitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    TrustList list = trust.trustList(console);
    Clock clock = options.clock();
    // What the status says is for guards to judge: a policy may know places for such passes.
    PassVerifier verifier =
        PassVerifier.builder(list, clock).allowUncheckedStatus().allowRestrictedStatus().build();
    List<Verification> shown = new ArrayList<>();
    for (String text : ShownTexts.of(texts, console)) {
      shown.add(verifier.verify(ScannerInput.clean(text)));
    }
    if (policies.isEmpty()) {
      return options.answer(
          AdmissionPolicy.of(list, clock), shown, AdmissionOrigin.SIGNED, console);
    }
    console.err().println("note: no signature of a policy was checked");
    return options.answer(
        AdmissionPolicy.unverified(PolicyFile.all(policies, console), clock),
        shown,
        AdmissionOrigin.UNVERIFIED_POLICIES,
        console);
  }
}
