package io.greenqr.issue.trust;

import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustListDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Applies deltas as a checkpoint will that holds what an earlier trust list pinned. */
final class DeltaReplay {
  private final Map<Integer, Held> held = new HashMap<>();
  private final Set<Integer> changed = new HashSet<>();

  private record Held(long version, StatusEntries entries) {}

  private DeltaReplay() {}

  static DeltaReplay start(TrustListDocument list, Collection<StatusListDocument> lists)
      throws PublishException {
    DeltaReplay replay = new DeltaReplay();
    for (StatusListDocument status : lists) {
      PublishException.require(
          status.environment() == list.environment() && list.statusPins().contains(status.pin()),
          PublishFault.PIN_MISMATCH,
          status.list());
      replay.held.put(status.list(), new Held(status.version(), status.entries()));
    }
    return replay;
  }

  /** Whether the delta changes anything: changes of a version that is not held are passed over. */
  boolean apply(StatusDelta delta) throws PublishException {
    boolean used = false;
    for (ListChanges changes : delta.lists()) {
      Held from = held.get(changes.list());
      if (from != null && from.version() == changes.fromVersion()) {
        StatusEntries to =
            changes
                .apply(from.entries())
                .orElseThrow(() -> new PublishException(PublishFault.PIN_MISMATCH, changes.list()));
        held.put(changes.list(), new Held(changes.toVersion(), to));
        changed.add(changes.list());
        used = true;
      }
    }
    return used;
  }

  /** Throws unless each result is what is in force now: a checkpoint would refuse the bundle. */
  void requirePinned(Map<Integer, StatusPin> pins) throws PublishException {
    for (int list : changed) {
      Held result = held.get(list);
      StatusPin pin = pins.get(list);
      PublishException.require(
          result != null
              && pin != null
              && pin.equals(StatusPin.of(list, result.version(), result.entries().digest())),
          PublishFault.PIN_MISMATCH,
          list);
    }
  }

  /** Whether deltas led to a new version of the list. */
  boolean isReached(int list) {
    return changed.contains(list);
  }
}
