package io.greenqr.benchmarks.report;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;

/** What is measured. A case that this build does not have is shown as such. */
final class Plan {
  /** The engine that a verifier takes by itself. */
  static final String OURS = "DEFAULT";

  /** The same with 32 KB of tables a key. */
  static final String OURS_SMALL = "SMALL_TABLES";

  static final String BOUNCY_CASTLE = "BOUNCY_CASTLE";
  static final String STUB = "STUB";
  static final String DIGG = "DIGG";
  static final List<String> PROVIDERS = List.of("SUN_EC", "CONSCRYPT", "CORRETTO");
  static final List<String> PEERS = List.of(DIGG, "DIGG_BOUNCY_CASTLE", "DIGG_CORRETTO", "SWISS");
  static final List<Integer> KEYS = List.of(1, 10, 100, 1_000, 5_000);

  private Plan() {}

  static List<String> signatureEngines() {
    List<String> engines = new ArrayList<>(List.of(OURS, OURS_SMALL, BOUNCY_CASTLE));
    engines.addAll(PROVIDERS);
    return engines;
  }

  static Case signature(SignatureAlgorithm algorithm, String engine) {
    return Case.of("SignatureBenchmark.verify", "algorithm", algorithm.name(), "engine", engine);
  }

  static Case verify(SignatureAlgorithm algorithm, String engine) {
    return Case.of("VerifyBenchmark.verify", "algorithm", algorithm.name(), "engine", engine);
  }

  static Case verifyAll(SignatureAlgorithm algorithm, String engine) {
    return Case.of("VerifyAllBenchmark.verifyAll", "algorithm", algorithm.name(), "engine", engine);
  }

  static Case peer(String peer) {
    return Case.of("peer.PeerBenchmark.verify", "peer", peer);
  }

  static Case keys(SignatureAlgorithm algorithm, int keys) {
    return Case.of(
        "KeysBenchmark.verify", "algorithm", algorithm.name(), "keys", Integer.toString(keys));
  }

  /**
   * How much longer than others a case is to be warmed up. Half a microsecond is spent in many
   * small methods, which are compiled one after the other, and which the seconds before that would
   * hide.
   */
  static int warmup(Case what) {
    boolean brief =
        STUB.equals(what.parameters().get("engine")) || what.method().startsWith("Admission");
    return brief ? 4 : 1;
  }

  /** A policy of ten rules, without the verification of the pass. */
  static Case admission() {
    return Case.of("AdmissionBenchmark.evaluate");
  }

  /** Everything around the verification. */
  static List<Case> others() {
    List<Case> others = new ArrayList<>();
    others.add(Case.of("ParseBenchmark.parse"));
    others.add(Case.of("TrustBenchmark.status", "passes", "10000000"));
    others.add(admission());
    others.add(Case.of("AdmissionBenchmark.holdsUntil"));
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      others.add(Case.of("IssueBenchmark.issue", "algorithm", algorithm.name()));
    }
    others.add(Case.of("DrawBenchmark.symbol"));
    for (String frame : List.of("SYMBOL", "EMPTY", "NOISE")) {
      others.add(Case.of("ReadBenchmark.read", "frame", frame));
    }
    return others;
  }

  static List<Case> onAllCores() {
    List<Case> cases = new ArrayList<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (String engine : List.of(OURS, BOUNCY_CASTLE, "SUN_EC", "CORRETTO")) {
        cases.add(verify(algorithm, engine).onAllCores());
      }
    }
    cases.add(peer(DIGG).onAllCores());
    return cases;
  }

  /** All of them, in the order of a round. */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (String engine : signatureEngines()) {
        cases.add(signature(algorithm, engine));
        cases.add(verify(algorithm, engine));
      }
      cases.add(verify(algorithm, STUB));
      cases.add(verifyAll(algorithm, OURS));
      cases.add(verifyAll(algorithm, OURS_SMALL));
      KEYS.forEach(keys -> cases.add(keys(algorithm, keys)));
    }
    PEERS.forEach(peer -> cases.add(peer(peer)));
    cases.addAll(onAllCores());
    cases.addAll(others());
    return cases;
  }
}
