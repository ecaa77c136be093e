package io.greenqr.verify.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.trust.HeldList;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The status lists under an update: steps 14 and 15 of docs/spec/trust.md section 11. */
final class HeldStatus {
  private final Map<Integer, HeldList> lists = new TreeMap<>();
  private final Map<Integer, StatusPin> pins = new HashMap<>();
  private final Set<Integer> brought = new TreeSet<>();

  HeldStatus(List<HeldList> held, TrustListDocument list) {
    held.forEach(it -> lists.put(it.list(), it));
    list.statusPins().forEach(pin -> pins.put(pin.list(), pin));
  }

  void apply(TrustBundle bundle, RootDocument root) throws TrustException, FormatException {
    List<HeldList> inFull = new ArrayList<>();
    for (SignedDocument signed : bundle.statusLists()) {
      TrustSignatures.require(signed, root, Role.STATUS, TrustFault.STATUS_SIGNATURES);
      StatusListDocument document = StatusListDocument.decode(signed.unverifiedPayload());
      requireEnvironment(document.environment() == root.environment());
      HeldList list = HeldList.of(document.list(), document.version(), document.entries());
      inFull.add(list);
      put(list);
    }
    for (SignedDocument signed : bundle.deltas()) {
      TrustSignatures.require(signed, root, Role.STATUS, TrustFault.STATUS_SIGNATURES);
      StatusDelta delta = StatusDelta.decode(signed.unverifiedPayload());
      requireEnvironment(delta.environment() == root.environment());
      for (ListChanges changes : delta.lists()) {
        apply(changes);
      }
    }
    // Behind the signatures of all of them, as the steps are; and of the lists before their deltas.
    for (HeldList list : inFull) {
      requirePinned(list);
    }
    for (HeldList list : lists.values()) {
      if (brought.contains(list.list())) {
        requirePinned(list);
      }
    }
    lists.keySet().retainAll(pins.keySet());
    lists.replaceAll((number, held) -> underItsPin(held));
  }

  private static void requireEnvironment(boolean same) throws TrustException {
    if (!same) {
      throw new TrustException(TrustFault.ENVIRONMENT_MISMATCH);
    }
  }

  private void put(HeldList list) {
    lists.put(list.list(), list);
    brought.add(list.list());
  }

  /** Changes of a list that is not held in the version they start from are passed over. */
  private void apply(ListChanges changes) throws FormatException {
    HeldList held = lists.get(changes.list());
    if (held == null || held.version() != changes.fromVersion()) {
      return;
    }
    put(
        HeldList.of(
            changes.list(),
            changes.toVersion(),
            changes
                .apply(held.entries())
                .orElseThrow(() -> new FormatException(FormatFault.STATUS_CHANGE, 0))));
  }

  /** What the bundle brought must be what its trust list pins: no parts of two bundles in one. */
  private void requirePinned(HeldList held) throws TrustException {
    StatusPin pin = pins.get(held.list());
    if (pin == null
        || pin.version() != held.version()
        || !Arrays.equals(pin.digest(), held.entries().digest())) {
      throw new TrustException(TrustFault.NOT_PINNED);
    }
  }

  /** A list whose content is that of the pin is of its version, whatever it was held as. */
  private HeldList underItsPin(HeldList held) {
    StatusPin pin = pins.get(held.list());
    return pin != null
            && pin.version() != held.version()
            && Arrays.equals(pin.digest(), held.entries().digest())
        ? HeldList.of(held.list(), pin.version(), held.entries())
        : held;
  }

  Collection<HeldList> lists() {
    return lists.values();
  }
}
