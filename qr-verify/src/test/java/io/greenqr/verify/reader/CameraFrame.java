package io.greenqr.verify.reader;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.Random;

/** A generated frame of 640 by 480 pixels: a printed pass as a camera may see it. */
final class CameraFrame {
  static final int WIDTH = 640;
  static final int HEIGHT = 480;

  /** Characters of a pass with two doses and a test. */
  private static final int TEXT_CHARS = 250;

  private static final int QUIET_ZONE = 4;
  private static final int SUBPIXELS = 3;

  private final FrameSet.Conditions conditions;
  private final Random random;
  private final String text;
  private final byte[] pixels;

  private CameraFrame(FrameSet.Conditions conditions) {
    this.conditions = conditions;
    this.random = new Random(conditions.seed);
    this.text = Pictures.passText(TEXT_CHARS, conditions.seed);
    this.pixels = take();
  }

  static CameraFrame of(FrameSet set, int number) {
    return new CameraFrame(set.conditions(number));
  }

  /** What was drawn; in a frame without paper a text that no reader can know. */
  String text() {
    return text;
  }

  byte[] pixels() {
    return pixels;
  }

  LuminancePlane plane() {
    return LuminancePlane.of(pixels, WIDTH, HEIGHT, WIDTH);
  }

  private byte[] take() {
    BitMatrix symbol = Pictures.symbol(text, ErrorCorrectionLevel.M);
    Damage damage =
        conditions.torn
            ? Damage.torn(symbol, random)
            : Damage.stains(symbol, conditions.stains, random);
    float[] grey = draw(symbol, damage, toSymbol(symbol.getWidth()));
    if (conditions.motion > 0) {
      grey = move(grey);
    }
    if (conditions.blur > 0) {
      grey = blurred(grey, conditions.blur);
    }
    return exposed(grey);
  }

  /** From pixels to modules, counted from the corner of the symbol. */
  private PerspectiveTransform toSymbol(int modules) {
    float[] corners = new float[8];
    double half = modules * conditions.pixelsPerModule / 2;
    double turn = Math.toRadians(conditions.degrees);
    double reach = half + QUIET_ZONE * conditions.pixelsPerModule;
    double middleX = WIDTH / 2.0 + slack(WIDTH / 2.0 - 1.2 * reach);
    double middleY = HEIGHT / 2.0 + slack(HEIGHT / 2.0 - 1.2 * reach);
    for (int i = 0; i < 4; i++) {
      double x = i == 0 || i == 3 ? -half : half;
      double y = i < 2 ? -half : half;
      // Inwards only, so that the symbol stays in the frame.
      x *= 1 - conditions.displacement * random.nextDouble();
      y *= 1 - conditions.displacement * 2 * random.nextDouble();
      corners[2 * i] = (float) (middleX + x * StrictMath.cos(turn) - y * StrictMath.sin(turn));
      corners[2 * i + 1] = (float) (middleY + x * StrictMath.sin(turn) + y * StrictMath.cos(turn));
    }
    return PerspectiveTransform.quadrilateralToQuadrilateral(
        corners[0],
        corners[1],
        corners[2],
        corners[3],
        corners[4],
        corners[5],
        corners[6],
        corners[7],
        0,
        0,
        modules,
        0,
        modules,
        modules,
        0,
        modules);
  }

  private double slack(double room) {
    return Math.max(0, room) * (2 * random.nextDouble() - 1);
  }

  private float[] draw(BitMatrix symbol, Damage damage, PerspectiveTransform toSymbol) {
    float[] ground = ground();
    float[] grey = new float[WIDTH * HEIGHT];
    float[] points = new float[2 * WIDTH * SUBPIXELS];
    for (int line = 0; line < HEIGHT * SUBPIXELS; line++) {
      for (int i = 0; i < WIDTH * SUBPIXELS; i++) {
        points[2 * i] = (i + 0.5f) / SUBPIXELS;
        points[2 * i + 1] = (line + 0.5f) / SUBPIXELS;
      }
      toSymbol.transformPoints(points);
      for (int i = 0; i < WIDTH * SUBPIXELS; i++) {
        int pixel = line / SUBPIXELS * WIDTH + i / SUBPIXELS;
        grey[pixel] +=
            (float) paper(symbol, damage, points[2 * i], points[2 * i + 1], ground[pixel])
                / (SUBPIXELS * SUBPIXELS);
      }
    }
    return grey;
  }

