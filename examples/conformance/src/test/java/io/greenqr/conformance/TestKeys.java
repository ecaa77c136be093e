package io.greenqr.conformance;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The published keys of the vectors, each made of a sentence; nobody may trust them. */
final class TestKeys {
  static final SigningKey MAIN = key(SignatureAlgorithm.ESP256, "Green QR test key ESP256");
  static final SigningKey EDWARDS = key(SignatureAlgorithm.ED25519, "Green QR test key Ed25519");

  /** A key that no trust file has. */
  static final SigningKey STRANGER =
      key(SignatureAlgorithm.ESP256, "Green QR test key stranger ESP256");

  static final String MAIN_FILE = "trust-main.json";
  static final String EDWARDS_FILE = "trust-ed25519.json";
  static final String WINDOW_FILE = "trust-window.json";
  static final String TESTS_FILE = "trust-tests-only.json";

  private TestKeys() {}

  /** File names and contents. */
  static Map<String, String> trustFiles() {
    Set<ClaimKind> all = EnumSet.allOf(ClaimKind.class);
    Map<String, String> files = new TreeMap<>();
    files.put(MAIN_FILE, IssuerKeyJson.write(issuer("TEST ONLY main", MAIN, all).build()));
    files.put(EDWARDS_FILE, IssuerKeyJson.write(issuer("TEST ONLY Ed25519", EDWARDS, all).build()));
    files.put(
        WINDOW_FILE,
        IssuerKeyJson.write(
            issuer("TEST ONLY window", MAIN, all)
                .notBefore(Instant.parse("2021-09-20T00:00:00Z"))
                .notAfter(Instant.parse("2021-12-31T23:59:59Z"))
                .build()));
    files.put(
        TESTS_FILE,
        IssuerKeyJson.write(issuer("TEST ONLY tests", MAIN, EnumSet.of(ClaimKind.TEST)).build()));
    return files;
  }

  private static IssuerKey.Builder issuer(String name, SigningKey key, Set<ClaimKind> kinds) {
    return IssuerKey.builder(name, key.publicKey(), kinds);
  }

  static SigningKey key(SignatureAlgorithm algorithm, String sentence) {
    return SigningKey.generate(algorithm, new Seed(sentence));
  }

  /** Gives the SHA-256 of a sentence as secret. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final String sentence;

    Seed(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(sha256(sentence), 0, bytes, 0, bytes.length);
    }
  }

  static byte[] sha256(String sentence) {
    return sha256(sentence.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
