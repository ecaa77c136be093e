package io.greenqr.verify.trust;

import java.lang.reflect.Method;
import org.junit.jupiter.api.function.Executable;

/** How much memory a piece of code takes from the heap, garbage included. */
public final class Allocation {
  private Allocation() {}

  /**
   * Bytes that this thread allocates in {@code code}: the least of several runs, because the
   * virtual machine loads and links for the first ones.
   */
  public static long of(Executable code) throws Throwable {
    // By reflection: the module of these tests does not require jdk.management.
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Method counter =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes");
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 4; run++) {
      long start = (long) counter.invoke(threads);
      long before = (long) counter.invoke(threads);
      code.execute();
      long after = (long) counter.invoke(threads);
      // The counter itself is called by reflection, which boxes what it gives.
      least = Math.min(least, after - before - (before - start));
    }
    return least;
  }
}
