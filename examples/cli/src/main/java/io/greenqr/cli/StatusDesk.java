package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.StatusRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statuses of a scheme: the register, and what of it was signed. */
final class StatusDesk {
  private static final String REGISTER = "statuses.gqr";

  private final PublishingDirectory directory;
  private final StatusRegister register;

  private StatusDesk(PublishingDirectory directory, StatusRegister register) {
    this.directory = directory;
    this.register = register;
  }

  /** The statuses, if there are any. */
  static Optional<StatusDesk> find(PublishingDirectory directory)
      throws CliException, PublishException {
    Path file = directory.file(REGISTER);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new StatusDesk(directory, StatusRegister.open(file)));
    } catch (IOException e) {
      throw LocalFile.unreadable(file);
    }
  }

  static StatusDesk require(PublishingDirectory directory) throws CliException, PublishException {
    return find(directory)
        .orElseThrow(
            () ->
                new CliException(
                    GreenQr.UNREADABLE,
                    "LIST_UNKNOWN",
                    directory.path() + ": has no status list yet; see greenqr status new"));
  }

  static StatusDesk create(PublishingDirectory directory, Environment environment)
      throws CliException {
    Path file = directory.file(REGISTER);
    try {
      return new StatusDesk(directory, StatusRegister.create(file, environment));
    } catch (IOException e) {
      throw LocalFile.unwritable(file);
    }
  }

  StatusRegister register() {
    return register;
  }

  void save() throws CliException, PublishException {
    try {
      register.save();
    } catch (IOException e) {
      throw LocalFile.unwritable(directory.file(REGISTER));
    }
  }

  /** The lists in force, as they were published last. */
  List<StatusListDocument> published() throws PublishException {
    List<StatusListDocument> lists = new ArrayList<>();
    for (int list : register.lists()) {
      register.published(list).ifPresent(lists::add);
    }
    return lists;
  }

  /** Whether the holders of the role under the newest root have signed this list. */
  boolean isSigned(StatusListDocument list, SchemeRoots roots)
      throws CliException, PublishException {
    Optional<SignedDocument> signed = directory.status(list.list(), list.version());
    RoleKeys role = roots.newest().role(Role.STATUS);
    if (signed.isEmpty()) {
      return false;
    }
    DocumentDraft document = DocumentDraft.of(signed.get());
    return document.content(StatusListDocument.class).equals(list) && document.missing(role) == 0;
  }
}
