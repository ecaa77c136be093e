package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The folder of the vectors, and files of it by their paths below it. */
final class VectorFiles {
  static final String DIRECTORY = "docs/spec/vectors";

  private static final Path FOLDER = Path.of("..", "..").resolve(DIRECTORY);

  private VectorFiles() {}

  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(FOLDER.resolve(name));
  }

  static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  /** The files whose paths {@code which} takes, without what describes them. */
  static Map<String, byte[]> present(Predicate<String> which) throws IOException {
    Map<String, byte[]> present = new TreeMap<>();
    for (Path file : Documents.list(DIRECTORY, "")) {
      String name = FOLDER.relativize(file).toString().replace('\\', '/');
      if (Files.isRegularFile(file) && !name.matches("README[.]md|[.].*") && which.test(name)) {
        present.put(name, Files.readAllBytes(file));
      }
    }
    return present;
  }

  /** Puts {@code generated} in the place of these files, if {@code -Dvectors.write=true} asks. */
  static void writeIfAsked(Predicate<String> which, Map<String, byte[]> generated)
      throws IOException {
    if (Boolean.getBoolean("vectors.write")) {
      for (String old : present(which).keySet()) {
        Files.delete(FOLDER.resolve(old));
      }
      for (Map.Entry<String, byte[]> file : generated.entrySet()) {
        Path path = FOLDER.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling("."));
        Files.write(path, file.getValue());
      }
    }
  }

  static void assertPresent(Predicate<String> which, Map<String, byte[]> generated)
      throws IOException {
    Map<String, byte[]> present = present(which);
    Set<String> missing = new TreeSet<>(generated.keySet());
    missing.removeAll(present.keySet());
    Set<String> foreign = new TreeSet<>(present.keySet());
    foreign.removeAll(generated.keySet());
    assertEquals(List.of(Set.of(), Set.of()), List.of(missing, foreign), "missing and foreign");
    generated.forEach((name, content) -> assertArrayEquals(content, present.get(name), name));
  }

  static byte[] utf8(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
