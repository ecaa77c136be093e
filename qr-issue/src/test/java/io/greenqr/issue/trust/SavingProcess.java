package io.greenqr.issue.trust;

import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.PassStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Revokes the next pass in lists 7 and 8 and saves, for ever; prints how many are revoked. */
final class SavingProcess {
  private SavingProcess() {}

  static Process start(Path register) throws IOException, URISyntaxException {
    // What is on the module path here works on the class path there.
    String classPath =
        String.join(
            System.getProperty("path.separator"),
            testClasses(),
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            SavingProcess.class.getName(),
            register.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Test classes are patched into the module, and have its origin. */
  private static String testClasses() throws URISyntaxException {
    String name = SavingProcess.class.getName().replace('.', '/') + ".class";
    URL url = SavingProcess.class.getResource("/" + name);
    Path root = Path.of(url.toURI());
    for (int depth = name.split("/", -1).length; depth > 0; depth--) {
      root = root.getParent();
    }
    return root.toString();
  }

  public static void main(String[] args) throws Exception {
    StatusRegister register = StatusRegister.open(Path.of(args[0]));
    int next = register.entries(7).count(PassStatus.REVOKED);
    while (true) {
      register.set(StatusReference.of(7, next), PassStatus.REVOKED);
      register.set(StatusReference.of(8, next), PassStatus.REVOKED);
      register.save();
      next++;
      System.out.write((next + "\n").getBytes(StandardCharsets.US_ASCII));
      System.out.flush();
    }
  }
}
