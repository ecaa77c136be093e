package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that do not open. */
class Pkcs11FaultTest {
  private SoftHsm hsm;

  @BeforeEach
  void tokens() throws Exception {
    hsm = SoftHsm.require();
  }

  private static KeyFault refused(Path library, TokenSlot slot, String pin) {
    KeyException e =
        assertThrows(
            KeyException.class, () -> Pkcs11Token.open(library, slot, pin.toCharArray()).close());
    for (Throwable next = e; next != null; next = next.getCause()) {
      assertTrue(next.getMessage() == null || !next.getMessage().contains(pin), e.toString());
    }
    return e.fault();
  }

  private KeyFault refused(TokenSlot slot) {
    return refused(hsm.library(), slot, "never tried");
  }

  @Test
  void refusesWrongPins() throws Exception {
    for (String pin : new String[] {"1234", "432", "43211", "7".repeat(300)}) {
      assertEquals(KeyFault.PIN_WRONG, refused(hsm.library(), hsm.main(), pin), pin);
    }
    assertThrows(
        KeyException.class, () -> Pkcs11Token.open(hsm.library(), hsm.main(), new char[0]).close());
    hsm.open(hsm.main()).close();
  }

  @Test
  void refusesLibrariesThatAreNone() throws Exception {
    Path text = Files.writeString(hsm.directory().resolve("text.so"), "no library");
    // A library that is loaded and has no function of PKCS #11.
    Path foreign = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
    assertTrue(Files.isRegularFile(foreign));
    for (Path library :
        new Path[] {
          text, foreign, hsm.directory(), hsm.directory().resolve("missing.so"), Path.of("")
        }) {
      assertEquals(
          KeyFault.TOKEN_LIBRARY, refused(library, hsm.main(), "never tried"), library.toString());
    }
  }

  /** A path is a path, not a line of configuration or a property. */
  @Test
  void takesLibrariesWithOddNames() throws Exception {
    Path directory = Files.createDirectories(hsm.directory().resolve("odd \"names\" # \\ = ầ"));
    Path odd = directory.resolve("lib.so");
    Files.deleteIfExists(odd);
    Files.createSymbolicLink(odd, hsm.library());
    // Known to the loader as the same library, but SunPKCS11 initializes by name: refused twice.
    assertNotEquals(KeyFault.TOKEN_LIBRARY, refused(odd, TokenSlot.index(1000), "never tried"));
    for (String name : new String[] {"a\nslot = 0", "${user.home}", "a\u007f"}) {
      Path named = hsm.directory().resolve(name);
      Files.deleteIfExists(named);
      Files.createSymbolicLink(named, hsm.library());
      assertEquals(KeyFault.TOKEN_LIBRARY, refused(named, hsm.main(), "never tried"));
    }
  }

  @Test
  void refusesSlotsWithoutToken() {
    for (TokenSlot slot :
        new TokenSlot[] {
          // The first five are set up, and SoftHSM always shows one more.
          TokenSlot.index(5),
          TokenSlot.index(6),
          TokenSlot.index(Integer.MAX_VALUE),
          TokenSlot.id(4242),
          TokenSlot.id(Integer.MAX_VALUE),
        }) {
      assertEquals(KeyFault.TOKEN_MISSING, refused(slot), slot.toString());
    }
  }

  /** Whatever the library and its slots are like: none of them is asked. */
  @Test
  void saysThatThisProcessDoesNotShowLabels() {
    TokenSlot slot = TokenSlot.label("green qr");
    assertEquals(KeyFault.TOKEN_PLATFORM, refused(slot));
    Path foreign = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
    assertEquals(KeyFault.TOKEN_PLATFORM, refused(foreign, slot, "never tried"));
  }

  /** From the class path, as a merged jar runs, where the platform was opened. */
  @Test
  void findsTokensByLabel() throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            Path.of("target", "test-classes").toString(),
            System.getProperty("jdk.module.path"),
            System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "--add-opens",
                "jdk.crypto.cryptoki/sun.security.pkcs11=ALL-UNNAMED",
                "--add-opens",
                "jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED",
                "-cp",
                classPath,
                TokenByLabel.class.getName(),
                hsm.library().toString(),
                new String(SoftHsm.PIN)));
    command.addAll(List.of("green qr", "Sở Y tế", "twin", "green", "green qr2"));
    assertEquals(
        List.of("signed", "signed", "TOKEN_AMBIGUOUS", "TOKEN_MISSING", "TOKEN_MISSING"),
        SoftHsm.run(command).lines().toList());
  }
}
