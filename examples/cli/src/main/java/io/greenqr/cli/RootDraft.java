package io.greenqr.cli;

import io.greenqr.format.trust.RootDocument;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.RootEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a new root for its holders, and tells them what to do with it. */
final class RootDraft {
  private RootDraft() {}

  static void write(
      PublishingDirectory directory, RootEditor editor, Instant expires, Console console)
      throws CliException, PublishException {
    DocumentDraft draft = editor.draft(Instant.now(), expires);
    String name = PublishingDirectory.name(draft.content(RootDocument.class));
    Path file = directory.draft(name);
    if (Files.exists(file)) {
      throw new CliException(
          GreenQr.UNREADABLE,
          "FILE_EXISTS",
          file + ": waits for signatures; delete it to begin anew");
    }
    directory.keepDraft(name, draft);
    for (String line : DocumentFile.words(file, draft)) {
      console.say(line);
    }
    console.say(file + ": every holder compares the thumbprints with the minutes, and signs:");
    console.say("next: greenqr trust sign " + file + " --key KEY.pem");
    console.say("then: greenqr trust publish --dir " + directory.path());
  }
}
