package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How an input falls into lines, whatever pieces it arrives in. */
class LineReaderTest {
  private static final int MAX = 100;

  @Test
  void linesEndWithLineFeedOrWithTheInput() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(""), read("\n"));
    assertEquals(List.of("a"), read("a"));
    assertEquals(List.of("a"), read("a\n"));
    assertEquals(List.of("a", "", "b"), read("a\n\nb"));
    assertEquals(List.of("a", "", "b"), read("a\r\n\r\nb\r\n"));
    assertEquals(List.of("a\rb"), read("a\rb\n"));
    assertEquals(List.of("Sở Y tế"), read("Sở Y tế"));
  }

  @Test
  void aByteOrderMarkBelongsToTheFileAndNotToALine() throws IOException {
    assertEquals(List.of("a", "\ufeffb"), read("\ufeffa\n\ufeffb"));
  }

  @Test
  void ofALongLineOnlyTheBeginningIsKept() throws IOException {
    assertEquals(
        List.of("x".repeat(MAX), "y", "z".repeat(MAX)),
        read("x".repeat(300_000) + "\ny\n" + "z".repeat(101)));
  }

  @Test
  void theLinesAreTheSameInWhateverPiecesTheyArrive() throws IOException {
    Random random = new Random(20210920);
    List<String> expected = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      String line = Integer.toString(i, 36).repeat(random.nextInt(20));
      expected.add(line);
      input.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    byte[] bytes = input.toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(expected, read(new ByteArrayInputStream(bytes)));
    assertEquals(expected, read(new Trickle(bytes, random)));
  }

  private static List<String> read(String input) throws IOException {
    return read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> read(InputStream in) throws IOException {
    LineReader reader = new LineReader(in, MAX);
    List<String> lines = new ArrayList<>();
    for (LineBatch batch = reader.next(); batch != null; batch = reader.next()) {
      assertEquals(lines.size() + 1, batch.first());
      lines.addAll(batch.lines());
    }
    return lines;
  }

  /** Delivers a few bytes at a time and never has more at hand, like a serial line. */
  private static final class Trickle extends InputStream {
    private final ByteArrayInputStream in;
    private final Random random;

    Trickle(byte[] bytes, Random random) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      return in.read(bytes, from, Math.min(length, 1 + random.nextInt(40)));
    }
  }
}
