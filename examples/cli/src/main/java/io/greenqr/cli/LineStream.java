package io.greenqr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers each line of an input with one line of output, in the order of the input, on all cores
 * and in constant memory: batches of lines are worked on while further ones are read, and no more
 * are read than a few for each core.
 */
final class LineStream {
  private static final int BATCH = 256;

  private final PrintStream out;
  private final int threads;
  private final Answerer answerer;
  private final Runnable afterBatch;

  /** Answers line {@code number} (from 1); called on several threads. */
  interface Answerer {
    /** The line of output without its end. */
    String answer(String line, long number);
  }

  LineStream(PrintStream out, int threads, Answerer answerer, Runnable afterBatch) {
    this.out = out;
    this.threads = threads;
    this.answerer = answerer;
    this.afterBatch = afterBatch;
  }

  /** Answers every line of {@code in}, of which {@code maxChars} characters are kept. */
  void run(InputStream in, int maxChars) throws IOException {
    BoundedLines lines = new BoundedLines(in, maxChars);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<String>> pending = new ArrayDeque<>();
      long number = 1;
      List<String> batch = read(lines);
      while (!batch.isEmpty()) {
        List<String> work = batch;
        long first = number;
        pending.add(workers.submit(() -> answer(work, first)));
        number += batch.size();
        if (pending.size() >= 4 * threads) {
          write(pending.remove());
        }
        batch = read(lines);
      }
      while (!pending.isEmpty()) {
        write(pending.remove());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<String> read(BoundedLines lines) throws IOException {
    List<String> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH) {
      String line = lines.next();
      if (line == null) {
        break;
      }
      batch.add(line);
    }
    return batch;
  }

  private String answer(List<String> batch, long first) {
    StringBuilder answers = new StringBuilder(batch.size() * 256);
    for (int i = 0; i < batch.size(); i++) {
      answers.append(answerer.answer(batch.get(i), first + i)).append('\n');
    }
    return answers.toString();
  }

  private void write(Future<String> answers) throws IOException {
    try {
      out.print(answers.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answerer throws nothing", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    afterBatch.run();
  }
}
