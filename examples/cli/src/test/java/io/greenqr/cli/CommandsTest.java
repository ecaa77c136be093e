package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command as a script uses it. */
class CommandsTest {
  private static final String[] SAMPLES = {
    "pass-all-four", "pass-declaration", "pass-vaccination", "pass-test", "pass-monitoring"
  };

  @TempDir Path folder;

  @Test
  void keygenMakesAKeyOnlyItsOwnerReadsAndNeverOverwrites() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    Path key = Path.of(issuer.key());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    String before = Files.readString(key);
    Files.delete(Path.of(issuer.pub()));
    Run again = Run.of("keygen", "--alg", "p256", "--issuer", "X", "--out", folder.toString());
    assertEquals(3, again.code());
    assertEquals(before, Files.readString(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p256", "ed25519"})
  void everySampleIsIssuedAndAcceptedAsTextPictureAndSms(String algorithm) throws Exception {
    Issuer issuer = Issuer.make(folder, algorithm);
    for (String sample : SAMPLES) {
      String png = folder.resolve(sample + ".png").toString();
      String text = issuer.issue(sample, "--png", png);
      assertTrue(text.startsWith("GQ1:"));
      assertEquals(0, verify(issuer, text).code());
      assertEquals(0, verify(issuer, issuer.issue(sample, "--sms")).code());
      Run image =
          Run.of("verify", "--image", png, "--trust", issuer.pub(), "--at", Issuer.NEXT_DAY);
      assertEquals(0, image.code(), image.out());
    }
  }

  @Test
  void jsonHasTheDocumentedMembers() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    JsonNode accepted =
        new ObjectMapper().readTree(verify(issuer, issuer.issue("pass-test"), "--json").out());
    List<String> members = new ArrayList<>();
    accepted.fieldNames().forEachRemaining(members::add);
    assertEquals(
        List.of(
            "outcome",
            "code",
            "issuer",
            "alg",
            "kid",
            "issuedAt",
            "expires",
            "status",
            "trust",
            "trust",
            "identity",
            "pass"),
        members);
    assertEquals("accepted", accepted.get("outcome").textValue());
    assertEquals("Sở Y tế", accepted.get("issuer").textValue());
    assertEquals(
        "{\"outcome\":\"rejected\",\"code\":\"TEXT_FORM\",\"fault\":\"TEXT_PREFIX\",\"offset\":0}\n",
        verify(issuer, "HC1:ABC", "--json").out());
  }

  @Test
  void aPassWithStatusNeedsTheExplicitLoosening() {
    Issuer issuer = Issuer.make(folder, "ed25519");
    String text = issuer.issue("pass-with-status");
    assertEquals("REJECTED STATUS_UNCHECKED\n", verify(issuer, text).out());
    Run loose = verify(issuer, text, "--allow-unchecked-status");
    assertEquals(0, loose.code());
    assertTrue(loose.out().contains("NOT CHECKED WHETHER REVOKED"));
  }

  @Test
  void anAcceptedPassIsToldInWords() {
    Issuer issuer = Issuer.make(folder, "p256");
    assertEquals(
        "ACCEPTED Nguyễn Thị Hồng Nhung, born 1990-04-12"
            + " | declaration (self-declared): 2021-09-20T00:15:00Z, no symptoms,"
            + " exposures epidemic-area, area 79-760"
            + " | vaccination (registry): vaxzevria 1/2 on 2021-06-22 lot GQ-TEST-01,"
            + " vaxzevria 2/2 on 2021-09-14"
            + " | test (facility): antigen not-detected 2021-09-19T23:40:00Z at 79-0042"
            + " | monitoring (facility): released since 2021-09-16, 2021-09-16T01:00:00Z:"
            + " 36.8 C, SpO2 98%, breaths 16, pulse 74, no symptoms"
            + " | by Sở Y tế 2021-09-20T01:00:00Z, until 2021-10-20T01:00:00Z\n",
        verify(issuer, issuer.issue("pass-all-four")).out());
  }

  @Test
  void aTextOnStandardInputIsSeenByNobodyElse() {
    Issuer issuer = Issuer.make(folder, "p256");
    Run run =
        Run.withInput(
            "]Q1" + issuer.issue("pass-test") + "\r\n",
            "verify",
            "-",
            "--trust",
            issuer.pub(),
            "--at",
            Issuer.NEXT_DAY);
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void theTextMayFollowTheTrustFiles() {
    Issuer issuer = Issuer.make(folder, "p256");
    Run run =
        Run.of(
            "verify", "--at", Issuer.NEXT_DAY, "--trust", issuer.pub(), issuer.issue("pass-test"));
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void exitCodesTellRejectedUsageAndUnreadableApart() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    assertEquals(1, verify(issuer, "GQ1:").code());
    assertEquals(2, Run.of("verify", "--trust", issuer.pub()).code());
    assertEquals(2, Run.of("nothing").code());
    assertEquals(3, Run.of("verify", "GQ1:A", "--trust", "absent.json").code());
    Path noPicture = Files.writeString(folder.resolve("no.png"), "text");
    assertEquals(
        3, Run.of("verify", "--image", noPicture.toString(), "--trust", issuer.pub()).code());
  }

  @Test
  void aPassThatIsNotIssuedNamesItsMemberAndShowsNoContent() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    Path pass =
        Files.writeString(
            folder.resolve("p.json"),
            "{\"name\":\"Secret Person\",\"birth\":\"1990-02-31\",\"test\":[]}");
    Run run =
        Run.of("issue", "--key", issuer.key(), "--pub", issuer.pub(), "--pass", pass.toString());
    assertEquals(1, run.code());
    assertEquals("greenqr: JSON_DATE: not issued: /birth\n", run.err());
  }

  @Test
  void aKeyThatIsNotThatOfThePublicFileIsRefused() {
    Issuer one = Issuer.make(folder.resolve("one"), "p256");
    Issuer two = Issuer.make(folder.resolve("two"), "p256");
    Run run =
        Run.of("issue", "--key", one.key(), "--pub", two.pub(), "--pass", Run.example("pass-test"));
    assertEquals(2, run.code());
  }

  @Test
  void inspectShowsEachLayerAsFarAsItGoesAndSaysUnverified() {
    Issuer issuer = Issuer.make(folder, "p256");
    String text = issuer.issue("pass-all-four");
    Run whole = Run.of("inspect", text);
    assertEquals(0, whole.code());
    assertTrue(whole.out().startsWith("UNVERIFIED"));
    assertTrue(whole.out().contains("-65537"));
    Run broken = Run.of("inspect", text + "A", "--json");
    assertEquals(1, broken.code());
    assertTrue(broken.out().contains("\"verified\":false"));
    assertTrue(broken.out().contains("CBOR_TRAILING"));
    assertFalse(Run.of("inspect", "GQ1:?").out().contains("alg"));
  }

  private static Run verify(Issuer issuer, String text, String... more) {
    String[] args = new String[more.length + 6];
    String[] first = {"verify", text, "--trust", issuer.pub(), "--at", Issuer.NEXT_DAY};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return Run.of(args);
  }
}
