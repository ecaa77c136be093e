package io.greenqr.issue.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.StatusDelta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts changes of many lists into as few deltas as the bound on a document allows. */
final class DeltaPacker {
  /** Room for the envelope: 32 signatures of less than 128 bytes. */
  private static final int ENVELOPE = 4096;

  private DeltaPacker() {}

  static List<StatusDelta> pack(
      Environment environment, Instant issuedAt, List<ListChanges> lists) {
    List<StatusDelta> deltas = new ArrayList<>();
    List<ListChanges> next = new ArrayList<>();
    int room = DocumentType.STATUS_DELTA.maxBytes() - ENVELOPE;
    int length = 0;
    for (ListChanges changes : lists) {
      // Alone in a delta, so a little too much, which is the safe side.
      int more = StatusDelta.of(environment, issuedAt, List.of(changes)).encode().length;
      if (!next.isEmpty() && length + more > room) {
        deltas.add(StatusDelta.of(environment, issuedAt, next));
        next.clear();
        length = 0;
      }
      next.add(changes);
      length += more;
    }
    if (!next.isEmpty()) {
      deltas.add(StatusDelta.of(environment, issuedAt, next));
    }
    return deltas;
  }
}
