package io.greenqr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers each line of an input with one line of output, in the order of the input, on all cores
 * and in constant memory.
 *
 * <p>One thread reads batches of lines, several answer them, and the calling one writes. The queue
 * between them holds the batches in the order of the input, and no more than a few for each core:
 * when it is full, reading waits.
 */
final class LineStream {
  /** What stands in the queue behind the last batch; a batch has a line, so its answer has one. */
  private static final byte[] END = {};

  private final PrintStream out;
  private final int threads;
  private final Answerer answerer;
  private final Runnable afterBatch;

  /** Answers some lines at once; called on several threads. */
  interface Answerer {
    /**
     * The lines of output without their ends, one for each of {@code lines} and in their order.
     *
     * @param first number of the first line, from 1
     */
    List<String> answer(List<String> lines, long first);

    /** Answers each line by itself. */
    static Answerer each(LineAnswerer answerer) {
      return (lines, first) -> {
        List<String> answers = new ArrayList<>(lines.size());
        for (String line : lines) {
          answers.add(answerer.answer(line, first + answers.size()));
        }
        return answers;
      };
    }
  }

  /** Answers line {@code number} (from 1). */
  interface LineAnswerer {
    /** The line of output without its end. */
    String answer(String line, long number);
  }

  LineStream(PrintStream out, int threads, Answerer answerer, Runnable afterBatch) {
    this.out = out;
    this.threads = threads;
    this.answerer = answerer;
    this.afterBatch = afterBatch;
  }

  /**
   * Answers every line of {@code in}, of which {@code maxBytes} bytes are kept.
   *
   * @throws IOException if {@code in} cannot be read further; what was read has been answered
   * @throws CliException if the output cannot be written further
   */
  void run(InputStream in, int maxBytes) throws IOException, CliException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    BlockingQueue<Future<byte[]>> answers = new ArrayBlockingQueue<>(4 * threads);
    LineReader lines = new LineReader(in, maxBytes);
    Thread reader = new Thread(() -> read(lines, workers, answers), "greenqr-reader");
    // It may be waiting for input that never comes when the output has failed.
    reader.setDaemon(true);
    reader.start();
    try {
      for (byte[] text = take(answers); text != END; text = take(answers)) {
        out.write(text, 0, text.length);
        // It flushes as well: an answer is of use at once, or not at all.
        if (out.checkError()) {
          throw CliException.output();
        }
        afterBatch.run();
      }
    } finally {
      reader.interrupt();
      workers.shutdownNow();
    }
  }

  private void read(
      LineReader lines, ExecutorService workers, BlockingQueue<Future<byte[]>> answers) {
    try {
      Future<byte[]> end;
      try {
        for (LineBatch batch = lines.next(); batch != null; batch = lines.next()) {
          LineBatch work = batch;
          answers.put(workers.submit(() -> answer(work)));
        }
        end = CompletableFuture.completedFuture(END);
      } catch (IOException | RuntimeException | Error e) {
        // The writer waits for an end in any case, and has to learn of this one.
        end = CompletableFuture.failedFuture(e);
      }
      answers.put(end);
    } catch (InterruptedException e) {
      // The writer has stopped, and waits for nothing any more.
      Thread.currentThread().interrupt();
    }
  }

  /** As bytes: what can be done here is not left to the one thread that writes. */
  private byte[] answer(LineBatch batch) {
    StringBuilder answers = new StringBuilder(batch.count() * 256);
    for (String answer : answerer.answer(batch.lines(), batch.first())) {
      answers.append(answer).append('\n');
    }
    return answers.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] take(BlockingQueue<Future<byte[]>> answers) throws IOException {
    try {
      return answers.take().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("an answerer throws nothing", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
