package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stages of a reader and its time budget, under a clock that each look moves on by 1 ns. */
final class FrameStagesTest {
  /** Looks at the clock before the first stage. */
  private static final int START = 1;

  private final AtomicLong clock = new AtomicLong();

  /** A stage that no frame needs would have to go. BoofCV is the fifth. */
  @ParameterizedTest
  @CsvSource({
    "MILD, 0, 1",
    "GLARE, 14, 2",
    "LOW_LIGHT, 29, 2",
    "HARD, 1, 2",
    "BLURRED, 7, 3",
    "NOISY, 9, 3",
    "SMALL, 3, 4",
    "HARD, 41, 4",
    "BLURRED, 49, 5"
  })
  void eachStageReadsFramesThatThoseBeforeDoNot(FrameSet set, int number, int stages) {
    CameraFrame frame = CameraFrame.of(set, number);

    if (stages > 1) {
      assertInstanceOf(
          QrReading.Nothing.class, withTimeFor(stages - 1).boofcv().build().read(frame.plane()));
    }
    assertEquals(frame.text(), text(withTimeFor(stages).boofcv().build().read(frame.plane())));
  }

  @Test
  void modulesOfOnePixelAreReadByThePurePathAlone() {
    String text = Pictures.passText(250, 3);
    LuminancePlane picture = Pictures.plane(Pictures.symbol(text, ErrorCorrectionLevel.M), 1);

    assertInstanceOf(QrReading.Nothing.class, withTimeFor(2).build().read(picture));
    assertEquals(text, text(withTimeFor(3).build().read(picture)));
  }

  @Test
  void theFirstStageIsTriedWithoutAnyTime() {
    CameraFrame frame = CameraFrame.of(FrameSet.MILD, 0);

    QrReader reader = withTimeFor(0).build();

    assertEquals(frame.text(), text(reader.read(frame.plane())));
  }

  @Test
  void aClockThatPassesTheLargestNumberStillCounts() {
    CameraFrame frame = CameraFrame.of(FrameSet.LOW_LIGHT, 29);

    clock.set(Long.MAX_VALUE);
    assertInstanceOf(QrReading.Nothing.class, withTimeFor(1).build().read(frame.plane()));
    clock.set(Long.MAX_VALUE);
    assertEquals(frame.text(), text(withTimeFor(2).build().read(frame.plane())));
  }

  @Test
  void aFrameWithoutAnyPatternIsGivenUpAfterTheFirstStage() {
    byte[] grey = new byte[CameraFrame.WIDTH * CameraFrame.HEIGHT];
    Arrays.fill(grey, (byte) 128);
    LuminancePlane plane =
        LuminancePlane.of(grey, CameraFrame.WIDTH, CameraFrame.HEIGHT, CameraFrame.WIDTH);

    assertInstanceOf(QrReading.Nothing.class, withTimeFor(100).boofcv().build().read(plane));

    assertTrue(clock.get() <= START + 1, () -> "looks at the clock: " + clock);
  }

  @Test
  void mostFramesWithoutPaperAreGivenUpAfterTwoStages() {
    int givenUp = 0;
    for (int number = 0; number < 20; number++) {
      clock.set(0);
      QrReading reading =
          withTimeFor(100).boofcv().build().read(CameraFrame.of(FrameSet.EMPTY, number).plane());
      assertInstanceOf(QrReading.Nothing.class, reading);
      givenUp += clock.get() <= START + 2 ? 1 : 0;
    }

    assertTrue(givenUp >= 14, "given up early: " + givenUp + " of 20");
  }

  @Test
  void timeBudgetsFromZeroToAnHourAreTaken() {
    QrReader.Builder builder = QrReader.builder();

    assertDoesNotThrow(() -> builder.timeBudget(Duration.ZERO).timeBudget(Duration.ofHours(1)));
    assertThrows(IllegalArgumentException.class, () -> builder.timeBudget(Duration.ofNanos(-1)));
    assertThrows(
        IllegalArgumentException.class, () -> builder.timeBudget(Duration.ofHours(1).plusNanos(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.timeBudget(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  private QrReader.Builder withTimeFor(int stages) {
    return QrReader.builder().timeBudget(Duration.ofNanos(stages)).nanoTime(clock::getAndIncrement);
  }

  private static String text(QrReading reading) {
    return assertInstanceOf(QrReading.Text.class, reading).text();
  }
}
