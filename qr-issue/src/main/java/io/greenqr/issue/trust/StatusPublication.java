package io.greenqr.issue.trust;

import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import java.util.List;

/** What changed in a register, as documents that nobody signed yet. */
public final class StatusPublication {
  private final List<StatusListDocument> lists;
  private final List<StatusDelta> deltas;

  StatusPublication(List<StatusListDocument> lists, List<StatusDelta> deltas) {
    this.lists = List.copyOf(lists);
    this.deltas = List.copyOf(deltas);
  }

  /** The lists that are new or have changed, each in its new version, by number. */
  public List<StatusListDocument> lists() {
    return lists;
  }

  /**
   * What leads to them from the versions published before, except for those that are new: one
   * delta, or several if it would be too long, or none.
   */
  public List<StatusDelta> deltas() {
    return deltas;
  }

  /** How many lists and deltas. */
  @Override
  public String toString() {
    return "StatusPublication[" + lists.size() + " lists, " + deltas.size() + " deltas]";
  }
}
