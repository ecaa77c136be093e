package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustFault;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import io.greenqr.verify.trust.TrustUpdate.Applied;
import io.greenqr.verify.trust.TrustUpdate.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The vectors of updates: their answers hold, and they can be made again without a difference. */
class UpdateVectorsTest {
  private static final String[] OUTCOMES =
      Stream.of(Applied.Outcome.values()).map(Enum::name).toArray(String[]::new);

  private static boolean isOurs(String file) {
    return file.startsWith("update/");
  }

  @BeforeAll
  static void writeIfAsked() throws IOException {
    VectorFiles.writeIfAsked(file -> file.startsWith("trust/"), SampleTrust.files());
    VectorFiles.writeIfAsked(UpdateVectorsTest::isOurs, generated());
  }

  @Test
  void everyVectorHasItsAnswer() throws IOException {
    List<Executable> checks = new ArrayList<>();
    for (UpdateVector vector : vectors()) {
      checks.add(() -> assertEquals(vector.answer(), answer(vector), vector.name()));
    }
    assertAll(checks);
  }

  @Test
  void regeneratedWithoutDifference() throws IOException {
    VectorFiles.assertPresent(UpdateVectorsTest::isOurs, generated());
  }

  /** All that the procedure and cards can answer, but what only a broken store gives. */
  @Test
  void everyAnswerOccurs() throws IOException {
    Set<String> missing = new TreeSet<>();
    EnumSet<TrustFault> faults = EnumSet.allOf(TrustFault.class);
    faults.removeAll(
        EnumSet.of(
            TrustFault.KEY_TYPE,
            TrustFault.KEY_ENCODING,
            TrustFault.CERTIFICATE_USAGE,
            TrustFault.TOO_MANY_KEYS,
            TrustFault.STORE_FAILED,
            TrustFault.STORE_DAMAGED));
    faults.forEach(fault -> missing.add(fault.name()));
    missing.addAll(List.of(OUTCOMES));
    List<UpdateVector> vectors = vectors();
    vectors.forEach(vector -> missing.remove(vector.expect().split(" ", -1)[0]));
    assertEquals(Set.of(), missing);
    assertTrue(vectors.size() >= 100, () -> "only " + vectors.size() + " vectors");
  }

  /** Each step of the tables in sections 9 and 11 is named by a vector that it refuses. */
  @Test
  void everyStepRefusesSomething() throws IOException {
    Set<String> missing = new TreeSet<>();
    // A vector cannot break a store, which is the last step of both.
    for (List<String> row : TrustSpecTest.steps().subList(0, 16)) {
      missing.add("; step " + row.get(0) + " refuses it.");
    }
    for (List<String> row : TrustSpecTest.cardSteps().subList(0, 9)) {
      missing.add("; card step " + row.get(0) + " refuses it.");
    }
    for (UpdateVector vector : vectors()) {
      missing.removeIf(step -> vector.comment().endsWith(step));
    }
    assertEquals(Set.of(), missing);
  }

  /** The fault of each refused vector is one that its step has in the specification. */
  @Test
  void faultsAreThoseOfTheStepsNamed() throws IOException {
    Map<String, String> faults = new TreeMap<>();
    TrustSpecTest.steps().forEach(row -> faults.put("step " + row.get(0), row.get(2)));
    TrustSpecTest.cardSteps().forEach(row -> faults.put("card step " + row.get(0), row.get(2)));
    for (UpdateVector vector : vectors()) {
      String comment = vector.comment();
      if (comment.endsWith(" refuses it.")) {
        String step =
            comment.substring(comment.lastIndexOf("; ") + 2, comment.indexOf(" refuses it."));
        String fault = vector.expect().split(" ", -1)[0];
        assertTrue(
            List.of(faults.getOrDefault(step, "").split(", ", -1)).contains(fault), vector.name());
      } else {
        assertTrue(Set.of(OUTCOMES).contains(vector.expect()), vector.name());
      }
    }
  }

  private static String answer(UpdateVector vector) throws Exception {
    TrustSync sync =
        TrustSync.open(TrustAnchor.of(VectorFiles.bytes(vector.root())), TrustStore.inMemory());
    for (String file : vector.held()) {
      TrustUpdate update = update(sync, file, vector.clock());
      assertInstanceOf(Applied.class, update, () -> vector.name() + " " + file + " " + update);
    }
    TrustUpdate update = update(sync, vector.update(), vector.clock());
    String code = update.code();
    if (update instanceof Refused refused) {
      code += refused.formatFault().map(fault -> " " + fault).orElse("");
    }
    return UpdateVector.answer(
        code,
        sync.trust().version().map(it -> it.rootVersion() + "." + it.version()).orElse(""),
        sync.trust().absentStatusLists().stream()
            .map(Object::toString)
            .collect(Collectors.joining(" ")));
  }

  private static TrustUpdate update(TrustSync sync, String file, String clock) throws IOException {
    return file.endsWith(".gqf")
        ? sync.refresh(VectorFiles.text(file), Instant.parse(clock))
        : sync.apply(VectorFiles.bytes(file));
  }

  private static List<UpdateVector> vectors() throws IOException {
    List<UpdateVector> vectors = new ArrayList<>();
    for (String name : VectorFiles.present(file -> file.endsWith(".upd")).keySet()) {
      vectors.add(UpdateVector.read(name, VectorFiles.text(name)));
    }
    return vectors;
  }

  private static Map<String, byte[]> generated() {
    Map<String, byte[]> files = new TreeMap<>();
    Stream.of(
            AppliedVectors.all(),
            BundleFormatVectors.all(),
            DocumentFormatVectors.all(),
            RootVectors.all(),
            ListVectors.all(),
            StatusVectors.all(),
            CardVectors.all())
        .flatMap(List::stream)
        .forEach(
            vector -> {
              assertNull(
                  files.put(vector.fileName(), VectorFiles.utf8(vector.write())), vector.name());
              files.put(vector.update(), Wire.bytes(vector.content()));
            });
    return files;
  }
}
