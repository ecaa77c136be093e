package io.greenqr.cli;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a signature to a draft. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a draft, adds a signature to it, and tells who else must sign. With --merge it takes",
      "over the signatures of copies; then no key is needed.",
      "In or with the directory of the scheme, the draft is checked against what was published.",
      "",
      "Example: greenqr trust sign root-1.draft.gqd --key an/issuer.key.pem",
      "         greenqr trust sign scheme/root-1.draft.gqd --merge stick/root-1.draft.gqd"
    })
final class TrustSignCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.gqd")
  private Path file = Path.of("");

  @Mixin private SignerOptions signer = new SignerOptions();

  @Option(names = "--merge", paramLabel = "FILE.gqd", arity = "1..*", description = "copies")
  private List<Path> copies = new ArrayList<>();

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "of the scheme; default: where the file is")
  private @Nullable Path dir;

  TrustSignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    if (!signer.isGiven() && copies.isEmpty()) {
      throw CliException.usage("give a key to sign with, or copies to --merge");
    }
    DocumentDraft draft = DocumentFile.draft(file);
    for (Path copy : copies) {
      draft = draft.merge(DocumentFile.draft(copy));
    }
    SchemeRoots roots = check(draft);
    for (String line : DocumentFile.words(file, draft)) {
      console.say(line);
    }
    Signatories signatories = Signatories.of(draft, roots);
    if (signer.isGiven()) {
      try (OpenSigner opened = signer.open(console)) {
        signatories.requireHolder(opened.signer().publicKey());
        draft = draft.sign(opened.signer());
        console.say("signed by " + opened.signer().publicKey());
      }
    }
    LocalFile.replace(file, draft.bytes());
    Signatories after = Signatories.of(draft, roots);
    after.words().forEach(console::say);
    if (after.areComplete()) {
      boolean status =
          draft.type() == DocumentType.STATUS_LIST || draft.type() == DocumentType.STATUS_DELTA;
      String command = status ? "status delta" : "trust publish";
      console.say("enough signed; next: greenqr " + command + " --dir " + home());
    }
    return GreenQr.OK;
  }

  private Path home() {
    Path parent = file.getParent();
    return dir != null ? dir : parent != null ? parent : Path.of(".");
  }

  /** The roots of the scheme, if they are at hand; then the draft must follow what they began. */
  private @Nullable SchemeRoots check(DocumentDraft draft) throws CliException, PublishException {
    Path home = home();
    if (!Files.isDirectory(home)) {
      return null;
    }
    PublishingDirectory directory = PublishingDirectory.of(home);
    SchemeRoots roots = directory.roots().orElse(null);
    if (roots != null && draft.type() == DocumentType.ROOT) {
      roots.check(draft);
    }
    if (roots != null && draft.type() == DocumentType.TRUST_LIST) {
      NextList.of(directory, roots).unedited().check(draft);
    }
    return roots;
  }
}
