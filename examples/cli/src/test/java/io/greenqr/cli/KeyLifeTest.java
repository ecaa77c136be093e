package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of issuers come, are put away and are stopped; roots follow each other. */
class KeyLifeTest {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant yesterday = now.minus(Duration.ofDays(1));

  @TempDir Path folder;
  private SchemeFolder scheme;

  @BeforeEach
  void begin() {
    scheme = SchemeFolder.ofOne(folder);
  }

  private String issue(Instant at) {
    return SchemeFolder.done(
            0,
            "issue --key "
                + scheme.key("issuer")
                + " --pub "
                + scheme.pub("issuer")
                + " --pass "
                + Run.example("pass-vaccination")
                + " --issued-at "
                + at.toString())
        .out()
        .strip();
  }

  private Run gate(int code, String text) {
    Run run =
        Run.withInput(
            text,
            "verify",
            "-",
            "--state",
            scheme.path("gate"),
            "--bundle",
            scheme.bundle("b.gqb"),
            "--root",
            scheme.file("root-1.gqd"));
    assertEquals(code, run.code(), run.out() + run.err());
    return run;
  }

  @Test
  void aRetiredKeysEarlierPassesHoldAndARevokedKeysNone() {
    String before = issue(yesterday);
    String after = issue(now);
    gate(0, before);
    gate(0, after);
    Run retired =
        scheme.run(0, "trust retire --kid " + scheme.kid("issuer") + " --since " + now.toString());
    assertTrue(retired.out().contains("is retired since " + now + ", in the next list"));
    scheme.publishLookedAt("list-1.2");
    gate(0, before);
    assertTrue(gate(1, after).out().startsWith("REJECTED KEY_RETIRED"));
    scheme.run(0, "trust revoke --kid " + scheme.kid("issuer") + " --since 1970-01-01T00:00:00Z");
    scheme.publishLookedAt("list-1.3");
    assertTrue(gate(1, before).out().startsWith("REJECTED KEY_REVOKED"));
    scheme.refused(
        "KEY_STATE_UNDONE",
        3,
        "trust revoke --kid " + scheme.kid("issuer") + " --since " + now.toString());
    scheme.refused("KEY_UNKNOWN", 3, "trust retire --kid 00000000 --since " + now.toString());
    scheme.refused("KEY_PRESENT", 3, "trust add-key --pub " + scheme.pub("issuer"));
  }

