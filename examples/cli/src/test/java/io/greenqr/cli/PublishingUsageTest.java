package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines and directories that are wrong, and indexes of passes. */
class PublishingUsageTest {
  @TempDir Path folder;

  private static void usage(String line) {
    refused("USAGE", 2, line);
  }

  private static void refused(String code, int exit, String line) {
    SchemeFolder.refused(code, SchemeFolder.done(exit, line));
  }

  @Test
  void commandLinesThatAreIncompleteAreUsage() {
    String dir = folder.toString();
    usage("trust");
    usage("status");
    usage("trust init --dir " + dir + " --environment test");
    usage("trust init --dir " + dir + " --environment real --expires 2121-01-01T00:00:00Z");
    usage("trust init --dir " + dir + " --environment test --expires 2121-01-01T00:00:00Z");
    usage("trust sign x.gqd");
    usage("trust sign --key k.pem");
    usage("trust show");
    usage("trust show x.gqd --dir " + dir);
    usage("trust publish");
    usage("trust publish --dir " + dir + " --fresh 2");
    usage("trust publish --dir " + dir + " --fresh 15d");
    usage("trust publish --dir " + dir + " --status-fresh 15d");
    usage("trust publish --dir " + dir + " --used 367d");
    usage("trust add-key --dir " + dir);
    usage("trust add-key --dir " + dir + " --pub a.json --issuer A");
    usage("trust add-key --dir " + dir + " --cert a.pem --anchors b.pem --issuer A");
    usage("trust retire --dir " + dir + " --kid 1a2b3c --since 2121-01-01T00:00:00Z");
    usage("trust revoke --dir " + dir + " --kid 1a2b3c4d --since today");
    usage("status new --dir " + dir);
    usage("status set --dir " + dir + " --status revoked");
    usage("status set --dir " + dir + " --status gone 0/1");
    usage("status set --dir " + dir + " --status valid 65536/1");
    usage("status set --dir " + dir + " --status valid 0/131072");
    usage("status set --dir " + dir + " --status valid 0/1 --batch -");
    usage("status set --dir " + dir + " --status valid --range 0/1");
    usage("status show --dir " + dir + " 0/1 --list 0");
    usage("bundle build --dir " + dir);
    usage("bundle build --dir " + dir + " --out x --since 1");
    usage("bundle build --dir " + dir + " --out x --since 0.1");
  }

  @Test
  void aKeyIsNamedInOneWay() {
    String pass = Run.example("pass-test");
    usage("issue --pub p.json --pass " + pass);
    usage("issue --pub p.json --pass " + pass + " --key k.pem --p12 k.p12");
    usage("issue --pub p.json --pass " + pass + " --key k.pem --alias a");
    usage("issue --pub p.json --pass " + pass + " --key k.pem --token a");
    usage("issue --pub p.json --pass " + pass + " --p12 k.p12 --slot 1");
    usage("issue --pub p.json --pass " + pass + " --pkcs11 l.so");
    usage("issue --pub p.json --pass " + pass + " --key k.pem --indexes d");
    usage("issue --pub p.json --pass " + pass + " --key k.pem --indexes d --lists 2-1");
    usage("keygen --alg p256 --issuer A --out unused --alias x");
  }

  @Test
  void aDirectoryWithoutASchemeIsTold() throws Exception {
    String absent = folder.resolve("absent").toString();
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    refused("FILE_MISSING", 3, "trust publish --dir " + absent);
    refused("FILE_MISSING", 3, "trust show --dir " + absent);
    refused("ROOT_MISSING", 3, "trust publish --dir " + empty);
    refused("ROOT_MISSING", 3, "trust rotate --dir " + empty + " --expires 2121-01-01T00:00:00Z");
    refused("ROOT_MISSING", 3, "status new --dir " + empty + " --list 0");
    refused("ROOT_MISSING", 3, "bundle build --dir " + empty + " --out x");
    refused("LIST_UNKNOWN", 3, "status show --dir " + empty);
    refused("FILE_MISSING", 3, "trust show " + empty + "/root-1.gqd");
    SchemeFolder.done(0, "trust show --dir " + empty);
  }

