package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an authority may say of its passes, and how it gets into documents. */
class StatusRegisterTest {
  @TempDir private Path directory;
  private StatusRegister register;

  @BeforeEach
  void begin() throws Exception {
    register = StatusRegister.create(directory.resolve("register"), Environment.PRODUCTION);
    register.newList(7, 8);
  }

  private static StatusReference pass(int list, int index) {
    return StatusReference.of(list, index);
  }

  private PassStatus get(int index) throws PublishException {
    return register.get(pass(7, index));
  }

  private void set(int index, PassStatus status) throws PublishException {
    register.set(pass(7, index), status);
  }

  private static StatusEntries apply(StatusEntries from, List<StatusDelta> deltas) {
    StatusEntries entries = from;
    for (StatusDelta delta : deltas) {
      for (ListChanges changes : delta.lists()) {
        entries = changes.apply(entries).orElseThrow();
      }
    }
    return entries;
  }

  @Test
  void listsOfAnySizeThatTheFormatHas() throws Exception {
    int most = FormatLimits.STATUS_SHARD_ENTRIES;
    register.newList(0, 4);
    register.newList(FormatLimits.MAX_STATUS_LIST, most);
    for (int size : new int[] {-4, 0, 3, 5, most - 1, most + 4}) {
      refused(PublishFault.LIST_SIZE, () -> register.newList(1, size));
    }
    refused(PublishFault.LIST_PRESENT, "7", () -> register.newList(7, 8));
    refused(PublishFault.STATUS_RANGE, "-1", () -> register.newList(-1, 8));
    refused(PublishFault.STATUS_RANGE, "65536", () -> register.newList(65_536, 8));
    assertEquals(Set.of(0, 7, FormatLimits.MAX_STATUS_LIST), register.lists());
    assertEquals(most, register.entries(FormatLimits.MAX_STATUS_LIST).size());
    assertEquals("StatusRegister[PRODUCTION, 3 lists]", register.toString());
  }

  @Test
  void asManyListsAsATrustListPins() throws Exception {
    for (int list = 8; list < 7 + FormatLimits.MAX_STATUS_PINS; list++) {
      register.newList(list, 4);
    }
    refused(PublishFault.TOO_MANY, "0", () -> register.newList(0, 4));
  }

  @Test
  void revokedIsFinalAndTheRestIsLifted() throws Exception {
    for (PassStatus from : PassStatus.values()) {
      for (PassStatus to : PassStatus.values()) {
        StatusRegister fresh =
            StatusRegister.create(directory.resolve(from + "-" + to), Environment.PRODUCTION);
        fresh.newList(7, 8);
        fresh.set(pass(7, 5), from);
        if (from == PassStatus.REVOKED && to != PassStatus.REVOKED) {
          refused(PublishFault.STATUS_FINAL, "7/5", () -> fresh.set(pass(7, 5), to));
          assertEquals(PassStatus.REVOKED, fresh.get(pass(7, 5)));
        } else {
          fresh.set(pass(7, 5), to);
          assertEquals(to, fresh.get(pass(7, 5)));
        }
        assertEquals(PassStatus.VALID, fresh.get(pass(7, 4)));
        assertEquals(PassStatus.VALID, fresh.get(pass(7, 6)));
      }
    }
  }

  @Test
  void passesAreInTheirList() throws Exception {
    set(7, PassStatus.SUSPENDED);
    refused(PublishFault.STATUS_RANGE, "7/8", () -> set(8, PassStatus.SUSPENDED));
    refused(PublishFault.STATUS_RANGE, "7/8", () -> get(8));
    refused(PublishFault.LIST_UNKNOWN, "6", () -> register.set(pass(6, 0), PassStatus.VALID));
    refused(PublishFault.LIST_UNKNOWN, "6", () -> register.get(pass(6, 0)));
    refused(PublishFault.LIST_UNKNOWN, "6", () -> register.entries(6));
    refused(PublishFault.LIST_UNKNOWN, "6", () -> register.published(6));
    refused(PublishFault.LIST_UNKNOWN, "6", () -> register.setRange(6, 0, 1, PassStatus.VALID));
  }

