package io.greenqr.benchmarks.report;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code openssl speed}, whose verifications a second are by its own processor time. It verifies a
 * digest that is ready; our figures hash the message as well.
 */
final class Openssl {
  private final String version;
  private final Map<SignatureAlgorithm, List<Double>> nanos =
      new EnumMap<>(SignatureAlgorithm.class);

  private Openssl(String version) {
    this.version = version;
  }

  /** Looks for the program; without one there are no samples. */
  static Openssl find() {
    String line = run("openssl", "version").lines().findFirst().orElse("");
    return new Openssl(line.isEmpty() ? "no openssl" : line.replaceFirst(" \\(.*", ""));
  }

  String version() {
    return version;
  }

  /** One more sample of each algorithm. */
  void measure(int seconds) {
    if (!version.startsWith("OpenSSL")) {
      return;
    }
    String time = Integer.toString(seconds);
    add(run("openssl", "speed", "-mr", "-seconds", time, "ecdsap256", "ed25519"));
  }

  /** Takes the verifications a second out of what {@code openssl speed -mr} prints. */
  void add(String output) {
    for (String line : output.split("\n", -1)) {
      String[] fields = line.trim().split(":", -1);
      if (line.startsWith("+F4:") && fields[2].equals("256")) {
        add(SignatureAlgorithm.ESP256, fields[4]);
      } else if (line.startsWith("+F6:") && fields[3].equals("Ed25519")) {
        add(SignatureAlgorithm.ED25519, fields[5]);
      }
    }
  }

  private void add(SignatureAlgorithm algorithm, String perSecond) {
    nanos
        .computeIfAbsent(algorithm, a -> new ArrayList<>())
        .add(1e9 / Double.parseDouble(perSecond));
  }

  /** Nanoseconds a verification. */
  Collection<Double> samples(SignatureAlgorithm algorithm) {
    return nanos.getOrDefault(algorithm, List.of());
  }

  /** What a program prints; nothing if it is not there. */
  private static String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException absent) {
      return "";
    } catch (UncheckedIOException broken) {
      return "";
    }
  }
}
