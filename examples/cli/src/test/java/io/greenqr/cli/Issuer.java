package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

/** A key pair that keygen made in a folder. */
final class Issuer {
  static final String ISSUED_AT = "2021-09-20T01:00:00Z";
  static final String NEXT_DAY = "2021-09-21T01:00:00Z";

  private final String key;
  private final String pub;

  private Issuer(Path folder) {
    this.key = folder.resolve("issuer.key.pem").toString();
    this.pub = folder.resolve("issuer.pub.json").toString();
  }

  static Issuer make(Path folder, String algorithm) {
    Run run =
        Run.of("keygen", "--alg", algorithm, "--issuer", "Sở Y tế", "--out", folder.toString());
    assertEquals(0, run.code(), run.err());
    return new Issuer(folder);
  }

  String key() {
    return key;
  }

  String pub() {
    return pub;
  }

  String issue(String example, String... more) {
    String[] args = new String[more.length + 9];
    String[] first = {
      "issue", "--key", key, "--pub", pub, "--pass", Run.example(example), "--issued-at", ISSUED_AT
    };
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    Run run = Run.of(args);
    assertEquals(0, run.code(), run.err());
    return run.out().strip();
  }
}