  @Test
  void rangesHaveBothTheirEnds() throws Exception {
    register.setRange(7, 2, 4, PassStatus.RESTRICTED);
    for (int i = 0; i < 8; i++) {
      assertEquals(i >= 2 && i <= 4 ? PassStatus.RESTRICTED : PassStatus.VALID, get(i));
    }
    register.setRange(7, 0, 7, PassStatus.SUSPENDED);
    register.setRange(7, 7, 7, PassStatus.VALID);
    assertEquals(7, register.entries(7).count(PassStatus.SUSPENDED));
    for (int[] range : new int[][] {{-1, 3}, {3, 8}, {4, 3}, {8, 8}}) {
      refused(
          PublishFault.STATUS_RANGE,
          () -> register.setRange(7, range[0], range[1], PassStatus.VALID));
    }
  }

  @Test
  void aRangeOrBatchIsChangedAsAWhole() throws Exception {
    register.newList(9, 4);
    set(3, PassStatus.REVOKED);
    StatusEntries before = register.entries(7);
    refused(
        PublishFault.STATUS_FINAL, "7/3", () -> register.setRange(7, 0, 7, PassStatus.SUSPENDED));
    List<StatusReference> batch = List.of(pass(7, 0), pass(9, 1), pass(7, 3));
    refused(PublishFault.STATUS_FINAL, "7/3", () -> register.setAll(batch, PassStatus.VALID));
    refused(
        PublishFault.LIST_UNKNOWN,
        "8",
        () -> register.setAll(List.of(pass(7, 0), pass(8, 0)), PassStatus.REVOKED));
    assertEquals(before, register.entries(7));
    assertEquals(StatusEntries.allValid(4), register.entries(9));

    register.setAll(batch, PassStatus.REVOKED);
    register.setAll(List.of(), PassStatus.REVOKED);
    assertEquals(2, register.entries(7).count(PassStatus.REVOKED));
    assertEquals(PassStatus.REVOKED, register.get(pass(9, 1)));
  }

  @Test
  void publishesWhatChanged() throws Exception {
    register.newList(9, 4);
    StatusPublication first = register.publish(NOW.plusMillis(5));
    assertEquals(2, first.lists().size(), "new lists, though they say nothing yet");
    assertEquals(List.of(), first.deltas());
    assertEquals(1, first.lists().get(0).version());
    assertEquals(NOW, first.lists().get(0).issuedAt());
    assertFalse(register.isChanged());
    assertEquals("StatusPublication[0 lists, 0 deltas]", register.publish(NOW).toString());

    set(5, PassStatus.SUSPENDED);
    assertTrue(register.isChanged());
    set(5, PassStatus.VALID);
    assertFalse(register.isChanged());
    set(5, PassStatus.SUSPENDED);
    StatusPublication second = register.publish(NOW.plusSeconds(1));
    assertEquals(List.of(register.published(7).orElseThrow()), second.lists());
    assertEquals(2, second.lists().get(0).version());
    assertEquals(1, second.deltas().size());
    assertEquals(
        List.of(
            ListChanges.between(
                7, 1, StatusEntries.allValid(8), 2, second.lists().get(0).entries())),
        second.deltas().get(0).lists());
    assertEquals(first.lists().get(1), register.published(9).orElseThrow());
  }

  @Test
  void refusedPublicationsChangeNothing() throws Exception {
    refused(PublishFault.TIMES, "issuedAt", () -> register.publish(Instant.EPOCH.minusSeconds(1)));
    assertEquals(Optional.empty(), register.published(7));
    register.publish(NOW);
    set(1, PassStatus.REVOKED);
    refused(PublishFault.ISSUED_BEFORE_PREVIOUS, "7", () -> register.publish(NOW.minusSeconds(1)));
    assertEquals(1, register.published(7).orElseThrow().version());
    register.publish(NOW);
    assertEquals(2, register.published(7).orElseThrow().version());
  }

  @Test
  void theLastVersionHasNoSuccessor() throws Exception {
    for (long version : new long[] {FormatLimits.MAX_VERSION - 1, FormatLimits.MAX_VERSION}) {
      StatusListDocument published =
          StatusListDocument.of(Environment.PRODUCTION, 7, version, NOW, StatusEntries.allValid(8));
      Path path = directory.resolve("version-" + version);
      RegisteredList list = new RegisteredList(7, published, published.entries());
      Files.write(path, RegisterFile.encode(Environment.PRODUCTION, List.of(list)));
      StatusRegister last = StatusRegister.open(path);
      last.set(pass(7, 0), PassStatus.REVOKED);
      if (version == FormatLimits.MAX_VERSION) {
        refused(PublishFault.VERSION_EXHAUSTED, () -> last.publish(NOW));
      } else {
        assertEquals(version + 1, last.publish(NOW).lists().get(0).version());
      }
    }
  }

