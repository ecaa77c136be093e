package io.greenqr.cli;

import io.greenqr.verify.trust.PinnedPolicy;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;

/** What a checkpoint holds after an update, on a few lines. */
final class TrustReport {
  private TrustReport() {}

  /** Applies a bundle and tells what is held; an exit code. */
  static int apply(TrustSync sync, Path bundle, Console console) throws CliException {
    print(console, SchemeTrust.apply(sync, bundle), sync);
    return GreenQr.OK;
  }

  static void print(Console console, TrustUpdate.Applied applied, TrustSync sync) {
    TrustList trust = sync.trust();
    console.out().println(applied.code());
    trust
        .version()
        .ifPresent(
            version ->
                console
                    .out()
                    .println("  trust list " + version + ", " + trust.keys().size() + " keys"));
    TrustFreshness freshness = trust.freshnessAt(Instant.now());
    console.out().println("  now " + freshness);
    for (PinnedPolicy policy : trust.policies()) {
      String fault = policy.fault().map(it -> ", " + it).orElse("");
      console.out().println("  policy " + policy.name() + ", version " + policy.version() + fault);
    }
    if (!trust.absentStatusLists().isEmpty()) {
      console
          .out()
          .println(
              "  status lists not at hand: "
                  + trust.absentStatusLists().stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")));
    }
  }
}
