package io.greenqr.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs all benchmarks in one go and writes their tables and the picture.
 *
 * <p>Options: {@code --short} (the default), {@code --full}, or {@code --tiny}; {@code --java
 * PATH}, once for each Java to measure on, instead of the one that runs this; {@code --docs DIR},
 * where {@code benchmarks.md} and {@code images} are; {@code --only REGEX}, to run a part of the
 * cases and print the tables without writing.
 */
public final class Report {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  private final long start = System.nanoTime();
  private Length length = Length.SHORT;
  private final List<Jdk> jdks = new ArrayList<>();
  private Path docs = Path.of("docs");
  private Optional<Pattern> only = Optional.empty();

  Report() {}

  /** Runs and writes; progress goes to the error stream. */
  public static void main(String[] args) throws IOException {
    Report report = new Report();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--short" -> report.length = Length.SHORT;
        case "--tiny" -> report.length = Length.TINY;
        case "--full" -> report.length = Length.FULL;
        case "--java" -> report.jdks.add(Jdk.of(Path.of(args[++i])));
        case "--docs" -> report.docs = Path.of(args[++i]);
        case "--only" -> report.only = Optional.of(Pattern.compile(args[++i]));
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    if (report.jdks.isEmpty()) {
      report.jdks.add(Jdk.current());
    }
    report.run(System.out, System.err);
  }

  private void run(PrintStream out, PrintStream progress) throws IOException {
    Run run = new Run(length, Openssl.find(), jdks);
    if (only.isEmpty()) {
      // A page that cannot take the tables is no news for after the run.
      filled(docs.resolve("benchmarks.md"), blocks(run));
    }
    List<Case> cases =
        Plan.cases().stream()
            .filter(what -> only.isEmpty() || only.get().matcher(what.toString()).find())
            .toList();
    run.measure(cases, progress);
    if (only.isEmpty()) {
      run.measureProcesses(progress);
    }
    Map<String, String> blocks = blocks(run);
    if (only.isPresent()) {
      blocks.forEach((name, content) -> out.println("## " + name + "\n\n" + content));
      return;
    }
    Path page = docs.resolve("benchmarks.md");
    Files.writeString(page, filled(page, blocks));
    Path image = docs.resolve("images").resolve("verify.svg");
    Files.createDirectories(docs.resolve("images"));
    Files.writeString(image, new Chart(run).svg(machine()));
    out.println("wrote " + page + " and " + image);
  }

  /** The page with new contents of these blocks. */
  static String filled(Path page, Map<String, String> blocks) throws IOException {
    String text = Files.readString(page);
    for (Map.Entry<String, String> block : blocks.entrySet()) {
      text = Blocks.replace(text, block.getKey(), block.getValue());
    }
    return text;
  }

  Map<String, String> blocks(Run run) throws IOException {
    Tables tables = new Tables(run);
    String origin = origin(run);
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("acceptance", origin + Acceptance.table(run));
    blocks.put("signatures", origin + tables.signatures());
    blocks.put("verification", origin + tables.verification());
    blocks.put("keys", origin + tables.keys());
    blocks.put("processes", origin + tables.processes());
    blocks.put("others", origin + tables.others());
    return blocks;
  }

  /** What a reader must know of the run. */
  private String origin(Run run) throws IOException {
    StringBuilder line = new StringBuilder("By `bash benchmarks/run ").append(length.option());
    if (jdks.size() > 1) {
      line.append(" --java …".repeat(jdks.size()));
    }
    line.append("`, ")
        .append(LocalDate.now(ZoneOffset.UTC))
        .append("; ")
        .append(machine())
        .append("; JDK ");
    for (int i = 0; i < jdks.size(); i++) {
      line.append(i == 0 ? "" : ", ").append(jdks.get(i).version());
    }
    return line.append("; ")
        .append(run.openssl().version())
        .append("; load of the machine at the end ")
        .append(Numbers.of(Jmh.load()))
        .append("; took ")
        .append((System.nanoTime() - start) / NANOS_PER_MINUTE)
        .append(" minutes.\n\n")
        .toString();
  }

  /** Model and number of the processors. */
  private static String machine() throws IOException {
    Path description = Path.of("/proc/cpuinfo");
    String model = System.getProperty("os.arch");
    if (Files.isReadable(description)) {
      for (String line : Files.readAllLines(description)) {
        if (line.startsWith("model name")) {
          model = line.substring(line.indexOf(':') + 1).trim();
          break;
        }
      }
    }
    return model + ", " + Jmh.cores() + " cores";
  }
}
