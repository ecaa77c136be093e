package io.greenqr.verify.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one reader made of the frames of one set. */
final class FrameTally {
  private final List<Mark> marks = new ArrayList<>();
  private final List<Long> micros = new ArrayList<>();

  enum Mark {
    READ,
    NOTHING,
    WRONG
  }

  /** Counts one frame; {@code text} is null if nothing was read. */
  void add(CameraFrame frame, String text, long cpuMicros) {
    Mark mark;
    if (text == null) {
      mark = Mark.NOTHING;
    } else {
      mark = text.equals(frame.text()) ? Mark.READ : Mark.WRONG;
    }
    marks.add(mark);
    micros.add(cpuMicros);
  }

  Mark mark(int frame) {
    return marks.get(frame);
  }

  int count(Mark mark) {
    return Collections.frequency(marks, mark);
  }

  double medianMillis() {
    List<Long> sorted = new ArrayList<>(micros);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    long twice =
        sorted.size() % 2 == 1
            ? 2 * sorted.get(middle)
            : sorted.get(middle - 1) + sorted.get(middle);
    return twice / 2000.0;
  }

  double meanMillis() {
    return micros.stream().mapToLong(it -> it).average().orElse(0) / 1000;
  }
}
