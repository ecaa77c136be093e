package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Rejected;
import io.greenqr.verify.Rejection;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import io.greenqr.verify.trust.TrustedKey;
import java.io.IOException;
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
  private static boolean isOurs(String file) {
    return !file.matches("(update|policy)/.*");
  }

  @BeforeAll
  static void writeIfAsked() throws IOException {
    VectorFiles.writeIfAsked(VectorsTest::isOurs, generated());
  }

  @Test
  void everyVectorHasItsVerdict() throws IOException {
    List<Executable> checks = new ArrayList<>();
    for (Vector vector : vectors()) {
      checks.add(() -> assertEquals(vector.answer(), verdict(vector), vector.name()));
    }
    assertAll(checks);
  }

  @Test
  void regeneratedWithoutDifference() throws IOException {
    VectorFiles.assertPresent(VectorsTest::isOurs, generated());
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
    Clock clock = Clock.fixed(Instant.parse(vector.clock()), ZoneOffset.UTC);
    PassVerifier.Builder verifier =
        PassVerifier.builder(vector.hasRoot() ? synced(vector) : pinned(vector), clock);
    if (vector.allowsUncheckedStatus()) {
      verifier.allowUncheckedStatus();
    }
    if (vector.allowsRestrictedStatus()) {
      verifier.allowRestrictedStatus();
    }
    Verification verification = verifier.build().verify(vector.text());
    if (verification instanceof Accepted accepted) {
      return "ACCEPTED " + accepted.trustFreshness() + " " + accepted.status();
    }
    Rejected rejected = (Rejected) verification;
    return rejected.rejection() + rejected.fault().map(fault -> " " + fault).orElse("");
  }

  private static TrustList pinned(Vector vector) throws Exception {
    TrustList.Builder trust = TrustList.builder();
    for (String file : vector.trust()) {
      trust.add(TrustedKey.of(IssuerKeyJson.read(VectorFiles.text(file))));
    }
    return trust.build();
  }

  private static TrustList synced(Vector vector) throws Exception {
    TrustSync sync =
        TrustSync.open(TrustAnchor.of(VectorFiles.bytes(vector.root())), TrustStore.inMemory());
    for (String file : vector.trust()) {
      TrustUpdate update =
          file.endsWith(".gqf")
              ? sync.refresh(VectorFiles.text(file), Instant.parse(vector.clock()))
              : sync.apply(VectorFiles.bytes(file));
      assertInstanceOf(TrustUpdate.Applied.class, update, () -> vector.name() + " " + update);
    }
    return sync.trust();
  }

  private static List<Vector> vectors() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    for (String name : VectorFiles.present(file -> file.endsWith(".vec")).keySet()) {
      vectors.add(Vector.read(name.replace(".vec", ""), VectorFiles.text(name)));
    }
    return vectors;
  }

  private static Map<String, byte[]> generated() {
    Map<String, byte[]> files = new TreeMap<>(SampleTrust.files());
    TestKeys.trustFiles().forEach((name, content) -> files.put(name, VectorFiles.utf8(content)));
    Stream.of(
            AcceptedVectors.all(),
            TextVectors.all(),
            EnvelopeVectors.all(),
            TrustVectors.all(),
            SignedTrustVectors.all(),
            CborVectors.all(),
            PayloadVectors.all())
        .flatMap(List::stream)
        .forEach(
            vector ->
                assertNull(
                    files.put(vector.fileName(), VectorFiles.utf8(vector.write())), vector.name()));
    return files;
  }
}
