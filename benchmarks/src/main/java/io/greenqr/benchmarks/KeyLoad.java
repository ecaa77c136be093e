package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * Whether a gate goes on scanning while trust lists of 1,000 keys are built and put in place.
 *
 * <p>The longest scan by the wall clock also has the pauses that other programs and the garbage
 * collector make, so the same is measured with nothing built. What the lists themselves do to a
 * scan is in its processor time and in the time that its thread was blocked or waited.
 */
public final class KeyLoad {
  private static final int KEYS = 1_000;
  private static final int LISTS = 5;
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final double NANOS_PER_MILLI = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PassVerifier verifier;
  private final String text;
  private long longestCpu;
  private long longestWall;
  private long scans;

  private KeyLoad(PassVerifier verifier, String text) {
    this.verifier = verifier;
    this.text = text;
  }

  /** Takes the key and the text of {@link Sample#arguments} and prints what it measured. */
  public static void main(String[] args)
      throws FormatException, TrustException, InterruptedException, ExecutionException {
    IssuerKey own = Sample.statement(args[0]);
    List<IssuerKey> statements = new ArrayList<>(List.of(own));
    SignatureAlgorithm algorithm = own.key().algorithm();
    while (statements.size() < KEYS) {
      statements.add(new SampleIssuer(algorithm).statement());
    }
    PassVerifier verifier = Sample.verifier(own);
    KeyLoad load = new KeyLoad(verifier, args[1]);
    load.threads.setThreadContentionMonitoringEnabled(true);
    load.scanFor(WARM_UP_NANOS);

    FutureTask<Long> building = new FutureTask<>(() -> build(verifier, statements));
    Thread builder = new Thread(building, "builder");
    load.reset();
    long stoppedBefore = load.stoppedMillis();
    builder.start();
    load.scanWhile(() -> !building.isDone());
    long stopped = load.stoppedMillis() - stoppedBefore;
    long took = building.get();
    System.out.println("build=" + took / NANOS_PER_MILLI / LISTS);
    System.out.println("scans=" + load.scans);
    System.out.println("cpu=" + load.longestCpu / NANOS_PER_MILLI);
    System.out.println("stopped=" + stopped);
    System.out.println("wall=" + load.longestWall / NANOS_PER_MILLI);

    load.reset();
    load.scanFor(took);
    System.out.println("idleCpu=" + load.longestCpu / NANOS_PER_MILLI);
    System.out.println("idleWall=" + load.longestWall / NANOS_PER_MILLI);
  }

  /** Builds lists and puts each in place; nanoseconds of all. */
  private static long build(PassVerifier verifier, List<IssuerKey> statements)
      throws TrustException {
    long start = System.nanoTime();
    for (int i = 0; i < LISTS; i++) {
      TrustList.Builder list = TrustList.builder();
      for (IssuerKey statement : statements) {
        list.add(TrustedKey.of(statement));
      }
      verifier.replaceTrust(list.build());
    }
    return System.nanoTime() - start;
  }

  private void reset() {
    longestCpu = 0;
    longestWall = 0;
    scans = 0;
  }

  private void scanFor(long nanos) {
    long end = System.nanoTime() + nanos;
    scanWhile(() -> System.nanoTime() - end < 0);
  }

  private void scanWhile(BooleanSupplier more) {
    while (more.getAsBoolean()) {
      long wall = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      Sample.requireAccepted(verifier.verify(text));
      longestCpu = Math.max(longestCpu, threads.getCurrentThreadCpuTime() - cpu);
      longestWall = Math.max(longestWall, System.nanoTime() - wall);
      scans++;
    }
  }

  /** How long this thread was blocked by a lock or waited for another thread, so far. */
  private long stoppedMillis() {
    ThreadInfo self = threads.getThreadInfo(Thread.currentThread().getId());
    return self.getBlockedTime() + self.getWaitedTime();
  }
}
