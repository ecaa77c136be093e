package io.greenqr.verify.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** zbar and zxing-cpp in a process of their own, driven by {@code src/test/python/peers.py}. */
final class PeerProcess {
  private static final Path SCRIPT = Path.of("src/test/python/peers.py");

  private final Map<String, Map<String, Reading>> readings = new LinkedHashMap<>();

  private PeerProcess() {}

  /** What a peer made of a frame, and how long it took. */
  record Reading(Optional<String> text, long cpuMicros) {}

  /** Reads frames; the script says which peers are missing. */
  static PeerProcess read(List<CameraFrame> frames, Path folder)
      throws IOException, InterruptedException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < frames.size(); i++) {
      Path file = folder.resolve(i + ".pgm");
      Files.write(file, pgm(frames.get(i)));
      names.append(file).append('\n');
    }
    Path list = folder.resolve("frames.txt");
    Path answers = folder.resolve("answers.tsv");
    Files.writeString(list, names);
    String python = Optional.ofNullable(System.getenv("PYTHON")).orElse("/usr/bin/python3");
    Process process =
        new ProcessBuilder(python, SCRIPT.toString())
            .redirectInput(list.toFile())
            .redirectOutput(answers.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(SCRIPT + " ended with " + process.exitValue());
    }
    PeerProcess peers = new PeerProcess();
    for (String line : Files.readAllLines(answers, UTF_8)) {
      peers.take(line.split("\t", -1));
    }
    return peers;
  }

  private void take(String[] answer) {
    Map<String, Reading> ofPeer =
        readings.computeIfAbsent(answer[0], peer -> new LinkedHashMap<>());
    if (answer.length == 4) {
      String text = new String(HexFormat.of().parseHex(answer[3]), ISO_8859_1);
      String name = Path.of(answer[1]).getFileName().toString();
      ofPeer.put(
          name,
          new Reading(
              text.isEmpty() ? Optional.empty() : Optional.of(text), Long.parseLong(answer[2])));
    }
  }

  /** All peers that the script knows, in its order. */
  List<String> names() {
    return List.copyOf(readings.keySet());
  }

  boolean isPresent(String peer) {
    return !readings.get(peer).isEmpty();
  }

  /** What a peer that is present made of a frame, by its place in the list. */
  Reading reading(String peer, int frame) {
    return readings.get(peer).get(frame + ".pgm");
  }

  private static byte[] pgm(CameraFrame frame) {
    byte[] head =
        ("P5\n" + CameraFrame.WIDTH + " " + CameraFrame.HEIGHT + "\n255\n").getBytes(US_ASCII);
    byte[] file = new byte[head.length + frame.pixels().length];
    System.arraycopy(head, 0, file, 0, head.length);
    System.arraycopy(frame.pixels(), 0, file, head.length, frame.pixels().length);
    return file;
  }
}
