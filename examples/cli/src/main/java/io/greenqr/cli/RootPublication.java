package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Publishes the root that waits. It is never signed here: its holders look at it. */
final class RootPublication {
  private final PublishingDirectory directory;
  private final Console console;

  RootPublication(PublishingDirectory directory, Console console) {
    this.directory = directory;
    this.console = console;
  }

  /**
   * Publishes the root that waits, if enough have signed it.
   *
   * @return whether it did
   */
  boolean publish() throws CliException, PublishException {
    SchemeRoots roots = directory.roots().orElse(null);
    long next = roots == null ? 1 : roots.newest().version() + 1;
    String name = "root-" + next;
    Path file = directory.draft(name);
    if (!Files.exists(file)) {
      if (roots == null) {
        directory.requireRoots();
      }
      return false;
    }
    DocumentDraft draft = DocumentFile.draft(file);
    Signatories signatories = Signatories.of(draft, roots);
    if (!signatories.areComplete()) {
      console.say(file + ": waits for signatures");
      signatories.words().forEach(console::say);
      if (roots == null) {
        throw missing(file);
      }
      return false;
    }
    SchemeRoots longer = roots == null ? SchemeRoots.first(draft) : roots.with(draft);
    List<SignedDocument> documents = longer.documents();
    SignedDocument root = documents.get(documents.size() - 1);
    directory.publish(name, root);
    console.say(directory.published(name) + ": published");
    if (roots == null) {
      console.say("this is the anchor; payload SHA-256 " + HexFormat.of().formatHex(root.digest()));
    }
    console.say("next: greenqr trust publish --dir " + directory.path());
    return true;
  }

  static CliException missing(Path file) {
    return new CliException(
        GreenQr.REJECTED, "SIGNATURES_MISSING", file + ": waits for signatures");
  }
}
