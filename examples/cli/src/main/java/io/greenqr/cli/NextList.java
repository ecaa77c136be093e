package io.greenqr.cli;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.ListTimes;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.TrustListEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The trust list after the newest one: what was edited so far, and its draft. */
final class NextList {
  /** Edited keys are kept as a list, whose times mean nothing yet. */
  private static final Duration NO_MATTER = Duration.ofSeconds(1);

  private final PublishingDirectory directory;
  private final SchemeRoots roots;
  private final Optional<SignedDocument> newest;

  private NextList(
      PublishingDirectory directory, SchemeRoots roots, Optional<SignedDocument> newest) {
    this.directory = directory;
    this.roots = roots;
    this.newest = newest;
  }

  static NextList of(PublishingDirectory directory, SchemeRoots roots)
      throws CliException, PublishException {
    return new NextList(directory, roots, directory.newestList());
  }

  /** What the newest published list says. */
  Optional<TrustListDocument> newest() throws PublishException {
    return newest.isPresent()
        ? Optional.of(DocumentDraft.of(newest.get()).content(TrustListDocument.class))
        : Optional.empty();
  }

  /** Starts from the newest list. */
  TrustListEditor unedited() throws PublishException {
    return newest.isPresent()
        ? TrustListEditor.after(roots, newest.get())
        : TrustListEditor.first(roots);
  }

  /** Starts from the newest list, with the edits made so far. */
  TrustListEditor edited() throws CliException, PublishException {
    TrustListEditor editor = unedited();
    Path file = directory.file(PublishingDirectory.NEXT);
    if (Files.exists(file)) {
      Set<CoseKey> listed = new HashSet<>();
      editor.keys().forEach(key -> listed.add(key.key()));
      for (IssuerKey key : DocumentFile.draft(file).content(TrustListDocument.class).keys()) {
        if (listed.contains(key.key())) {
          editor.update(key);
        } else {
          editor.add(key);
        }
      }
    }
    return editor;
  }

  /**
   * Keeps edits for the list that is published next.
   *
   * @return how many signatures of a list that waited for more were dropped: they were for another
   *     list
   */
  int keep(TrustListEditor editor) throws CliException, PublishException {
    DocumentDraft edits = editor.draft(ListTimes.of(Instant.now(), NO_MATTER, NO_MATTER));
    LocalFile.replace(directory.file(PublishingDirectory.NEXT), edits.bytes());
    return dropDrafts();
  }

  /** Drops the drafts of lists and says how many signatures they had. */
  int dropDrafts() throws CliException {
    int signatures = 0;
    for (TrustVersion version : directory.listDrafts()) {
      Path file = directory.draft(PublishingDirectory.name(version));
      signatures += DocumentFile.any(file).signatures().size();
      LocalFile.delete(file);
    }
    return signatures;
  }

  /** Drops the edits, once they are published. */
  void forgetEdits() throws CliException {
    LocalFile.delete(directory.file(PublishingDirectory.NEXT));
  }

  /** Whether a draft trusts the same keys, in the same way, as the newest list. */
  boolean hasNewKeys(TrustListDocument draft) throws PublishException {
    return !Set.copyOf(unedited().keys()).equals(Set.copyOf(draft.keys()));
  }
}