  /** Whoever can write the directory could put a key there, and wait for the daily command. */
  @Test
  void noUnattendedCommandSignsANewKey() {
    scheme.person("other");
    scheme.run(0, "trust add-key --pub " + scheme.pub("other"));
    for (int again = 0; again < 2; again++) {
      Run run = scheme.run(1, "trust publish --key " + scheme.key("an"));
      assertTrue(run.out().contains("signed by people who look at it"), run.out());
      assertTrue(run.out().contains("list: 0 of 1 signed"), run.out());
    }
    scheme.signed("list-1.2.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.run(0, "trust publish --renew --key " + scheme.key("an"));
  }

  @Test
  void editsAddUpAndDropTheSignaturesOfTheListBefore() {
    scheme.person("other");
    scheme.person("third");
    scheme.run(0, "trust add-key --pub " + scheme.pub("other"));
    scheme.run(1, "trust publish");
    scheme.signed("list-1.2.draft.gqd", "an");
    Run second = scheme.run(0, "trust add-key --pub " + scheme.pub("third"));
    assertTrue(second.out().contains("1 signatures of the list before this change were dropped"));
    assertFalse(Files.exists(Path.of(scheme.file("list-1.2.draft.gqd"))));
    scheme.publishLookedAt("list-1.2");
    String list = SchemeFolder.done(0, "trust show " + scheme.file("list-1.2.gqd")).out();
    assertTrue(list.startsWith("UNVERIFIED\ntrust list, version 1.2, test\n"), list);
    assertTrue(list.contains("issuer other") && list.contains("issuer third"), list);
    assertFalse(Files.exists(Path.of(scheme.file("next.gqd"))));
  }

  @Test
  void aRotationIsSignedByBothAndItsStatusKeySignsAgain() {
    String pass = issue(now);
    gate(0, pass);
    scheme.person("dung");
    scheme.person("status2");
    Run drafted =
        scheme.run(
            0,
            "trust rotate --expires 2121-01-01T00:00:00Z --root "
                + scheme.pub("dung")
                + " --list "
                + scheme.pub("dung")
                + " --status "
                + scheme.pub("status2"));
    assertTrue(drafted.out().contains("root, version 2, test"), drafted.out());
    scheme.refused("FILE_EXISTS", 3, "trust rotate --expires 2121-01-01T00:00:00Z");
    scheme.signed("root-2.draft.gqd", "dung");
    // The daily list does not wait for a rotation.
    Run daily = scheme.run(0, "trust publish --renew --key " + scheme.key("an"));
    assertTrue(daily.out().contains("root 1: 0 of 1 signed; missing 1 of "), daily.out());
    scheme.signed("root-2.draft.gqd", "an");
    scheme.run(0, "trust publish");
    scheme.refused("SIGNATURES_MISSING", 1, "trust publish --key " + scheme.key("dung"));
    scheme.refused("NOT_A_HOLDER", 2, "status delta --key " + scheme.key("status"));
    scheme.run(0, "status delta --key " + scheme.key("status2"));
    scheme.run(0, "trust publish --key " + scheme.key("dung"));
    assertTrue(scheme.run(0, "trust show").out().startsWith("root 2, test"));
    gate(0, pass);
    scheme.bundleSince("1.2", "partial.gqb");
    scheme.run(0, "status set --status revoked 0/5");
    scheme.run(0, "status delta --key " + scheme.key("status2"));
    scheme.run(0, "trust publish --key " + scheme.key("dung"));
    String partial = scheme.bundleSince("2.1", "partial.gqb");
    assertTrue(SchemeFolder.shown(partial).contains("status delta"));
  }

  @Test
  void aThresholdAloneCanBeChanged() {
    scheme.run(
        0,
        "trust rotate --expires 2121-01-01T00:00:00Z --root "
            + scheme.pub("an")
            + " "
            + scheme.pub("binh")
            + " --root-threshold 2");
    scheme.signed("root-2.draft.gqd", "an");
    Run waits = scheme.run(0, "trust publish");
    assertTrue(waits.out().contains("root 2: 1 of 2 signed"), waits.out());
    scheme.signed("root-2.draft.gqd", "binh");
    scheme.run(0, "trust publish");
    Run drafted = scheme.run(0, "trust rotate --expires 2121-01-01T00:00:00Z --root-threshold 1");
    assertTrue(drafted.out().contains("role root: 1 of 2 must sign"), drafted.out());
  }

  @Test
  void aKeyComesFromACertificateWhosePathIsChecked() throws Exception {
    Path ca = folder.resolve("ca.p12");
    Path issuer = folder.resolve("centre.p12");
    keytool(pair(ca, "ca", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign"));
    keytool(pair(issuer, "centre"));
    String request = scheme.path("request.pem");
    String chain = scheme.path("chain.pem");
    String anchors = scheme.path("ca.pem");
    keytool(store(issuer, "-certreq", "centre", "-file", request));
    keytool(
        store(
            ca,
            "-gencert",
            "ca",
            "-infile",
            request,
            "-outfile",
            chain,
            "-rfc",
            "-ext",
            "ku:c=digitalSignature",
            "-startdate",
            "-1d"));
    keytool(store(ca, "-exportcert", "ca", "-rfc", "-file", anchors));
    String add = "trust add-key --issuer Centre-7 --claims test --cert " + chain + " --anchors ";
    Run added = scheme.run(0, add + anchors);
    assertTrue(added.out().contains(" of Centre-7, thumbprint "), added.out());
    String next = SchemeFolder.done(0, "trust show " + scheme.file("next.gqd")).out();
    assertTrue(next.contains("  test, from "), next);
    scheme.refused("CERTIFICATE_CHAIN", 3, add + chain);
    keytool(store(issuer, "-importcert", "ca", "-file", anchors, "-noprompt"));
    keytool(store(issuer, "-importcert", "centre", "-file", chain, "-noprompt"));
    scheme.run(1, "trust publish");
    Run wrong =
        SchemeFolder.done(
            2,
            "trust sign "
                + scheme.file("list-1.2.draft.gqd")
                + " --p12 "
                + issuer.toString()
                + " --pin-env TEST_P12_PASSWORD");
    assertTrue(wrong.err().startsWith("greenqr: NOT_A_HOLDER: "), wrong.err());
    Run password =
        SchemeFolder.done(
            3,
            "trust sign "
                + scheme.file("list-1.2.draft.gqd")
                + " --p12 "
                + issuer.toString()
                + " --pin-env TEST_PIN");
    assertTrue(password.err().startsWith("greenqr: PASSWORD_WRONG: "), password.err());
  }

  private static List<String> pair(Path store, String name, String... more) {
    List<String> args = store(store, "-genkeypair", name, more);
    args.addAll(
        List.of(
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=" + name,
            "-startdate",
            "-2d"));
    return args;
  }

  private static List<String> store(Path store, String command, String name, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                command,
                "-alias",
                name,
                "-keystore",
                store.toString(),
                "-storepass",
                System.getenv("TEST_P12_PASSWORD"),
                "-storetype",
                "PKCS12"));
    args.addAll(List.of(more));
    return args;
  }

  private static void keytool(List<String> args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(args);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
