package io.greenqr.quickstart;

import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.issue.PassIssuer;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.status.StatusIndexAllocator;
import io.greenqr.issue.trust.StatusPublication;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.FileTrustStore;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A person without a smartphone has a printed card. The authority suspends it, the gate fetches a
 * few hundred bytes, and the same card is turned away; the gate cannot be talked into the older
 * list.
 */
final class PaperCard {
  private static final int ENTRIES = 1_024;

  private final PrintStream out;
  private final Path folder;
  private final Clock clock;

  PaperCard(PrintStream out, Path folder, Clock clock) {
    this.out = out;
    this.folder = folder;
    this.clock = clock;
  }

  void run(SigningKey key, IssuerKey statement) throws Exception {
    // A new directory each time: what a gate and an issuer have seen is never taken back.
    Path directory = Files.createTempDirectory(folder, "scheme-");
    Scheme scheme = new Scheme(directory, ENTRIES, clock);
    StatusReference reference;
    try (StatusIndexAllocator indexes =
        StatusIndexAllocator.open(directory, 0, 0, ENTRIES, new SecureRandom())) {
      reference = indexes.allocate();
    }
    String card = card(key, statement, reference);

    StatusPublication statuses = scheme.statuses();
    SignedDocument list = scheme.firstList(statement, statuses);
    TrustBundle complete = scheme.complete(list, statuses);
    TrustSync sync = checkpoint(scheme.root(), FileTrustStore.in(directory.resolve("gate")));
    PassVerifier verifier = update(sync, complete);
    show("   the card, entry " + reference + " of the status lists", verifier, card);

    scheme.set(reference, PassStatus.SUSPENDED);
    StatusPublication changed = scheme.statuses();
    SignedDocument next = scheme.nextList(list, changed);
    verifier = update(sync, scheme.partial(next, changed, list, statuses));
    show("   the same card, suspended", verifier, card);
    update(sync, complete);
  }

  private String card(SigningKey key, IssuerKey statement, StatusReference reference)
      throws Exception {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Pass pass =
        Pass.builder(Subject.of("Lê Thị Đào", Birth.ofYear(1951)))
            .monitoring(Monitoring.of(MonitoringState.RELEASED, today.minusDays(40)))
            .status(reference)
            .build();
    return PassIssuer.of(key.signer(), statement, clock)
        .issue(pass, Duration.ofDays(180))
        .text(PassText.QR);
  }

  private static TrustSync checkpoint(byte[] root, TrustStore store) throws TrustException {
    // README: sync
    TrustAnchor anchor = TrustAnchor.of(root);
    TrustSync sync = TrustSync.open(anchor, store);
    // README: end
    return sync;
  }

  private PassVerifier update(TrustSync sync, TrustBundle bundle) {
    byte[] bytes = bundle.bytes();
    // README: apply
    TrustUpdate update = sync.apply(bytes);
    PassVerifier verifier = PassVerifier.of(sync.trust(), clock);
    // README: end
    out.printf(
        "   the gate fetches %,d bytes: %s, list %s%n",
        bytes.length, update.code(), sync.trust().version().map(String::valueOf).orElse("none"));
    return verifier;
  }

  private void show(String what, PassVerifier verifier, String text) {
    Verification verification = verifier.verify(text);
    String trust =
        verification instanceof Accepted accepted
            ? ", trust list " + accepted.trustFreshness()
            : "";
    out.printf("%s: %s%s%n", what, verification.code(), trust);
  }
}
