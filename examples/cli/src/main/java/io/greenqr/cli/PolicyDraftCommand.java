package io.greenqr.cli;

import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A policy for the holders of its role. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a policy from its JSON form, policy-NAME.VERSION.draft.gqd, for the holders of the",
      "policy role to sign. The next trust list that is published puts it in force.",
      "",
      "Example: greenqr policy draft rules.json --dir scheme"
    })
final class PolicyDraftCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.json")
  private Path file = Path.of("");

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  PolicyDraftCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    PolicyDocument policy = PolicyFile.json(file, console);
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      requireRoot(policy, directory.requireRoots().newest());
      long newest =
          new PolicyDesk(directory).versions().getOrDefault(PolicyDesk.fileName(policy), 0L);
      if (policy.version() <= newest) {
        throw new CliException(
            GreenQr.UNREADABLE,
            "VERSION_NOT_NEWER",
            file + ": version " + newest + " of " + policy.name() + " was published");
      }
      write(directory, policy);
      return GreenQr.OK;
    }
  }

  private void requireRoot(PolicyDocument policy, RootDocument root) throws CliException {
    if (policy.environment() != root.environment()) {
      throw new CliException(
          GreenQr.UNREADABLE,
          "ENVIRONMENT",
          file + ": is for " + policy.environment().jsonName() + ", and the scheme is not");
    }
    if (root.find(Role.POLICY).isEmpty()) {
      throw new CliException(
          GreenQr.UNREADABLE,
          "ROLE_MISSING",
          dir + ": nobody may sign policies; see greenqr trust rotate --policy");
    }
  }

  private void write(PublishingDirectory directory, PolicyDocument policy)
      throws CliException, PublishException {
    String name = PolicyDesk.name(policy);
    Path draft = directory.draft(name);
    if (Files.exists(draft)) {
      throw new CliException(
          GreenQr.UNREADABLE,
          "FILE_EXISTS",
          draft + ": waits for signatures; delete it to begin anew");
    }
    DocumentDraft unsigned = DocumentDraft.of(policy);
    directory.keepDraft(name, unsigned);
    for (String line : DocumentFile.words(draft, unsigned)) {
      console.say(line);
    }
    console.say("next: greenqr trust sign " + draft + " --key POLICY.pem");
    console.say("then: greenqr trust publish --dir " + dir);
  }
}
