package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.verify.trust.PinnedPolicy;
import io.greenqr.verify.trust.PolicyFault;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The vectors of policies: their answers hold, and they can be made again without a difference. */
class PolicyVectorsTest {
  private static final String VERIFIED = "VERIFIED";
  private static final String OTHER_LANGUAGE = "OTHER_LANGUAGE";

  private static boolean isOurs(String file) {
    return file.startsWith("policy/");
  }

  @BeforeAll
  static void writeIfAsked() throws IOException {
    VectorFiles.writeIfAsked(file -> file.startsWith("trust/"), SampleTrust.files());
    VectorFiles.writeIfAsked(PolicyVectorsTest::isOurs, generated());
  }

  @Test
  void everyVectorHasItsAnswer() throws IOException {
    List<Executable> checks = new ArrayList<>();
    for (PolicyVector vector : vectors()) {
      checks.add(() -> assertEquals(vector.expect(), answer(vector), vector.name()));
    }
    assertAll(checks);
  }

  @Test
  void regeneratedWithoutDifference() throws IOException {
    VectorFiles.assertPresent(PolicyVectorsTest::isOurs, generated());
  }

  @Test
  void everyAnswerOccurs() throws IOException {
    Set<String> missing = new TreeSet<>(Set.of(VERIFIED, OTHER_LANGUAGE));
    for (PolicyFault fault : PolicyFault.values()) {
      missing.add(fault.name());
    }
    for (FormatFault fault :
        List.of(
            FormatFault.POLICY_WORDS,
            FormatFault.POLICY_CONDITION,
            FormatFault.POLICY_RULE,
            FormatFault.UTC_OFFSET)) {
      missing.add(fault.name());
    }
    for (PolicyVector vector : vectors()) {
      missing.removeAll(Fields.words(vector.expect()));
    }
    assertEquals(Set.of(), missing);
  }

  private static String answer(PolicyVector vector) throws Exception {
    TrustSync sync =
        TrustSync.open(TrustAnchor.of(VectorFiles.bytes(vector.root())), TrustStore.inMemory());
    TrustUpdate update = sync.apply(VectorFiles.bytes(vector.bundle()));
    assertInstanceOf(TrustUpdate.Applied.class, update, () -> vector.name() + " " + update);
    List<PinnedPolicy> policies = sync.trust().policies();
    assertEquals(1, policies.size(), vector.name());
    PinnedPolicy policy = policies.get(0);
    return policy
        .document()
        .map(document -> document.content().isPresent() ? VERIFIED : OTHER_LANGUAGE)
        .orElseGet(
            () ->
                policy.fault().orElseThrow()
                    + policy.formatFault().map(fault -> " " + fault).orElse(""));
  }

  private static List<PolicyVector> vectors() throws IOException {
    List<PolicyVector> vectors = new ArrayList<>();
    for (String file : VectorFiles.present(name -> name.endsWith(".pol")).keySet()) {
      String name = file.substring(file.indexOf('/') + 1).replace(".pol", "");
      vectors.add(PolicyVector.read(name, VectorFiles.text(file)));
    }
    return vectors;
  }

  private static Map<String, byte[]> generated() {
    Map<String, byte[]> files = new TreeMap<>();
    for (PolicyVector vector : PolicyVectors.all()) {
      assertNull(files.put(vector.fileName(), VectorFiles.utf8(vector.write())), vector.name());
      files.put(vector.bundle(), Wire.bytes(vector.content()));
    }
    return files;
  }
}
