package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the status lists signed that have changed, and one delta that leads to them from those that
 * were signed before.
 *
 * <p>What is to be signed is found from what is there: the register, which is saved first, and the
 * files. So a run that was interrupted, or lacked a signature, is completed by the next.
 */
final class StatusSigning {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'delta-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final PublishingDirectory directory;
  private final StatusDesk desk;
  private final SchemeRoots roots;

  StatusSigning(PublishingDirectory directory, StatusDesk desk, SchemeRoots roots) {
    this.directory = directory;
    this.desk = desk;
    this.roots = roots;
  }

  /** The documents that want signatures, by the names of their files. */
  Map<String, DocumentDraft> pending(Instant now) throws CliException, PublishException {
    if (desk.register().isChanged()) {
      desk.register().publish(now);
      desk.save();
    }
    Map<String, DocumentDraft> pending = new LinkedHashMap<>();
    List<StatusListDocument> unsigned = new ArrayList<>();
    for (StatusListDocument list : desk.published()) {
      directory.dropStatusDrafts(list.list(), list.version());
      if (!desk.isSigned(list, roots)) {
        unsigned.add(list);
        String name = nameOf(list);
        pending.put(name, resume(name, DocumentDraft.of(list)));
      }
    }
    deltas(unsigned, now, pending);
    return pending;
  }

  /** The signatures that a draft has already, if it is the same draft. */
  private DocumentDraft resume(String name, DocumentDraft draft) throws CliException {
    Path file = directory.draft(name);
    if (Files.exists(file)) {
      DocumentDraft before = DocumentFile.draft(file);
      if (before.equals(draft)) {
        return before;
      }
    }
    return draft;
  }

  private void deltas(
      List<StatusListDocument> unsigned, Instant now, Map<String, DocumentDraft> pending)
      throws CliException, PublishException {
    List<StatusListDocument> open = new ArrayList<>(unsigned);
    for (String name : directory.deltaDrafts()) {
      DocumentDraft draft = DocumentFile.draft(directory.draft(name));
      List<ListChanges> lists = draft.content(StatusDelta.class).lists();
      if (lists.stream().allMatch(this::leadsToNewest)) {
        pending.put(name, draft);
        open.removeIf(list -> lists.stream().anyMatch(it -> it.list() == list.list()));
      } else {
        LocalFile.delete(directory.draft(name));
      }
    }
    List<StatusListDocument> earlier = new ArrayList<>();
    for (StatusListDocument list : open) {
      if (!Files.exists(directory.published(nameOf(list)))) {
        before(list).ifPresent(earlier::add);
      }
    }
    for (StatusDelta delta : desk.register().deltasFrom(earlier, now)) {
      pending.put(newName(delta, pending), DocumentDraft.of(delta));
    }
  }

  /** Names sort as the deltas are applied. */
  private String newName(StatusDelta delta, Map<String, DocumentDraft> pending) {
    String first = NAME.format(delta.issuedAt());
    String name = first;
    for (int number = 1; isTaken(name) || pending.containsKey(name); number++) {
      name = "%s-%04d".formatted(first, number);
    }
    return name;
  }

  private boolean isTaken(String name) {
    return Files.exists(directory.published(name)) || Files.exists(directory.draft(name));
  }

  private static String nameOf(StatusListDocument list) {
    return PublishingDirectory.name(list.list(), list.version());
  }

  private boolean leadsToNewest(ListChanges changes) {
    try {
      return desk.register()
          .published(changes.list())
          .map(it -> it.version() == changes.toVersion())
          .orElse(false);
    } catch (PublishException e) {
      return false;
    }
  }

  /** The last version of a list before this one that was signed. */
  private Optional<StatusListDocument> before(StatusListDocument list)
      throws CliException, PublishException {
    for (long version = list.version() - 1; version > 0; version--) {
      Optional<SignedDocument> signed = directory.status(list.list(), version);
      if (signed.isPresent()) {
        return Optional.of(DocumentDraft.of(signed.get()).content(StatusListDocument.class));
      }
    }
    return Optional.empty();
  }

  /**
   * Signs a document, and publishes it if enough have.
   *
   * @return what is still missing; null if nothing is
   */
  @Nullable Signatories sign(String name, DocumentDraft draft, @Nullable PassSigner signer)
      throws CliException, PublishException {
    DocumentDraft signed = draft;
    if (signer != null) {
      Signatories.of(draft, roots).requireHolder(signer.publicKey());
      signed = draft.sign(signer);
    }
    Signatories signatories = Signatories.of(signed, roots);
    if (!signatories.areComplete()) {
      directory.keepDraft(name, signed);
      return signatories;
    }
    directory.publish(name, signed.complete(signatories.roles()));
    return null;
  }
}