  @Test
  void deltasFromAnyEarlierVersion() throws Exception {
    StatusListDocument one = register.publish(NOW).lists().get(0);
    set(1, PassStatus.SUSPENDED);
    StatusListDocument two = register.publish(NOW).lists().get(0);
    set(1, PassStatus.VALID);
    set(6, PassStatus.REVOKED);
    StatusListDocument three = register.publish(NOW).lists().get(0);
    set(7, PassStatus.REVOKED);

    for (StatusListDocument from : List.of(one, two)) {
      List<StatusDelta> deltas = register.deltasFrom(List.of(from), NOW);
      assertEquals(three.entries(), apply(from.entries(), deltas));
      assertEquals(from.version(), deltas.get(0).lists().get(0).fromVersion());
      assertEquals(3, deltas.get(0).lists().get(0).toVersion());
    }
    assertEquals(List.of(), register.deltasFrom(List.of(three), NOW));
    assertEquals(List.of(), register.deltasFrom(List.of(), NOW));
  }

  @Test
  void deltasAreNotMadeFromWhatIsNoEarlierVersion() throws Exception {
    register.publish(NOW);
    register.newList(9, 4);
    StatusEntries clear = StatusEntries.allValid(8);
    StatusEntries other = clear.edit().set(0, PassStatus.REVOKED).build();
    Map<PublishFault, StatusListDocument> wrong =
        Map.of(
            PublishFault.ENVIRONMENT,
            StatusListDocument.of(Environment.TEST, 7, 1, NOW, clear),
            PublishFault.VERSION_NOT_NEWER,
            StatusListDocument.of(Environment.PRODUCTION, 7, 1, NOW, other),
            PublishFault.LIST_UNKNOWN,
            StatusListDocument.of(Environment.PRODUCTION, 9, 1, NOW, clear));
    wrong.forEach((fault, list) -> refused(fault, () -> register.deltasFrom(List.of(list), NOW)));
    StatusListDocument later = StatusListDocument.of(Environment.PRODUCTION, 7, 2, NOW, clear);
    refused(PublishFault.VERSION_NOT_NEWER, () -> register.deltasFrom(List.of(later), NOW));
    set(1, PassStatus.REVOKED);
    register.publish(NOW);
    StatusListDocument longer =
        StatusListDocument.of(Environment.PRODUCTION, 7, 1, NOW, StatusEntries.allValid(12));
    refused(PublishFault.LIST_SIZE, "7", () -> register.deltasFrom(List.of(longer), NOW));
    StatusListDocument one = StatusListDocument.of(Environment.PRODUCTION, 7, 1, NOW, clear);
    refused(PublishFault.LIST_PRESENT, "7", () -> register.deltasFrom(List.of(one, one), NOW));
    refused(
        PublishFault.TIMES,
        "issuedAt",
        () -> register.deltasFrom(List.of(one), Instant.EPOCH.minusSeconds(1)));
  }

  /** Of every pass in twenty full lists: more than one delta holds. */
  @Test
  void manyChangesMakeSeveralDeltas() throws Exception {
    int most = FormatLimits.STATUS_SHARD_ENTRIES;
    for (int list = 10; list < 30; list++) {
      register.newList(list, most);
    }
    register.publish(NOW);
    for (int list = 10; list < 30; list++) {
      register.setRange(list, 0, most - 1, PassStatus.SUSPENDED);
    }
    List<StatusDelta> deltas = register.publish(NOW).deltas();
    assertEquals(2, deltas.size());
    int lists = 0;
    for (StatusDelta delta : deltas) {
      Scheme.signed(delta);
      for (ListChanges changes : delta.lists()) {
        lists++;
        assertEquals(
            register.entries(changes.list()),
            changes.apply(StatusEntries.allValid(most)).orElseThrow());
      }
    }
    assertEquals(20, lists);
  }
}
