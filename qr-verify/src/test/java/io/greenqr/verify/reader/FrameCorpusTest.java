package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first frames of each set, which are the same in every run; {@code FrameReport} reads more,
 * and compares with others. A change that reads fewer has to say so here.
 */
final class FrameCorpusTest {
  private static final int FRAMES = 4;

  private final FrameReader alone = FrameReader.of(QrReader.builder());
  private final FrameReader withBoofcv = FrameReader.of(QrReader.builder().boofcv());

  @ParameterizedTest
  @CsvSource({
    "CLEAN, 4",
    "ROTATED, 4",
    "PERSPECTIVE, 4",
    "BLURRED, 4",
    "NOISY, 4",
    "LOW_LIGHT, 4",
    "GLARE, 4",
    "SMALL, 4",
    "STAINED, 4",
    "TORN, 4",
    "MILD, 4",
    "HARD, 4",
    "EMPTY, 0"
  })
  void asManyFramesAsBeforeAreReadAndNoneWrong(FrameSet set, int least) {
    FrameTally own = new FrameTally();
    FrameTally both = new FrameTally();
    for (int number = 0; number < FRAMES; number++) {
      CameraFrame frame = CameraFrame.of(set, number);
      own.add(frame, alone.read(frame.pixels()), 0);
      both.add(frame, withBoofcv.read(frame.pixels()), 0);
    }

    assertEquals(0, own.count(FrameTally.Mark.WRONG));
    assertEquals(0, both.count(FrameTally.Mark.WRONG));
    assertTrue(
        own.count(FrameTally.Mark.READ) >= least, () -> "read " + own.count(FrameTally.Mark.READ));
    assertTrue(both.count(FrameTally.Mark.READ) >= own.count(FrameTally.Mark.READ));
  }
}
