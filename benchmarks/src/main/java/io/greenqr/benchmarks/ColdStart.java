package io.greenqr.benchmarks;

import io.greenqr.format.fault.FormatException;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the first scan of a process costs, in milliseconds: for a process of its own. */
public final class ColdStart {
  private static final double NANOS_PER_MILLI = 1e6;

  private ColdStart() {}

  /** Takes the key and the text of {@link Sample#arguments} and prints what it measured. */
  public static void main(String[] args) throws FormatException, TrustException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long atStart = threads.getCurrentThreadCpuTime();
    PassVerifier verifier = Sample.verifier(Sample.statement(args[0]));
    long cpuBefore = threads.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    Verification first = verifier.verify(args[1]);
    long wall = System.nanoTime() - before;
    long cpu = threads.getCurrentThreadCpuTime() - cpuBefore;
    Sample.requireAccepted(first);
    System.out.println("load=" + (cpuBefore - atStart) / NANOS_PER_MILLI);
    System.out.println("cpu=" + cpu / NANOS_PER_MILLI);
    System.out.println("wall=" + wall / NANOS_PER_MILLI);
  }
}
