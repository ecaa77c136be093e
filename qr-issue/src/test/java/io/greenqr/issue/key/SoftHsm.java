package io.greenqr.issue.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * SoftHSM 2 with tokens of its own below the build directory.
 *
 * <p>It looks for tokens once, when it is loaded, so all of them are made before.
 */
final class SoftHsm {
  static final char[] PIN = "4321".toCharArray();

  private static final String SO_PIN = "87654321";
  private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

  private static SoftHsm instance;

  private final Path library;
  private final Path directory;
  private final TokenSlot main;
  private final TokenSlot other;
  private final TokenSlot gone;
  private final Path goneDirectory;

  private SoftHsm(Path library, Path configuration) throws Exception {
    this.library = library;
    this.directory = configuration.getParent();
    Path tokens = directory.resolve("tokens");
    delete(tokens);
    Files.createDirectories(tokens);
    Files.writeString(
        configuration,
        "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
            .formatted(tokens));
    this.gone = token("gone");
    this.goneDirectory = onlyOne(tokens);
    this.main = token("green qr");
    this.other = token("Sở Y tế");
    token("twin");
    token("twin");
  }

  /** Skips the test where SoftHSM is not installed. */
  static synchronized SoftHsm require() throws Exception {
    if (instance == null) {
      Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
      Assumptions.assumeTrue(
          library != null && toolRuns(),
          "skipped: SoftHSM 2 is not installed (Debian package softhsm2)");
      String configuration = System.getenv("SOFTHSM2_CONF");
      // Somebody's own configuration leads to somebody's own tokens.
      Assumptions.assumeTrue(
          configuration != null && configuration.endsWith("/target/softhsm2/softhsm2.conf"),
          "skipped: SOFTHSM2_CONF is not set as the build of this module sets it");
      instance = new SoftHsm(library, Path.of(configuration));
    }
    return instance;
  }

  private static boolean toolRuns() throws InterruptedException {
    try {
      return new ProcessBuilder("softhsm2-util", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static TokenSlot token(String label) throws Exception {
    List<String> command = new ArrayList<>(List.of("softhsm2-util", "--init-token", "--free"));
    command.addAll(List.of("--label", label, "--so-pin", SO_PIN, "--pin", new String(PIN)));
    String said = run(command);
    Matcher slot = SLOT.matcher(said);
    if (!slot.find()) {
      throw new AssertionError(said);
    }
    return TokenSlot.id(Integer.parseInt(slot.group(1)));
  }

  /** What the command printed, both ways. */
  static String run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Arguments with letters beyond ASCII.
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static Path onlyOne(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.reduce((a, b) -> a.compareTo(b) < 0 ? a : b).orElseThrow();
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  Path library() {
    return library;
  }

  /** Where files of tests may lie. */
  Path directory() {
    return directory;
  }

  /** The token with the label {@code green qr}. */
  TokenSlot main() {
    return main;
  }

  /** The token with the label {@code Sở Y tế}, without keys. */
  TokenSlot other() {
    return other;
  }

  /** The token that {@link #removeGone} takes away. */
  TokenSlot gone() {
    return gone;
  }

  void removeGone() throws IOException {
    delete(goneDirectory);
  }

  Pkcs11Token open(TokenSlot slot) throws KeyException {
    return Pkcs11Token.open(library, slot, PIN);
  }
}
