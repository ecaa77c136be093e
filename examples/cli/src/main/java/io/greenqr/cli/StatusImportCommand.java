package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListToken;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.StatusRegister;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustedKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A status list of another system. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Sets a status list to what an IETF Token Status List (CWT) of another system says, after",
      "checking its signature, its subject and its end. All of it is set, or nothing.",
      "",
      "Example: greenqr status import status.cwt --dir scheme --list 9 --pub other.pub.json \\",
      "           --sub https://example.org/status/9"
    })
final class StatusImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.cwt")
  private Path file = Path.of("");

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(names = "--list", required = true, paramLabel = "N", description = "of the same length")
  private int list;

  @Option(
      names = "--pub",
      required = true,
      paramLabel = "PUB.json",
      description = "the key that signs the token")
  private Path pub = Path.of("");

  @Option(names = "--sub", required = true, paramLabel = "URI", description = "where it is from")
  private String subject = "";

  StatusImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    StatusEntries entries = verified();
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      StatusDesk desk = StatusDesk.require(guard.directory());
      int count = set(desk.register(), entries);
      desk.save();
      console.say(count + " passes have another status");
    }
    console.say("next: greenqr status delta --dir " + dir + " --key STATUS.pem");
    return GreenQr.OK;
  }

  private StatusEntries verified() throws CliException {
    IssuerKey key = LocalFile.issuerKey(pub, console);
    StatusListToken token;
    try {
      // With an unsound key anyone could have signed.
      TrustedKey.of(key);
      token = StatusListToken.parse(LocalFile.bytes(file, StatusListToken.MAX_BYTES));
    } catch (TrustException e) {
      throw refused(e.fault().name(), pub + ": a key that cannot be trusted");
    } catch (FormatException e) {
      throw refused(e.fault().name(), file + ": no status list token");
    }
    if (!token.isSignedBy(key.key(), PlatformVerifier::verifies)) {
      throw refused("TOKEN_SIGNATURE", file + ": was not signed by this key");
    }
    if (!token.unverifiedSubject().equals(subject)) {
      throw refused("TOKEN_SUBJECT", file + ": is another list than --sub names");
    }
    // Nothing else keeps an old token from being handed out again.
    if (!token.unverifiedExpires().map(Instant.now()::isBefore).orElse(false)) {
      throw refused("TOKEN_EXPIRED", file + ": has ended, or has no end");
    }
    return token.unverifiedEntries();
  }

  private static CliException refused(String code, String message) {
    return new CliException(GreenQr.UNREADABLE, code, message);
  }

  private int set(StatusRegister register, StatusEntries entries)
      throws CliException, PublishException {
    StatusEntries before = register.entries(list);
    if (before.size() != entries.size()) {
      throw refused(
          "LIST_SIZE",
          "%s: %d entries, and status list %d has %d"
              .formatted(file, entries.size(), list, before.size()));
    }
    Map<PassStatus, List<StatusReference>> changes = new EnumMap<>(PassStatus.class);
    int count = 0;
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index) != before.get(index)) {
        changes
            .computeIfAbsent(entries.get(index), status -> new ArrayList<>())
            .add(StatusReference.of(list, index));
        count++;
      }
    }
    // Nothing is on the disk before all of them were taken.
    for (Map.Entry<PassStatus, List<StatusReference>> change : changes.entrySet()) {
      register.setAll(change.getValue(), change.getKey());
    }
    return count;
  }
}
