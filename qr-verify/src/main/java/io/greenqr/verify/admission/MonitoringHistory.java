package io.greenqr.verify.admission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of monitoring that all passes tell of, and which of them stand. */
final class MonitoringHistory {
  /** The newest first. */
  private final List<MonitoringView> states = new ArrayList<>(0);

  void add(MonitoringView state) {
    int at = 0;
    while (at < states.size() && states.get(at).compareTo(state) < 0) {
      at++;
    }
    states.add(at, state);
  }

  /** The state that began last; null where there is none. */
  @Nullable MonitoringView newest() {
    return states.isEmpty() ? null : states.get(0);
  }

  /** The newest release that counts; null where there is none. */
  @Nullable MonitoringView released() {
    for (MonitoringView state : states) {
      if (state.isRelease()) {
        return state;
      }
    }
    return null;
  }

  /**
   * The states that no later one answers. Only a state that is vouched for answers those before it:
   * nobody ends an isolation, or moves its end, with a state of his own. And who was a case is not
   * released by being a contact afterwards.
   */
  List<MonitoringView> standing() {
    List<MonitoringView> standing = new ArrayList<>(states.size());
    for (MonitoringView state : states) {
      if (!state.isRelease() && !isAnswered(state)) {
        standing.add(state);
      }
    }
    return standing;
  }

  private boolean isAnswered(MonitoringView state) {
    for (MonitoringView later : states) {
      if (later.counts()
          && later.since() > state.since()
          && (!later.isContact() || state.isContact())) {
        return true;
      }
    }
    return false;
  }
}
