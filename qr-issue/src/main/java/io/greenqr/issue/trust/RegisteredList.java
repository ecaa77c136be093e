package io.greenqr.issue.trust;

import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One status list of a register: as it was published last, and as it is to be. */
final class RegisteredList {
  private final int list;
  private final @Nullable StatusListDocument published;
  private StatusEntries entries;

  RegisteredList(int list, @Nullable StatusListDocument published, StatusEntries entries) {
    this.list = list;
    this.published = published;
    this.entries = entries;
  }

  int list() {
    return list;
  }

  StatusEntries entries() {
    return entries;
  }

  Optional<StatusListDocument> published() {
    return Optional.ofNullable(published);
  }

  /** The last published version; 0 if none was. */
  long version() {
    return published == null ? 0 : published.version();
  }

  boolean isChanged() {
    return published == null || !published.entries().equals(entries);
  }

  /** Throws STATUS_RANGE, or STATUS_FINAL, if the entry may not get this status. */
  void requireChange(int index, PassStatus status) throws PublishException {
    String handle = list + "/" + index;
    PublishException.require(
        index >= 0 && index < entries.size(), PublishFault.STATUS_RANGE, handle);
    PublishException.require(
        status == PassStatus.REVOKED || entries.get(index) != PassStatus.REVOKED,
        PublishFault.STATUS_FINAL,
        handle);
  }

  void replace(StatusEntries changed) {
    entries = changed;
  }

  /** What leads from an earlier version to the last published one. */
  static ListChanges changes(StatusListDocument from, StatusListDocument to)
      throws PublishException {
    PublishException.require(
        from.entries().size() == to.entries().size(), PublishFault.LIST_SIZE, to.list());
    return ListChanges.between(
        to.list(), from.version(), from.entries(), to.version(), to.entries());
  }
}
