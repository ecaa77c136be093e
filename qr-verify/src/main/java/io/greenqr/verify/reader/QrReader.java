package io.greenqr.verify.reader;

import com.google.zxing.Binarizer;
import io.greenqr.verify.internal.boofcv.BoofcvStage;
import io.greenqr.verify.internal.frame.BitmapReader;
import io.greenqr.verify.internal.frame.FrameCascade;
import io.greenqr.verify.internal.frame.FrameStage;
import io.greenqr.verify.internal.frame.SymbolData;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one QR Code symbol (ISO/IEC 18004, versions 1 to 40, dark on light, also mirrored) from an
 * image, at any angle. No other symbology is looked for: each one more is one more way to read
 * something else than was drawn.
 *
 * <p>Every image has an answer; none makes a read throw. Safe for use by several threads.
 */
public final class QrReader {
  /**
   * Most characters of a text: what version 40-L holds in alphanumeric mode (ISO/IEC 18004 table
   * 7). Only a symbol of digits alone can hold more.
   */
  public static final int MAX_TEXT_CHARS = 4296;

  private final FrameCascade cascade;

  private QrReader(FrameCascade cascade) {
    this.cascade = cascade;
  }

  /** A reader that needs nothing but this library, with {@link Builder#DEFAULT_TIME_BUDGET}. */
  public static QrReader create() {
    return builder().build();
  }

  /** A reader with other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a camera frame, or a drawn symbol in grey.
   *
   * @param frame its array must not change until this returns
   */
  public QrReading read(LuminancePlane frame) {
    SymbolData data;
    try {
      data = cascade.read(frame.grey());
    } catch (RuntimeException notForeseen) {
      return afterFault();
    }
    return SymbolContent.of(data);
  }

  /** Reads a picture of black and white pixels. */
  public QrReading read(BitImage image) {
    Binarizer pixels = image.binarizer();
    SymbolData data;
    try {
      data = BitmapReader.detect(pixels);
      if (data == null) {
        // The detector measures finder patterns and misses some symbols that are drawn without a
        // flaw; the pure path only counts pixels, and finds nothing else than those.
        data = BitmapReader.pure(pixels);
      }
    } catch (RuntimeException notForeseen) {
      return afterFault();
    }
    return SymbolContent.of(data);
  }

  /**
   * Readers compute with what the picture shows, and pictures have driven ZXing outside its arrays
   * before (its issues 610 and 1533). A gate that a stranger can stop by holding up a picture is
   * worse than one that sees nothing in it.
   */
  private static QrReading afterFault() {
    return QrReading.Nothing.INSTANCE;
  }

  /** Settings of a reader. */
  public static final class Builder {
    /** Enough for every stage on a frame of a camera, also on a slow phone. */
    public static final Duration DEFAULT_TIME_BUDGET = Duration.ofMillis(250);

    private static final Duration MOST_TIME = Duration.ofHours(1);

    private @Nullable FrameStage strong;
    private long budgetNanos = DEFAULT_TIME_BUDGET.toNanos();
    private LongSupplier nanoTime = System::nanoTime;

    private Builder() {}

    /**
     * Tries <a href="https://boofcv.org">BoofCV</a> as well on a frame that the reader cannot read
     * by itself. BoofCV finds and measures the symbol; what it holds is decoded and refused as
     * without it.
     *
     * <p>It is an optional dependency, {@code org.boofcv:boofcv-recognition}. Its jars share
     * packages, so they cannot be modules: they belong on the class path, and a program that has
     * this library on its module path starts with {@code --add-reads
     * io.greenqr.verify=ALL-UNNAMED}. Each thread that reads at the same time keeps the buffers of
     * one detector.
     *
     * @throws IllegalStateException if BoofCV is not there, or cannot be reached
     */
    public Builder boofcv() {
      try {
        strong = new BoofcvStage();
      } catch (LinkageError e) {
        throw new IllegalStateException(
            "BoofCV is not on the class path, or the module io.greenqr.verify does not read it: add"
                + " org.boofcv:boofcv-recognition, and on a module path --add-reads"
                + " io.greenqr.verify=ALL-UNNAMED",
            e);
      }
      return this;
    }

    /**
     * How long a frame may take: after that time no further way to read it is begun. The first is
     * always tried, and one that has begun is finished, so a frame takes longer by up to one.
     *
     * @param budget 0 for the first way alone, up to one hour
     * @throws IllegalArgumentException if it is negative or longer
     */
    public Builder timeBudget(Duration budget) {
      if (budget.isNegative() || budget.compareTo(MOST_TIME) > 0) {
        throw new IllegalArgumentException("time budget " + budget + " outside PT0S.." + MOST_TIME);
      }
      budgetNanos = budget.toNanos();
      return this;
    }

    /**
     * Measures the time of a frame.
     *
     * @param nanoTime nanoseconds since any moment, never going back, as {@link System#nanoTime},
     *     which is the default; called by every thread that reads
     */
    public Builder nanoTime(LongSupplier nanoTime) {
      this.nanoTime = Objects.requireNonNull(nanoTime);
      return this;
    }

    /** The reader. */
    public QrReader build() {
      return new QrReader(new FrameCascade(strong, budgetNanos, nanoTime));
    }
  }
}
