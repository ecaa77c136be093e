package io.greenqr.verify;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The thread that builds wide tables where an application does not say where else. */
final class TableThread {
  private static final int IDLE_SECONDS = 10;

  /**
   * A daemon, which ends when it is idle: it keeps no application from ending or being unloaded.
   */
  static final Executor EXECUTOR = executor();

  private TableThread() {}

  private static Executor executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "greenqr-tables");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
