package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.IssuerKeyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scheme and its people in a folder, each with a key that keygen made. */
final class SchemeFolder {
  private static final String INIT = "trust init --expires 2121-01-01T00:00:00Z --environment ";

  private final Path folder;

  SchemeFolder(Path folder) {
    this.folder = folder;
    for (String person : new String[] {"an", "binh", "chi", "status", "freshness"}) {
      person(person);
    }
  }

  /** Root and list by two of an, binh and chi. */
  static SchemeFolder ofThree(Path folder) {
    SchemeFolder scheme = new SchemeFolder(folder);
    String three = " " + scheme.pub("an") + " " + scheme.pub("binh") + " " + scheme.pub("chi");
    scheme.run(0, INIT + "production" + scheme.roles(three, 2));
    return scheme;
  }

  /** The role options for root and list by these keys. */
  String roles(String keys, int threshold) {
    return " --root"
        + keys
        + " --root-threshold "
        + threshold
        + " --list"
        + keys
        + " --list-threshold "
        + threshold
        + " --status "
        + pub("status")
        + " --freshness "
        + pub("freshness");
  }

  /** A test scheme whose root and list one key signs, with a list that trusts an issuer. */
  static SchemeFolder ofOne(Path folder) {
    SchemeFolder scheme = new SchemeFolder(folder);
    scheme.run(0, INIT + "test" + scheme.roles(" " + scheme.pub("an"), 1));
    scheme.signed("root-1.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.person("issuer");
    scheme.run(0, "trust add-key --pub " + scheme.pub("issuer"));
    scheme.run(0, "status new --list 0");
    scheme.run(0, "status delta --key " + scheme.key("status"));
    scheme.publishLookedAt("list-1.1");
    return scheme;
  }

  void person(String name) {
    done(0, "keygen --alg ed25519 --issuer " + name + " --out " + path("people/" + name));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  String file(String name) {
    return path("scheme/" + name);
  }

  String key(String person) {
    return path("people/" + person + "/issuer.key.pem");
  }

  String pub(String person) {
    return path("people/" + person + "/issuer.pub.json");
  }

  String kid(String person) {
    try {
      return IssuerKeyJson.read(Files.readString(Path.of(pub(person)))).key().keyId().toString();
    } catch (IOException | FormatException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command in the directory of the scheme, which ends with this code. */
  Run run(int code, String line) {
    return done(code, line + " --dir " + path("scheme"));
  }

  /** Runs a command that ends with a code on stderr. */
  Run refused(String fault, int code, String line) {
    return refused(fault, run(code, line));
  }

  static Run refused(String fault, Run run) {
    assertTrue(run.err().startsWith("greenqr: " + fault + ": "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    return run;
  }

  /** Runs a command line of words without blanks, which ends with this code. */
  static Run done(int code, String line) {
    Run run = Run.of(line.split(" +"));
    assertEquals(code, run.code(), line + "\n" + run.out() + run.err());
    return run;
  }

  /** A draft in the directory, signed there by these people. */
  void signed(String draft, String... people) {
    for (String person : people) {
      done(0, "trust sign " + file(draft) + " --key " + key(person));
    }
  }

  /** Drafts a list, has it signed by an, who looks at it, and publishes it. */
  void publishLookedAt(String name) {
    run(1, "trust publish");
    signed(name + ".draft.gqd", "an");
    run(0, "trust publish");
    assertTrue(Files.exists(Path.of(file(name + ".gqd"))), name);
  }

  /** Signs changed statuses, and publishes a list without anybody who looks at it. */
  void dailyRound() {
    run(0, "status delta --key " + key("status"));
    run(0, "trust publish --key " + key("an"));
  }

  String bundle(String name) {
    run(0, "bundle build --out " + path(name));
    return path(name);
  }

  String bundleSince(String version, String name) {
    run(0, "bundle build --since " + version + " --out " + path(name));
    return path(name);
  }

  static String shown(String bundle) {
    return done(0, "bundle show " + bundle).out();
  }
}
