package io.greenqr.issue.status;

import io.greenqr.format.pass.StatusReference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** An issuer's process: prints the entries it got, each on a line, or why it got none. */
final class AllocatingProcess {
  private AllocatingProcess() {}

  /** In lists 0 to 65,535 of the directory; takes from each count in turn, {@code rounds} times. */
  static Process start(Path directory, int entries, int rounds)
      throws IOException, URISyntaxException {
    String classPath =
        String.join(
            System.getProperty("path.separator"),
            testClasses(),
            origin(StatusIndexAllocator.class),
            origin(StatusReference.class));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            AllocatingProcess.class.getName(),
            directory.toString(),
            Integer.toString(entries),
            Integer.toString(rounds))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What a process that takes one entry says: the entry, or the fault. */
  static String answer(Path directory, int entries) throws Exception {
    Process process = start(directory, entries, 1);
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    process.waitFor();
    return answer;
  }

  private static String origin(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** Test classes are patched into the module, and have its origin. */
  private static String testClasses() throws URISyntaxException {
    String name = AllocatingProcess.class.getName().replace('.', '/') + ".class";
    URL url = AllocatingProcess.class.getResource("/" + name);
    Path root = Path.of(url.toURI());
    for (int depth = name.split("/", -1).length; depth > 0; depth--) {
      root = root.getParent();
    }
    return root.toString();
  }

  public static void main(String[] args) {
    int rounds = Integer.parseInt(args[2]);
    try (StatusIndexAllocator allocator =
        StatusIndexAllocator.open(
            Path.of(args[0]), 0, 65_535, Integer.parseInt(args[1]), new SecureRandom())) {
      for (int round = 0; round < rounds; round++) {
        List<StatusReference> references =
            round % 4 < 3 ? List.of(allocator.allocate()) : allocator.allocate(1 + round % 50);
        StringBuilder lines = new StringBuilder();
        references.forEach(reference -> lines.append(reference).append('\n'));
        System.out.print(lines);
        System.out.flush();
      }
    } catch (AllocationException e) {
      System.out.println(e.fault());
    }
  }
}
