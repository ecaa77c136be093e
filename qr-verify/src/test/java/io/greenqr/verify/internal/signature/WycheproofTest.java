package io.greenqr.verify.internal.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Signatures that were made to find mistakes in other libraries. */
class WycheproofTest {
  private static final String P1363 = "ecdsa_secp256r1_sha256_p1363_test.json";
  private static final String DER = "ecdsa_secp256r1_sha256_test.json";
  private static final String ED25519 = "ed25519_test.json";

  /**
   * Valid signatures that SunEC of JDK 17 refuses: the point's x is not below the order, and SunEC
   * compares it with r as it is. Of honest signatures one in 2^128 is of this kind. Another JDK may
   * have mended it; none may answer anything else wrong.
   */
  private static final Map<String, Set<Integer>> SUN_EC_REFUSES =
      Map.of(P1363, Set.of(115, 257), DER, Set.of(350, 479), ED25519, Set.of());

  private static Set<Integer> mismatches(SignatureEngine engine, List<Wycheproof.Case> cases) {
    Set<Integer> ids = new TreeSet<>();
    for (Wycheproof.Case one : cases) {
      if (one.isVerifiedBy(engine) != one.isValid()) {
        ids.add(one.id());
      }
    }
    return ids;
  }

  private static void assertAnswers(String file, List<Wycheproof.Case> cases) {
    Engines.all()
        .forEach(
            (name, engine) -> {
              Set<Integer> wrong = mismatches(engine, cases);
              if (name.equals("SunEC")) {
                wrong.removeAll(SUN_EC_REFUSES.get(file));
              }
              assertEquals(Set.of(), wrong, name + " " + file);
            });
    System.out.println("WycheproofTest: " + file + ": " + cases.size() + " cases");
  }

  /** Otherwise the exceptions would hide that SunEC takes something it should not. */
  @Test
  void theKnownDeviationsAreRefusalsOfValidSignatures() throws IOException {
    for (Map.Entry<String, Set<Integer>> known : SUN_EC_REFUSES.entrySet()) {
      for (Wycheproof.Case one : Wycheproof.read(known.getKey())) {
        assertTrue(one.isValid() || !known.getValue().contains(one.id()), one.toString());
      }
    }
  }

  @Test
  void answersEveryP256CaseRight() throws IOException {
    List<Wycheproof.Case> cases = Wycheproof.read(P1363);
    assertEquals(262, cases.size());
    assertAnswers(P1363, cases);
  }

  @Test
  void answersEveryEd25519CaseRight() throws IOException {
    List<Wycheproof.Case> cases = Wycheproof.read(ED25519);
    assertEquals(151, cases.size());
    assertAnswers(ED25519, cases);
  }

  /** Of DER as well: those that are two numbers of at most 32 bytes can stand in a pass. */
  @Test
  void answersEveryP256CaseInDerThatHasTwoNumbersRight() throws IOException {
    List<Wycheproof.Case> cases = Wycheproof.readPairs(DER);
    assertTrue(cases.size() > 174, "cases: " + cases.size());
    assertAnswers(DER, cases);
  }

  /** What providers are handed is the DER that Wycheproof calls valid, byte for byte. */
  @Test
  void writesTheDerThatIsValid() throws IOException {
    int valid = 0;
    for (Wycheproof.Case one : Wycheproof.read(DER)) {
      if (one.isValid()) {
        assertArrayEquals(
            one.signature(),
            JcaEngine.der(Wycheproof.pair(one.signature()).orElseThrow()),
            one.toString());
        valid++;
      }
    }
    assertEquals(174, valid);
  }

  /** SunEC passes over a byte behind an Ed25519 signature: the length is checked before it. */
  @Test
  void noTrailingByteReachesAProvider() throws Exception {
    int trailing = 0;
    for (Wycheproof.Case one : Wycheproof.read(ED25519)) {
      if (one.signature().length != 64) {
        for (SignatureEngine engine : Engines.all().values()) {
          assertFalse(one.isVerifiedBy(engine), one.toString());
        }
        trailing++;
      }
    }
    assertTrue(trailing > 0, "there are such cases");
    System.out.println("WycheproofTest: " + trailing + " Ed25519 signatures of other lengths");
  }
}
