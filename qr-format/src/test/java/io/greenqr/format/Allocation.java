package io.greenqr.format;

import java.lang.reflect.Method;
import org.junit.jupiter.api.function.Executable;

/** How much memory a piece of code takes from the heap, garbage included. */
public final class Allocation {
  private Allocation() {}

  /**
   * Bytes allocated by this thread in {@code code}, once its classes are loaded. By reflection:
   * tests run inside the library's module, which does not require {@code jdk.management}.
   */
  public static long of(Executable code) throws Throwable {
    Object bean =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Method allocated =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getThreadAllocatedBytes", long.class);
    long thread = Thread.currentThread().getId();
    code.execute();
    long before = (long) allocated.invoke(bean, thread);
    code.execute();
    return (long) allocated.invoke(bean, thread) - before;
  }
}
