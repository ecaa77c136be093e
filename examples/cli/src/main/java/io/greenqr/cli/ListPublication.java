package io.greenqr.cli;

import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.ListTimes;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.TrustListEditor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts the next trust list, or goes on with the draft that waits, and publishes it. */
final class ListPublication {
  /** A list is renewed without changes once this part of the time for which it is fresh is over. */
  private static final int RENEWED_AFTER = 4;

  private final PublishingDirectory directory;
  private final Console console;

  ListPublication(PublishingDirectory directory, Console console) {
    this.directory = directory;
    this.console = console;
  }

  /**
   * Publishes the next list, if enough have signed it.
   *
   * @param signer adds a signature to a list that trusts the keys of the one before
   * @param renew makes a list although nothing has changed, or another draft than the one that
   *     waits
   */
  void publish(ListTimes times, @Nullable PassSigner signer, boolean renew)
      throws CliException, PublishException {
    SchemeRoots roots = directory.requireRoots();
    NextList next = NextList.of(directory, roots);
    PolicyDesk policies = new PolicyDesk(directory);
    policies.publishSigned(roots, console);
    DocumentDraft draft = renew ? null : waiting(next, times.issuedAt());
    if (draft == null) {
      TrustListEditor editor = next.edited();
      pin(editor, roots);
      policies.pin(editor, roots, isUnderNewRoot(next, roots));
      if (!renew && !isDue(editor, next, times, roots)) {
        next.forgetEdits();
        TrustListDocument newest = next.newest().orElseThrow();
        console.say(
            "nothing to do: list " + newest.version() + " is fresh until " + newest.expires());
        return;
      }
      int dropped = next.dropDrafts();
      if (dropped > 0) {
        console.say(dropped + " signatures of another draft were dropped");
      }
      draft = editor.draft(times);
    }
    complete(next, roots, draft, signer);
  }

  /** A draft that people may be signing now, unless it has become useless. */
  private @Nullable DocumentDraft waiting(NextList next, Instant now)
      throws CliException, PublishException {
    List<TrustVersion> drafts = directory.listDrafts();
    if (drafts.isEmpty()) {
      return null;
    }
    DocumentDraft draft =
        DocumentFile.draft(
            directory.draft(PublishingDirectory.name(drafts.get(drafts.size() - 1))));
    try {
      TrustListDocument list = next.unedited().check(draft);
      return now.isBefore(list.expires()) ? draft : null;
    } catch (PublishException e) {
      return null;
    }
  }

  /** Puts in force what the holders of the status role signed, and refuses to go on without. */
  private void pin(TrustListEditor editor, SchemeRoots roots)
      throws CliException, PublishException {
    Optional<StatusDesk> desk = StatusDesk.find(directory);
    if (desk.isEmpty()) {
      return;
    }
    for (StatusListDocument list : desk.get().published()) {
      if (!desk.get().isSigned(list, roots)) {
        throw new CliException(
            GreenQr.REJECTED,
            "SIGNATURES_MISSING",
            "status list "
                + list.list()
                + " is not signed; type greenqr status delta --dir "
                + directory.path()
                + " --key STATUS.pem");
      }
      editor.pin(list);
    }
    if (desk.get().register().isChanged()) {
      console.say("note: statuses have changed since the last greenqr status delta");
    }
  }

  private static boolean isUnderNewRoot(NextList next, SchemeRoots roots) throws PublishException {
    return next.newest()
        .filter(list -> list.version().rootVersion() != roots.newest().version())
        .isPresent();
  }

  private static boolean isDue(
      TrustListEditor editor, NextList next, ListTimes times, SchemeRoots roots)
      throws PublishException {
    Optional<TrustListDocument> newest = next.newest();
    if (newest.isEmpty()) {
      return true;
    }
    TrustListDocument list = newest.get();
    Duration fresh = Duration.between(list.issuedAt(), list.expires());
    return isUnderNewRoot(next, roots)
        || !Set.copyOf(editor.keys()).equals(new HashSet<>(list.keys()))
        || !editor.statusPins().equals(list.statusPins())
        || !editor.documentPins().equals(list.documentPins())
        || !times.issuedAt().isBefore(list.issuedAt().plus(fresh.dividedBy(RENEWED_AFTER)));
  }

  private void complete(
      NextList next, SchemeRoots roots, DocumentDraft draft, @Nullable PassSigner signer)
      throws CliException, PublishException {
    TrustListDocument list = draft.content(TrustListDocument.class);
    String name = PublishingDirectory.name(list.version());
    Path file = directory.draft(name);
    DocumentDraft signed = draft;
    if (signer != null) {
      Signatories.of(draft, roots).requireHolder(signer.publicKey());
      // Whoever can write the directory could slip a key in. No unattended command signs one: a
      // person does, who is shown it.
      if (next.hasNewKeys(list)) {
        console.say(
            "keys of issuers have changed, so this list is signed by people who look at it");
      } else {
        signed = draft.sign(signer);
      }
    }
    directory.keepDraft(name, signed);
    Signatories signatories = Signatories.of(signed, roots);
    if (!signatories.areComplete()) {
      console.say(file + ": waits for signatures");
      signatories.words().forEach(console::say);
      console.say("next: greenqr trust sign " + file + " --key KEY.pem");
      console.say("then: greenqr trust publish --dir " + directory.path());
      throw RootPublication.missing(file);
    }
    directory.publish(name, signed.complete(signatories.roles()));
    next.forgetEdits();
    console.say(directory.published(name) + ": published, fresh until " + list.expires());
    console.say("next: greenqr bundle build --dir " + directory.path() + " --out today.gqb");
  }
}
