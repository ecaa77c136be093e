package io.greenqr.cli;

import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustedKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a verification gets its trust from: pinned keys, or the signed trust of a scheme. */
final class TrustOptions {
  @Option(
      names = "--trust",
      paramLabel = "PUB.json",
      arity = "1..*",
      parameterConsumer = TrustFiles.class,
      description = "pins keys, as keygen writes them; without end, age and status lists")
  private final List<Path> pinned = new ArrayList<>();

  @Option(
      names = "--bundle",
      paramLabel = "FILE.gqb",
      description = "signed trust list and status lists; refused if older than what --state holds")
  private @Nullable Path bundle;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "keeps the newest trust seen, so that no older one is accepted again")
  private @Nullable Path state;

  @Option(
      names = "--root",
      paramLabel = "FILE.gqd",
      description = "the scheme's root document; a --state remembers it")
  private @Nullable Path root;

  TrustList trustList(Console console) throws CliException {
    boolean signed = bundle != null || state != null;
    if (signed == !pinned.isEmpty()) {
      throw CliException.usage("give either --trust, or --bundle, --state or both");
    }
    return signed ? signedList() : pinnedList(console);
  }

  private TrustList signedList() throws CliException {
    TrustSync sync = SchemeTrust.open(root, state);
    if (bundle != null) {
      SchemeTrust.apply(sync, bundle);
    }
    return sync.trust();
  }

  private TrustList pinnedList(Console console) throws CliException {
    if (root != null) {
      throw CliException.usage("--root goes with --bundle and --state");
    }
    TrustList.Builder keys = TrustList.builder();
    for (Path file : pinned) {
      try {
        keys.add(TrustedKey.of(LocalFile.issuerKey(file, console)));
      } catch (TrustException e) {
        throw new CliException(
            GreenQr.UNREADABLE, e.fault().name(), file + ": a key that cannot be trusted");
      }
    }
    try {
      return keys.build();
    } catch (TrustException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), "--trust: a key twice, or too many keys");
    }
  }
}
