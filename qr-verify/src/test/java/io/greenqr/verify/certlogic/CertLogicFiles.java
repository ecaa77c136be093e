package io.greenqr.verify.certlogic;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Expressions and rules with what they give, ours and those of others. */
final class CertLogicFiles {
  private CertLogicFiles() {}

  /** The directory of ours in which this resource is. */
  static Path directoryOf(String resource) {
    try {
      return Path.of(
              Objects.requireNonNull(CertLogicFiles.class.getResource(resource), resource).toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A directory of others: what the system property names, or else one of this name in {@code
   * ../shared/vectors} beside the repository; aborts the test, and says so, where there is none.
   */
  static Path directoryOfOthers(String property, String name) {
    String given = System.getProperty(property);
    if (given != null) {
      return Path.of(given);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolveSibling("shared").resolve("vectors").resolve(name);
      if (Files.isDirectory(at.resolve(".mvn")) && Files.isDirectory(beside)) {
        return beside;
      }
    }
    return Assumptions.abort(
        "NOT TESTED against the public files: no ../shared/vectors/"
            + name
            + " beside the repository, and no -D"
            + property
            + "=DIR");
  }

  /** Everything below a directory that the filter takes, in the order of the names. */
  static List<Path> find(Path directory, String ending) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonValue read(Path file) {
    try {
      return JsonValue.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static Optional<JsonValue> member(JsonValue object, String name) {
    return Optional.ofNullable(object.members().get(name));
  }

  static Optional<String> text(JsonValue object, String name) {
    return member(object, name).map(JsonValue::text);
  }
}
