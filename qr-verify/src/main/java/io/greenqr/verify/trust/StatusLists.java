package io.greenqr.verify.trust;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.HeldList;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusPin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The status lists that a trust list pins, by number: a look-up is two steps into arrays. */
final class StatusLists {
  private final @Nullable StatusEntries[] inForce;
  private final boolean[] outdated;
  private final List<Integer> absent;

  /** The lists of {@code held} that are what {@code pins} say. */
  StatusLists(List<StatusPin> pins, Collection<HeldList> held) {
    int size = pins.isEmpty() ? 0 : pins.get(pins.size() - 1).list() + 1;
    this.inForce = new StatusEntries[size];
    this.outdated = new boolean[size];
    Map<Integer, HeldList> byNumber = new HashMap<>();
    held.forEach(list -> byNumber.put(list.list(), list));
    List<Integer> notInForce = new ArrayList<>();
    for (StatusPin pin : pins) {
      HeldList list = byNumber.get(pin.list());
      if (list != null && Arrays.equals(list.entries().digest(), pin.digest())) {
        inForce[pin.list()] = list.entries();
      } else {
        outdated[pin.list()] = list != null;
        notInForce.add(pin.list());
      }
    }
    this.absent = Collections.unmodifiableList(notInForce);
  }

  /** What the lists say of {@code reference}, whatever their age; allocates nothing. */
  StatusAnswer find(StatusReference reference) {
    int number = reference.list();
    if (number >= inForce.length) {
      return StatusAnswer.MISSING;
    }
    StatusEntries entries = inForce[number];
    if (entries == null) {
      return outdated[number] ? StatusAnswer.OUTDATED : StatusAnswer.MISSING;
    }
    if (reference.index() >= entries.size()) {
      return StatusAnswer.OUT_OF_RANGE;
    }
    return switch (entries.get(reference.index())) {
      case VALID -> StatusAnswer.VALID;
      case REVOKED -> StatusAnswer.REVOKED;
      case SUSPENDED -> StatusAnswer.SUSPENDED;
      case RESTRICTED -> StatusAnswer.RESTRICTED;
    };
  }

  /** Numbers of the pinned lists that are missing or outdated, ascending; unmodifiable. */
  List<Integer> absent() {
    return absent;
  }
}
