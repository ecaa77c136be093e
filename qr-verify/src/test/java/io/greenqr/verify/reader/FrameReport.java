package io.greenqr.verify.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads the whole corpus with every reader, and writes the table and the contact sheet of {@code
 * docs/benchmarks.md}. Its name keeps it out of the default run.
 */
final class FrameReport {
  private static final Path DOCUMENT = Path.of("../docs/benchmarks.md");
  private static final Path SHEET = Path.of("../docs/images/frames.png");
  private static final String BEGIN = "<!-- generated: frames -->\n";
  private static final String END = "<!-- end: frames -->\n";

  /** Behind those that tests hold the reader to: here it has to read others. */
  private static final int FIRST = 1000;

  private static final int FRAMES = Integer.getInteger("greenqr.frames", 60);
  private static final int WARM_UP = 200;
  private static final int SHOWN = 2;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final Map<String, FrameReader> readers = FrameReader.all();
  private final Map<String, Map<FrameSet, FrameTally>> tallies = new LinkedHashMap<>();

  @TempDir Path folder;

  @Test
  void write() throws Exception {
    warmUp();
    List<String> absent = new ArrayList<>();
    Map<FrameSet, List<CameraFrame>> shown = new TreeMap<>();
    for (FrameSet set : FrameSet.values()) {
      List<CameraFrame> frames = new ArrayList<>();
      for (int number = 0; number < FRAMES; number++) {
        frames.add(CameraFrame.of(set, FIRST + number));
      }
      shown.put(set, frames.subList(0, Math.min(SHOWN, FRAMES)));
      readHere(set, frames);
      PeerProcess peers = PeerProcess.read(frames, folder);
      absent.clear();
      for (String peer : peers.names()) {
        if (peers.isPresent(peer)) {
          readBy(peers, peer, set, frames);
        } else {
          absent.add(peer);
        }
      }
    }
    sheet(shown);
    replaceBlock(tables(absent));
    for (String reader : List.of(FrameReader.DEFAULT, FrameReader.WITH_BOOFCV)) {
      int wrong =
          tallies.get(reader).values().stream()
              .mapToInt(tally -> tally.count(FrameTally.Mark.WRONG))
              .sum();
      assertEquals(0, wrong, () -> reader + " read wrong texts");
    }
  }

  /** So that the first sets are not measured in code that is still being compiled. */
  private void warmUp() {
    FrameSet[] sets = FrameSet.values();
    for (int i = 0; i < WARM_UP; i++) {
      byte[] pixels = CameraFrame.of(sets[i % sets.length], i).pixels();
      readers.values().forEach(reader -> reader.read(pixels));
    }
  }

  /** Frame by frame, so that whatever else the machine does meets all readers alike. */
  private void readHere(FrameSet set, List<CameraFrame> frames) {
    for (CameraFrame frame : frames) {
      readers.forEach(
          (name, reader) -> {
            long start = clock.getCurrentThreadCpuTime();
            String text = reader.read(frame.pixels());
            tally(name, set).add(frame, text, (clock.getCurrentThreadCpuTime() - start) / 1000);
          });
    }
  }

  private void readBy(PeerProcess peers, String peer, FrameSet set, List<CameraFrame> frames) {
    for (int i = 0; i < frames.size(); i++) {
      PeerProcess.Reading reading = peers.reading(peer, i);
      tally(peer, set).add(frames.get(i), reading.text().orElse(null), reading.cpuMicros());
    }
  }

  private FrameTally tally(String reader, FrameSet set) {
    return tallies
        .computeIfAbsent(reader, name -> new TreeMap<>())
        .computeIfAbsent(set, it -> new FrameTally());
  }

  private void sheet(Map<FrameSet, List<CameraFrame>> shown) throws Exception {
    int tiles = shown.values().stream().mapToInt(List::size).sum();
    ContactSheet sheet = new ContactSheet(tiles, List.copyOf(tallies.keySet()));
    shown.forEach(
        (set, frames) -> {
          for (int i = 0; i < frames.size(); i++) {
            List<FrameTally.Mark> marks = new ArrayList<>();
            for (Map<FrameSet, FrameTally> ofReader : tallies.values()) {
              marks.add(ofReader.get(set).mark(i));
            }
            sheet.add(label(set) + " " + (FIRST + i), frames.get(i).pixels(), marks);
          }
        });
    Files.createDirectories(SHEET.getParent());
    sheet.write(SHEET);
  }

  private String tables(List<String> absent) {
    StringBuilder text = new StringBuilder();
    text.append("Frames read of ").append(FRAMES).append(" in each set, and wrong texts:\n\n");
    header(text);
    for (FrameSet set : FrameSet.values()) {
      text.append("| ").append(label(set)).append(" |");
      tallies.forEach(
          (name, sets) -> {
            FrameTally tally = sets.get(set);
            int wrong = tally.count(FrameTally.Mark.WRONG);
            text.append(' ').append(tally.count(FrameTally.Mark.READ));
            text.append(wrong > 0 ? ", " + wrong + " wrong |" : " |");
          });
      text.append('\n');
    }
    text.append("\nCPU time of a frame in ms, median / mean:\n\n");
    header(text);
    for (FrameSet set : FrameSet.values()) {
      text.append("| ").append(label(set)).append(" |");
      tallies.forEach((name, sets) -> text.append(' ').append(times(sets.get(set))).append(" |"));
      text.append('\n');
    }
    for (String peer : absent) {
      text.append("\n").append(peer).append(" is not installed here and was left out.\n");
    }
    return text.toString();
  }

  private static String times(FrameTally tally) {
    return String.format(Locale.ROOT, "%.1f / %.1f", tally.medianMillis(), tally.meanMillis());
  }

  private void header(StringBuilder text) {
    text.append("| set |");
    tallies.keySet().forEach(name -> text.append(' ').append(name).append(" |"));
    text.append("\n|---|").append("---|".repeat(tallies.size())).append('\n');
  }

  private static String label(FrameSet set) {
    return set.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void replaceBlock(String block) throws Exception {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    Files.writeString(DOCUMENT, document.substring(0, begin) + block + document.substring(end));
  }
}
