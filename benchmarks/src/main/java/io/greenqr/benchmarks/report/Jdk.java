package io.greenqr.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Java that the forks run on. */
record Jdk(Path java, String version) {
  /** The one that runs this program. */
  static Jdk current() {
    return new Jdk(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.version"));
  }

  static Jdk of(Path java) throws IOException {
    Map<String, String> values = run(java, "-XshowSettings:properties", "-version");
    return new Jdk(java, values.getOrDefault("java.version", "unknown"));
  }

  /** Runs a program of this jar in a process of its own; what it prints as name=value. */
  Map<String, String> run(Class<?> program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return run(java, command.toArray(new String[0]));
  }

  private static Map<String, String> run(Path java, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> values = new TreeMap<>();
    for (String line : output.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
      }
    }
    return values;
  }
}
