package io.greenqr.issue.trust;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an authority holds against its passes: all status lists of a scheme, in one file. For use by
 * one thread.
 *
 * <p>A revoked pass stays revoked; whatever else may be lifted. Changes are in memory until {@link
 * #save}, which writes the old file or the new one, whatever happens, and refuses to write over
 * what somebody else saved meanwhile: with two copies of a register, one's revocations would be
 * lost.
 *
 * <p>To publish: {@link #publish}, {@link #save}, and then have the documents signed. Where they
 * are lost between the two, {@link #published} gives them again.
 */
public final class StatusRegister {
  private final RegisterFile file;
  private final Environment environment;
  private final Map<Integer, RegisteredList> lists;

  StatusRegister(RegisterFile file, Environment environment, Map<Integer, RegisteredList> lists) {
    this.file = file;
    this.environment = environment;
    this.lists = new TreeMap<>(lists);
  }

  /**
   * Begins a register without any list.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file is there
   */
  public static StatusRegister create(Path path, Environment environment) throws IOException {
    return RegisterFile.create(path, environment);
  }

  /**
   * Opens a register.
   *
   * @throws PublishException REGISTER_DAMAGED
   */
  public static StatusRegister open(Path path) throws IOException, PublishException {
    return RegisterFile.open(path);
  }

  /**
   * Writes all changes to the disk.
   *
   * @throws PublishException REGISTER_CHANGED if the file is not as it was opened, or as it was
   *     saved last; open it again and repeat the changes
   */
  public void save() throws IOException, PublishException {
    file.save(environment, lists.values());
  }

  /** The world it belongs to. */
  public Environment environment() {
    return environment;
  }

  /** The numbers of the lists, in ascending order. */
  public Set<Integer> lists() {
    return new TreeSet<>(lists.keySet());
  }

  /**
   * What a list holds now, published or not.
   *
   * @throws PublishException LIST_UNKNOWN
   */
  public StatusEntries entries(int list) throws PublishException {
    return find(list).entries();
  }

  /**
   * What is held against a pass now, published or not.
   *
   * @throws PublishException LIST_UNKNOWN, STATUS_RANGE
   */
  public PassStatus get(StatusReference pass) throws PublishException {
    StatusEntries entries = entries(pass.list());
    PublishException.require(pass.index() < entries.size(), PublishFault.STATUS_RANGE, pass);
    return entries.get(pass.index());
  }

  private RegisteredList find(int list) throws PublishException {
    RegisteredList found = lists.get(list);
    if (found == null) {
      throw new PublishException(PublishFault.LIST_UNKNOWN, list);
    }
    return found;
  }

  /**
   * Begins a list in which all passes are valid.
   *
   * @param list 0 to 65,535
   * @param entries a multiple of 4, up to 131,072; it never changes
   * @throws PublishException LIST_PRESENT, STATUS_RANGE, LIST_SIZE; TOO_MANY beyond 1,024 lists
   */
  public void newList(int list, int entries) throws PublishException {
    PublishException.require(
        list >= 0 && list <= FormatLimits.MAX_STATUS_LIST, PublishFault.STATUS_RANGE, list);
    PublishException.require(!lists.containsKey(list), PublishFault.LIST_PRESENT, list);
    PublishException.require(
        lists.size() < FormatLimits.MAX_STATUS_PINS, PublishFault.TOO_MANY, list);
    try {
      lists.put(list, new RegisteredList(list, null, StatusEntries.allValid(entries)));
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /**
   * Changes what is held against one pass.
   *
   * @throws PublishException LIST_UNKNOWN, STATUS_RANGE; STATUS_FINAL if it is revoked and would
   *     become something else
   */
  public void set(StatusReference pass, PassStatus status) throws PublishException {
    setAll(List.of(pass), status);
  }

  /**
   * Changes what is held against each pass of a range, or against none of them.
   *
   * @param first the first entry
   * @param last the last entry, which is changed as well; not before the first
   * @throws PublishException as {@link #set} does, with the first pass that is refused
   */
  public void setRange(int list, int first, int last, PassStatus status) throws PublishException {
    RegisteredList found = find(list);
    PublishException.require(
        first >= 0 && first <= last && last < found.entries().size(),
        PublishFault.STATUS_RANGE,
        list + "/" + first + " to " + last);
    StatusEntries.Editor editor = found.entries().edit();
    for (int index = first; index <= last; index++) {
      found.requireChange(index, status);
      editor.set(index, status);
    }
    found.replace(editor.build());
  }

  /**
   * Changes what is held against each of these passes, or against none of them.
   *
   * @throws PublishException as {@link #set} does, with the first pass that is refused
   */
  public void setAll(Collection<StatusReference> passes, PassStatus status)
      throws PublishException {
    Map<Integer, StatusEntries.Editor> editors = new TreeMap<>();
    for (StatusReference pass : passes) {
      RegisteredList found = find(pass.list());
      found.requireChange(pass.index(), status);
      editors
          .computeIfAbsent(pass.list(), list -> found.entries().edit())
          .set(pass.index(), status);
    }
    for (Map.Entry<Integer, StatusEntries.Editor> changed : editors.entrySet()) {
      find(changed.getKey()).replace(changed.getValue().build());
    }
  }

  /** Whether there is something to publish. */
  public boolean isChanged() {
    return lists.values().stream().anyMatch(RegisteredList::isChanged);
  }

  /**
   * The last published version of a list; absent if none was.
   *
   * @throws PublishException LIST_UNKNOWN
   */
  public Optional<StatusListDocument> published(int list) throws PublishException {
    return find(list).published();
  }

  /**
   * Gives every list that is new or has changed its next version. A list that was changed there and
   * back keeps its version.
   *
   * @param issuedAt rounded down to whole seconds
   * @throws PublishException TIMES; ISSUED_BEFORE_PREVIOUS, with the list whose last version is
   *     later; VERSION_EXHAUSTED
   */
  public StatusPublication publish(Instant issuedAt) throws PublishException {
    Instant seconds = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    List<StatusListDocument> documents = new ArrayList<>();
    List<StatusListDocument> before = new ArrayList<>();
    for (RegisteredList list : lists.values()) {
      if (list.isChanged()) {
        documents.add(next(list, seconds));
        list.published().ifPresent(before::add);
      }
    }
    Map<Integer, RegisteredList> after = new TreeMap<>(lists);
    for (StatusListDocument document : documents) {
      after.put(document.list(), new RegisteredList(document.list(), document, document.entries()));
    }
    StatusPublication publication =
        new StatusPublication(
            documents, new StatusRegister(file, environment, after).deltasFrom(before, issuedAt));
    lists.putAll(after);
    return publication;
  }

  private StatusListDocument next(RegisteredList list, Instant issuedAt) throws PublishException {
    PublishException.require(
        !list.published().map(it -> issuedAt.isBefore(it.issuedAt())).orElse(false),
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        list.list());
    long version = DocumentContent.versionAfter(list.version());
    try {
      return StatusListDocument.of(environment, list.list(), version, issuedAt, list.entries());
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /**
   * What leads from earlier versions to the last published ones, for gates that were offline for a
   * while.
   *
   * @param earlier one version of a list each; one that is still the newest is passed over
   * @param issuedAt rounded down to whole seconds
   * @return one delta, or several if it would be too long, or none
   * @throws PublishException ENVIRONMENT; LIST_UNKNOWN, also for one that was never published;
   *     LIST_PRESENT for one list twice; VERSION_NOT_NEWER for a version that is not earlier, or
   *     that holds something else; LIST_SIZE; TIMES
   */
  public List<StatusDelta> deltasFrom(Collection<StatusListDocument> earlier, Instant issuedAt)
      throws PublishException {
    Map<Integer, ListChanges> changes = new TreeMap<>();
    Set<Integer> given = new TreeSet<>();
    for (StatusListDocument from : earlier) {
      PublishException.require(
          from.environment() == environment, PublishFault.ENVIRONMENT, from.list());
      PublishException.require(given.add(from.list()), PublishFault.LIST_PRESENT, from.list());
      StatusListDocument to =
          published(from.list())
              .orElseThrow(() -> new PublishException(PublishFault.LIST_UNKNOWN, from.list()));
      boolean newest = from.pin().equals(to.pin());
      PublishException.require(
          newest || from.version() < to.version(), PublishFault.VERSION_NOT_NEWER, from.list());
      if (!newest) {
        changes.put(from.list(), RegisteredList.changes(from, to));
      }
    }
    try {
      return DeltaPacker.pack(
          environment, issuedAt.truncatedTo(ChronoUnit.SECONDS), List.copyOf(changes.values()));
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /** Environment and number of lists. */
  @Override
  public String toString() {
    return "StatusRegister[" + environment + ", " + lists.size() + " lists]";
  }
}
