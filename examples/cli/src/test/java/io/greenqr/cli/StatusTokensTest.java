package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status lists in the form of other systems. */
class StatusTokensTest {
  private static final String SUBJECT = " --sub https://example.org/status/7 ";

  @TempDir Path folder;
  private SchemeFolder scheme;
  private String token;

  @BeforeEach
  void begin() {
    scheme = SchemeFolder.ofOne(folder);
    token = scheme.path("status.cwt");
    scheme.run(0, "status new --list 7 --entries 400");
    scheme.run(0, "status new --list 9 --entries 400");
  }

  private String export(String person) {
    return "status export --list 7" + SUBJECT + "--key " + scheme.key(person) + " --out " + token;
  }

  private String importing(String person) {
    return "status import " + token + " --list 9" + SUBJECT + "--pub " + scheme.pub(person);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "p256"})
  void whatIsExportedIsImported(String algorithm) {
    SchemeFolder.done(
        0, "keygen --alg " + algorithm + " --issuer Token --out " + scheme.path("people/token"));
    scheme.run(0, "status set --status suspended 7/8");
    scheme.run(0, "status set --status revoked --range 7/20-29");
    scheme.run(0, "status delta --key " + scheme.key("status"));
    scheme.run(0, export("token") + " --ttl 12h");
    assertTrue(
        scheme.run(0, importing("token")).out().startsWith("11 passes have another status\n"));
    assertEquals(
        "status list 9, version 1 and changes since: 389 valid, 10 revoked, 1 suspended,"
            + " 0 restricted\n",
        scheme.run(0, "status show --list 9").out());
    assertTrue(scheme.run(0, importing("token")).out().startsWith("0 passes "));
  }

  @Test
  void onlyTheRightTokenIsImported() throws Exception {
    scheme.refused("LIST_MISSING", 3, export("chi"));
    scheme.run(0, "status delta --key " + scheme.key("status"));
    scheme.refused("TIME_ORDER", 2, export("chi") + " --valid 0s");
    scheme.run(0, export("chi"));
    scheme.refused("TOKEN_SIGNATURE", 3, importing("an"));
    scheme.refused("TOKEN_SUBJECT", 3, importing("chi").replace("status/7", "status/8"));
    scheme.refused("LIST_SIZE", 3, importing("chi").replace("--list 9", "--list 0"));
    scheme.refused("LIST_UNKNOWN", 3, importing("chi").replace("--list 9", "--list 1"));
    scheme.run(0, "status set --status revoked 9/5");
    scheme.refused("STATUS_FINAL", 3, importing("chi"));
    byte[] bytes = Files.readAllBytes(Path.of(token));
    bytes[bytes.length - 40] ^= 1;
    Files.write(Path.of(token), bytes);
    scheme.refused("TOKEN_SIGNATURE", 3, importing("chi"));
    Files.writeString(Path.of(token), "no token");
    assertEquals(3, scheme.run(3, importing("chi")).code());
  }
}
