package io.greenqr.verify.reader;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * What the sets of the corpus ask of a reader: each draws the conditions of a frame from ranges.
 */
enum FrameSet {
  /** Upright and sharp. */
  CLEAN {
    @Override
    void vary(Conditions frame, Random random) {
      frame.noise = between(random, 0, 2);
    }
  },
  /** At any angle, a little blurred. */
  ROTATED {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.degrees = between(random, 0, 360);
      frame.displacement = 0;
    }
  },
  /** Held at a slant: corners displaced by up to a quarter of the side. */
  PERSPECTIVE {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.displacement = 0.25;
    }
  },
  /** Out of focus, or moved while the shutter was open. */
  BLURRED {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.blur = between(random, 1.4, 2.2);
      frame.motion = random.nextBoolean() ? between(random, 2, 5) : 0;
    }
  },
  /** A sensor at its limit. */
  NOISY {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.noise = between(random, 18, 36);
    }
  },
  /** Dark and light close together, near black. */
  LOW_LIGHT {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.dark = between(random, 8, 16);
      frame.light = frame.dark + between(random, 22, 40);
      frame.noise = between(random, 3, 6);
    }
  },
  /** A strong gradient of light and the reflection of a lamp. */
  GLARE {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.gradient = between(random, 0.4, 0.7);
      frame.glare = between(random, 60, 160);
    }
  },
  /** Far away: 1.75 to 3 pixels a module. */
  SMALL {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.pixelsPerModule = between(random, 1.75, 3);
      frame.blur = between(random, 0.4, 0.7);
    }
  },
  /** Dark and light spots on the print, within what level M must repair. */
  STAINED {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.stains = 3 + random.nextInt(4);
    }
  },
  /** A piece of the paper is missing, within what level M must repair. */
  TORN {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.torn = true;
    }
  },
  /** What a person who tries holds up: a little of everything. */
  MILD {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
    }
  },
  /** Much of everything. */
  HARD {
    @Override
    void vary(Conditions frame, Random random) {
      frame.pixelsPerModule = between(random, 4, 5.5);
      frame.degrees = between(random, 0, 360);
      frame.displacement = 0.25;
      frame.blur = between(random, 0.9, 1.8);
      frame.noise = between(random, 6, 16);
      frame.gradient = between(random, 0.2, 0.5);
    }
  },
  /** Nobody holds anything up: only what is behind. */
  EMPTY {
    @Override
    void vary(Conditions frame, Random random) {
      mild(frame, random);
      frame.paper = false;
    }
  };

  abstract void vary(Conditions frame, Random random);

  /** The conditions of a frame of this set; the same number gives the same frame in every run. */
  Conditions conditions(int number) {
    // Mixed: the first numbers of a Random hardly differ between seeds that are near each other.
    long mixed = new SplittableRandom(31L * name().hashCode() + number).nextLong();
    Random random = new Random(mixed);
    Conditions frame = new Conditions();
    frame.pixelsPerModule = between(random, 4, 6.5);
    vary(frame, random);
    frame.seed = random.nextLong();
    return frame;
  }

  private static void mild(Conditions frame, Random random) {
    frame.degrees = between(random, -30, 30);
    frame.displacement = 0.10;
    frame.blur = between(random, 0.5, 1.0);
    frame.noise = between(random, 3, 7);
    frame.gradient = between(random, 0, 0.2);
  }

  private static double between(Random random, double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** How one frame is taken. Lengths are in pixels, grey values from 0 to 255. */
  static final class Conditions {
    long seed;
    boolean paper = true;
    double pixelsPerModule;
    double degrees;

    /** How far a corner may be off its square, in sides; across only half as far. */
    double displacement;

    /** Sigma of the lens. */
    double blur;

    /** Length of the way that the picture moves. */
    double motion;

    /** Sigma of the sensor. */
    double noise;

    double dark = 35;
    double light = 210;

    /** Part of the light that is lost from one side of the frame to the other. */
    double gradient;

    /** What a lamp adds where it is reflected. */
    double glare;

    int stains;
    boolean torn;
  }
}