  @Test
  void aSchemeWithoutAListHasNoBundleAndNoCard() {
    SchemeFolder scheme = SchemeFolder.ofThree(folder);
    scheme.signed("root-1.draft.gqd", "an", "chi");
    scheme.run(0, "trust publish");
    scheme.refused("LIST_MISSING", 3, "bundle build --out " + scheme.path("x"));
    scheme.refused("LIST_MISSING", 3, "trust card --key " + scheme.key("freshness"));
    scheme.refused("LIST_SIZE", 3, "status new --list 0 --entries 3");
    scheme.run(0, "status new --list 0");
    scheme.refused("LIST_PRESENT", 3, "status new --list 0");
    scheme.refused("STATUS_RANGE", 3, "status new --list 65536");
    scheme.refused("STATUS_RANGE", 3, "status set --status revoked --range 0/7-6");
    scheme.refused("LIST_UNKNOWN", 3, "status show 5/0");
  }

  @Test
  void aThresholdBeyondTheKeysIsRefused() {
    SchemeFolder scheme = SchemeFolder.ofOne(folder);
    scheme.refused(
        "THRESHOLD_RANGE", 2, "trust rotate --expires 2121-01-01T00:00:00Z --status-threshold 2");
  }

  /** Two documents of one version are what checkpoints take for an attack. */
  @Test
  void filesThatAreNotWhatTheirNamesSayAreRefused() throws Exception {
    SchemeFolder scheme = SchemeFolder.ofOne(folder);
    Files.copy(Path.of(scheme.file("list-1.1.gqd")), Path.of(scheme.file("list-1.2.gqd")));
    scheme.refused("WRONG_DOCUMENT", 3, "trust publish");
    Files.delete(Path.of(scheme.file("list-1.2.gqd")));
    Files.writeString(Path.of(scheme.file("root-1.gqd")), "no root");
    Run run = scheme.run(3, "trust publish");
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void oneCommandAtATimeChangesADirectory() throws Exception {
    SchemeFolder scheme = SchemeFolder.ofOne(folder);
    try (FileChannel other =
        FileChannel.open(Path.of(scheme.file("publisher.lock")), StandardOpenOption.WRITE)) {
      assertTrue(other.tryLock().isValid());
      scheme.refused("DIRECTORY_IN_USE", 3, "trust publish");
    }
    scheme.run(0, "trust publish");
  }

  @Test
  void everyPassOfARunHasAnIndexOfItsOwn() throws Exception {
    Issuer issuer = Issuer.make(folder, "ed25519");
    String indexes = Files.createDirectory(folder.resolve("indexes")).toString();
    String line = Files.readString(Path.of(Run.example("pass-test"))).replaceAll("\\s*\\R\\s*", "");
    String withStatus =
        Files.readString(Path.of(Run.example("pass-with-status"))).replaceAll("\\s*\\R\\s*", "");
    Path input =
        Files.writeString(
            folder.resolve("in"), (line + "\n").repeat(300) + withStatus + "\n" + line + "\n");
    Set<String> handles = new HashSet<>();
    for (int run = 0; run < 2; run++) {
      Run issued =
          SchemeFolder.done(
              1,
              "issue --lines --key "
                  + issuer.key()
                  + " --pub "
                  + issuer.pub()
                  + " --pass "
                  + input.toString()
                  + " --indexes "
                  + indexes
                  + " --lists 4-5");
      assertEquals("greenqr: STATUS_PRESENT: line 301: not issued: /status\n", issued.err());
      List<String> texts = issued.out().lines().filter(it -> !it.isEmpty()).toList();
      assertEquals(301, texts.size());
      String answers =
          Run.withInput(
                  String.join("\n", texts),
                  "verify",
                  "--lines",
                  "-",
                  "--trust",
                  issuer.pub(),
                  "--json",
                  "--allow-unchecked-status")
              .out();
      handles.addAll(
          answers
              .lines()
              .map(it -> it.replaceAll(".*\"status\":\\{(\"list\":4[^}]*)}.*", "$1"))
              .collect(Collectors.toSet()));
    }
    assertEquals(602, handles.size());
  }

  @Test
  void aMemoryOfIndexesIsNeverMadeByAWrongName() {
    Issuer issuer = Issuer.make(folder, "ed25519");
    refused(
        "FILE_MISSING",
        3,
        "issue --key "
            + issuer.key()
            + " --pub "
            + issuer.pub()
            + " --pass "
            + Run.example("pass-test")
            + " --indexes "
            + folder.resolve("absent").toString()
            + " --lists 0-0");
  }
}