  private double paper(BitMatrix symbol, Damage damage, float u, float v, float ground) {
    int modules = symbol.getWidth();
    if (!conditions.paper
        || u < -QUIET_ZONE
        || v < -QUIET_ZONE
        || u >= modules + QUIET_ZONE
        || v >= modules + QUIET_ZONE) {
      return ground;
    }
    return switch (damage.at(u, v)) {
      case Damage.DARK -> conditions.dark + 0.2 * (conditions.light - conditions.dark);
      case Damage.LIGHT -> conditions.light;
      case Damage.GONE -> ground;
      default -> {
        int x = (int) Math.floor(u);
        int y = (int) Math.floor(v);
        boolean dark = x >= 0 && y >= 0 && x < modules && y < modules && symbol.get(x, y);
        yield dark ? conditions.dark : conditions.light;
      }
    };
  }

  /** What is behind the paper: even areas of different grey, and lines of something like print. */
  private float[] ground() {
    float[] ground = new float[WIDTH * HEIGHT];
    double range = conditions.light - conditions.dark;
    Arrays.fill(ground, (float) (conditions.dark + range * (0.2 + 0.6 * random.nextDouble())));
    for (int i = 0; i < 40; i++) {
      float level = (float) (conditions.dark + range * random.nextDouble());
      int width = 4 + random.nextInt(i < 12 ? 200 : 24);
      int height = 4 + random.nextInt(i < 12 ? 150 : 12);
      int left = random.nextInt(WIDTH - width);
      int top = random.nextInt(HEIGHT - height);
      for (int y = top; y < top + height; y++) {
        Arrays.fill(ground, y * WIDTH + left, y * WIDTH + left + width, level);
      }
    }
    return ground;
  }

  private float[] move(float[] grey) {
    double angle = random.nextDouble() * Math.PI;
    int steps = 9;
    float[] moved = new float[grey.length];
    for (int step = 0; step < steps; step++) {
      double way = conditions.motion * (step / (steps - 1.0) - 0.5);
      double dx = way * StrictMath.cos(angle);
      double dy = way * StrictMath.sin(angle);
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          moved[y * WIDTH + x] += at(grey, x + dx, y + dy) / steps;
        }
      }
    }
    return moved;
  }

  private static float at(float[] grey, double x, double y) {
    double inX = Math.min(Math.max(x, 0), WIDTH - 1.001);
    double inY = Math.min(Math.max(y, 0), HEIGHT - 1.001);
    int left = (int) inX;
    int top = (int) inY;
    float fx = (float) (inX - left);
    float fy = (float) (inY - top);
    int i = top * WIDTH + left;
    return (grey[i] * (1 - fx) + grey[i + 1] * fx) * (1 - fy)
        + (grey[i + WIDTH] * (1 - fx) + grey[i + WIDTH + 1] * fx) * fy;
  }

  private static float[] blurred(float[] grey, double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    float sum = 0;
    for (int i = -radius; i <= radius; i++) {
      kernel[i + radius] = (float) StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += kernel[i + radius];
    }
    float[] rows = new float[grey.length];
    float[] both = new float[grey.length];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        float value = 0;
        for (int i = -radius; i <= radius; i++) {
          value += kernel[i + radius] * grey[y * WIDTH + Math.min(Math.max(x + i, 0), WIDTH - 1)];
        }
        rows[y * WIDTH + x] = value / sum;
      }
    }
    for (int y = 0; y < HEIGHT; y++) {
      for (int i = -radius; i <= radius; i++) {
        int from = Math.min(Math.max(y + i, 0), HEIGHT - 1) * WIDTH;
        for (int x = 0; x < WIDTH; x++) {
          both[y * WIDTH + x] += kernel[i + radius] / sum * rows[from + x];
        }
      }
    }
    return both;
  }

  private byte[] exposed(float[] grey) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double lampX = WIDTH * (0.3 + 0.4 * random.nextDouble());
    double lampY = HEIGHT * (0.3 + 0.4 * random.nextDouble());
    double lampSize = 40 + 80 * random.nextDouble();
    byte[] exposed = new byte[grey.length];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double along =
            0.5
                + ((x - WIDTH / 2.0) * StrictMath.cos(angle)
                        + (y - HEIGHT / 2.0) * StrictMath.sin(angle))
                    / WIDTH;
        double distance = StrictMath.hypot(x - lampX, y - lampY) / lampSize;
        double value =
            grey[y * WIDTH + x] * (1 - conditions.gradient * along)
                + conditions.glare * StrictMath.exp(-distance * distance / 2)
                + conditions.noise * random.nextGaussian();
        exposed[y * WIDTH + x] = (byte) Math.max(0, Math.min(255, Math.round(value)));
      }
    }
    return exposed;
  }
}
