package io.greenqr.verify.trust;

import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.TrustVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process of its own that updates the trust in a directory until it is killed: each version it
 * prints was stored before.
 */
public final class StoreWriter {
  /**
   * Bytes of the document in each bundle: a write takes many blocks, so half of one is possible.
   */
  private static final int DOCUMENT = 400_000;

  private StoreWriter() {}

  /**
   * Updates by one version after the other.
   *
   * @param args the directory; the number of updates, after which it ends
   */
  public static void main(String[] args) throws Exception {
    TrustSync sync = TrustSync.open(TestScheme.anchor(), FileTrustStore.in(Path.of(args[0])));
    for (int left = Integer.parseInt(args[1]); left > 0; left--) {
      long next = versionOf(sync) + 1;
      String code = sync.apply(bundle(next)).code();
      // Of two processes the slower one may find the version taken, or gone by.
      if (code.equals("UPDATED") || code.equals("UNCHANGED") || code.equals("LIST_ROLLBACK")) {
        System.out.println(versionOf(sync));
      } else {
        throw new IllegalStateException(code);
      }
    }
  }

  /** A bundle with list {@code version} and a document that is another in each. */
  static byte[] bundle(long version) {
    BundledDocument document = BundledDocument.of(1, "blob", blob(version));
    return TestBundle.of(TestScheme.list(1, version).document(document.pin(version)))
        .documents(document)
        .bytes();
  }

  static byte[] blob(long version) {
    byte[] bytes = new byte[DOCUMENT];
    new Random(version).nextBytes(bytes);
    return bytes;
  }

  /** The version of the list held; 0 before the first. */
  static long versionOf(TrustSync sync) {
    return sync.trust().version().map(TrustVersion::version).orElse(0L);
  }

  /** Starts such a process, as quickly as a virtual machine starts. */
  static Process start(Path directory, int updates) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(
        String.join(
            System.getProperty("path.separator"),
            Path.of(System.getProperty("basedir"), "target", "test-classes").toString(),
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path")));
    command.add(StoreWriter.class.getName());
    command.add(directory.toString());
    command.add(Integer.toString(updates));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
