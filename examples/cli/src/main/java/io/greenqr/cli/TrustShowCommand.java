package io.greenqr.cli;

import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.StatusRegister;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a document says, or where a scheme stands. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a document or draft says, UNVERIFIED; or where a scheme stands: its root and list,",
      "what waits for whose signatures, and its status lists.",
      "",
      "Example: greenqr trust show root-1.draft.gqd",
      "         greenqr trust show --dir scheme"
    })
final class TrustShowCommand implements Callable<Integer> {
  private final Console console;

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** One of the two. */
  private static final class What {
    @Parameters(paramLabel = "FILE.gqd", description = "a document or draft")
    private @Nullable Path file;

    @Option(names = "--dir", paramLabel = "DIR", description = "of the scheme")
    private @Nullable Path dir;
  }

  TrustShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    if (what.file != null) {
      console.say("UNVERIFIED");
      for (String line : DocumentFile.words(what.file, DocumentFile.any(what.file))) {
        console.say(line);
      }
    } else if (what.dir != null) {
      show(PublishingDirectory.of(what.dir));
    }
    return GreenQr.OK;
  }

  private void show(PublishingDirectory directory) throws CliException, PublishException {
    SchemeRoots roots = directory.roots().orElse(null);
    if (roots == null) {
      console.say("no root yet");
    } else {
      RootDocument root = roots.newest();
      console.say(
          "root %d, %s, ends %s"
              .formatted(root.version(), root.environment().jsonName(), root.expires()));
      showList(NextList.of(directory, roots).newest());
    }
    for (String name : directory.rootDrafts()) {
      showDraft(directory.draft(name), roots);
    }
    for (TrustVersion version : directory.listDrafts()) {
      showDraft(directory.draft(PublishingDirectory.name(version)), roots);
    }
    for (Path draft : new PolicyDesk(directory).drafts()) {
      showDraft(draft, roots);
    }
    Path edits = directory.file(PublishingDirectory.NEXT);
    if (Files.exists(edits)) {
      console.say("keys were edited for the next list: greenqr trust show " + edits);
    }
    Optional<StatusDesk> desk = StatusDesk.find(directory);
    if (desk.isPresent()) {
      StatusRegister register = desk.get().register();
      for (int list : register.lists()) {
        console.say(StatusShowCommand.words(register, list));
      }
    }
  }

  private void showList(Optional<TrustListDocument> newest) {
    if (newest.isEmpty()) {
      console.say("no list yet");
      return;
    }
    TrustListDocument list = newest.get();
    console.say(
        "list %s, %d keys, fresh until %s, closes %s"
            .formatted(list.version(), list.keys().size(), list.expires(), list.closes()));
    for (DocumentPin pin : list.documentPins()) {
      if (pin.kind() == PolicyDocument.PIN_KIND) {
        console.say("policy %s, version %d".formatted(pin.name(), pin.version()));
      }
    }
  }

  private void showDraft(Path file, @Nullable SchemeRoots roots)
      throws CliException, PublishException {
    DocumentDraft draft = DocumentFile.draft(file);
    Signatories signatories = Signatories.of(draft, roots);
    console.say(file + (signatories.areComplete() ? ": enough signed" : ": waits for signatures"));
    signatories.words().forEach(console::say);
  }
}
