package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a publisher.
 *
 * <ul>
 *   <li>{@code root-N.gqd}, {@code list-R.V.gqd}, {@code status-L.V.gqd}, {@code delta-T.gqd},
 *       {@code policy-NAME.V.gqd}: published. None is ever overwritten by a document that says
 *       something else.
 *   <li>the same with {@code .draft.gqd}: waiting for signatures.
 *   <li>{@code next.gqd}: the keys of the next list, as they were edited so far.
 *   <li>{@code statuses.gqr}: the register of statuses.
 * </ul>
 */
final class PublishingDirectory {
  static final String NEXT = "next.gqd";

  static final String PUBLISHED = ".gqd";
  static final String DRAFT = ".draft.gqd";
  private final Path path;

  private PublishingDirectory(Path path) {
    this.path = path;
  }

  /** A directory that is there. */
  static PublishingDirectory of(Path path) throws CliException {
    if (!Files.isDirectory(path)) {
      throw new CliException(
          GreenQr.UNREADABLE, "FILE_MISSING", path + ": no directory of a scheme");
    }
    return new PublishingDirectory(path);
  }

  /** A directory that is made if it is not there. */
  static PublishingDirectory make(Path path) throws CliException {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw LocalFile.unwritable(path);
    }
    return new PublishingDirectory(path);
  }

  Path path() {
    return path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  static String name(RootDocument root) {
    return "root-" + root.version();
  }

  static String name(TrustVersion list) {
    return "list-" + list;
  }

  static String name(int statusList, long version) {
    return "status-" + statusList + "." + version;
  }

  Path published(String name) {
    return file(name + PUBLISHED);
  }

  Path draft(String name) {
    return file(name + DRAFT);
  }

  /** The published roots, verified one by one; empty before the first ceremony is over. */
  Optional<SchemeRoots> roots() throws CliException, PublishException {
    List<Long> versions = FileNames.numbers(path, "root-", PUBLISHED);
    List<SignedDocument> documents = new ArrayList<>();
    for (long version : versions) {
      documents.add(DocumentFile.any(published("root-" + version)));
    }
    return documents.isEmpty() ? Optional.empty() : Optional.of(SchemeRoots.of(documents));
  }

  /** The published roots of a scheme that has one. */
  SchemeRoots requireRoots() throws CliException, PublishException {
    return roots()
        .orElseThrow(
            () ->
                new CliException(
                    GreenQr.UNREADABLE,
                    "ROOT_MISSING",
                    path + ": has no root yet; see greenqr trust init and trust publish"));
  }

  /** The names of the roots that wait for signatures. */
  List<String> rootDrafts() throws CliException {
    return FileNames.numbers(path, "root-", DRAFT).stream().map(it -> "root-" + it).toList();
  }

  /** The versions of the published lists, oldest first. */
  List<TrustVersion> lists() throws CliException {
    return FileNames.lists(path, PUBLISHED);
  }

  /** The versions of the lists that wait for signatures, oldest first. */
  List<TrustVersion> listDrafts() throws CliException {
    return FileNames.lists(path, DRAFT);
  }

  /** The published list with the highest version. */
  Optional<SignedDocument> newestList() throws CliException, PublishException {
    List<TrustVersion> lists = lists();
    return lists.isEmpty() ? Optional.empty() : Optional.of(list(lists.get(lists.size() - 1)));
  }

  /** A published list of that version; its signatures are verified where it is used. */
  SignedDocument list(TrustVersion version) throws CliException, PublishException {
    Path file = published(name(version));
    SignedDocument list = DocumentFile.any(file);
    TrustListDocument content = DocumentDraft.of(list).content(TrustListDocument.class);
    requireName(file, content.version().equals(version));
    return list;
  }

  /** A published status list, if it is there; its signatures are verified where it is used. */
  Optional<SignedDocument> status(int list, long version) throws CliException, PublishException {
    Path file = published(name(list, version));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    SignedDocument signed = DocumentFile.any(file);
    StatusListDocument content = DocumentDraft.of(signed).content(StatusListDocument.class);
    requireName(file, content.list() == list && content.version() == version);
    return Optional.of(signed);
  }

  /** Drops drafts of a status list that another version has overtaken. */
  void dropStatusDrafts(int list, long except) throws CliException {
    for (long version : FileNames.numbers(path, "status-" + list + ".", DRAFT)) {
      if (version != except) {
        LocalFile.delete(draft(name(list, version)));
      }
    }
  }

  static void requireName(Path file, boolean holds) throws CliException {
    if (!holds) {
      throw new CliException(
          GreenQr.UNREADABLE, "WRONG_DOCUMENT", file + ": is another document than its name says");
    }
  }

  /** The names of the published deltas, oldest first. */
  List<String> deltas() throws CliException {
    return FileNames.deltas(path, PUBLISHED);
  }

  /** The names of the deltas that wait for signatures, oldest first. */
  List<String> deltaDrafts() throws CliException {
    return FileNames.deltas(path, DRAFT);
  }

  void keepDraft(String name, DocumentDraft draft) throws CliException {
    LocalFile.replace(draft(name), draft.bytes());
  }

  /**
   * Publishes a document and drops its draft.
   *
   * <p>What was published stays: two documents of one version are what checkpoints take for an
   * attack. The same document may get other signatures, as it does after a rotation.
   */
  void publish(String name, SignedDocument document) throws CliException {
    Path file = published(name);
    if (Files.exists(file) && !DocumentFile.any(file).equals(document)) {
      throw new CliException(
          GreenQr.UNREADABLE, "FILE_EXISTS", file + ": was published and says something else");
    }
    LocalFile.replace(file, document.bytes());
    LocalFile.delete(draft(name));
  }
}
