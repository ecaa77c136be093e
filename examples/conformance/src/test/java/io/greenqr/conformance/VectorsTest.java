package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Rejected;
import io.greenqr.verify.Rejection;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The test vectors of the specification: their verdicts hold, and they can be made again without a
 * difference. {@code -Dvectors.write=true} writes them anew.
 */
class VectorsTest {
  private static final String DIRECTORY = "docs/spec/vectors";
  private static final Path FOLDER = Path.of("..", "..").resolve(DIRECTORY);

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("vectors.write")) {
      Files.createDirectories(FOLDER);
      for (Path old : files()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> file : generated().entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @Test
  void everyVectorHasItsVerdict() throws IOException {
    List<Executable> checks = new ArrayList<>();
    for (Vector vector : vectors()) {
      checks.add(() -> assertEquals(vector.expect(), verdict(vector), vector.name()));
    }
    assertAll(checks);
  }

  @Test
  void regeneratedWithoutDifference() throws IOException {
    Map<String, String> present = new TreeMap<>();
    for (Path file : files()) {
      present.put(file.getFileName().toString(), Files.readString(file));
    }
    Map<String, String> generated = generated();
    assertEquals(generated.keySet(), present.keySet());
    generated.forEach((name, content) -> assertEquals(content, present.get(name), name));
  }

  @Test
  void everyRejectionOccurs() throws IOException {
    Set<Rejection> missing = EnumSet.allOf(Rejection.class);
    int accepted = 0;
    List<Vector> vectors = vectors();
    for (Vector vector : vectors) {
      String code = vector.expect().split(" ", -1)[0];
      if (code.equals("ACCEPTED")) {
        accepted++;
      } else {
        missing.remove(Rejection.valueOf(code));
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(accepted >= 10, () -> "too few accepted");
    assertTrue(vectors.size() >= 80, () -> "only " + vectors.size() + " vectors");
  }

  private static String verdict(Vector vector) throws Exception {
    TrustList.Builder trust = TrustList.builder();
    for (String file : vector.trust()) {
      trust.add(TrustedKey.of(IssuerKeyJson.read(Documents.read(DIRECTORY + "/" + file))));
    }
    Clock clock = Clock.fixed(Instant.parse(vector.clock()), ZoneOffset.UTC);
    PassVerifier.Builder verifier = PassVerifier.builder(trust.build(), clock);
    if (vector.allowUncheckedStatus()) {
      verifier.allowUncheckedStatus();
    }
    Verification verification = verifier.build().verify(vector.text());
    if (verification instanceof Accepted) {
      return "ACCEPTED";
    }
    Rejected rejected = (Rejected) verification;
    return rejected.rejection() + rejected.fault().map(fault -> " " + fault).orElse("");
  }

  private static List<Vector> vectors() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(".vec")) {
        vectors.add(Vector.read(name.replace(".vec", ""), Files.readString(file)));
      }
    }
    return vectors;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(Documents.list(DIRECTORY, ".vec"));
    files.addAll(Documents.list(DIRECTORY, ".json"));
    return files;
  }

  private static Map<String, String> generated() {
    Map<String, String> files = new TreeMap<>(TestKeys.trustFiles());
    Stream.of(
            AcceptedVectors.all(),
            TextVectors.all(),
            EnvelopeVectors.all(),
            TrustVectors.all(),
            CborVectors.all(),
            PayloadVectors.all())
        .flatMap(List::stream)
        .forEach(vector -> assertNull(files.put(vector.fileName(), vector.write()), vector.name()));
    return files;
  }
}
