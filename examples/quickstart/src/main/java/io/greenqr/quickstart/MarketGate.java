package io.greenqr.quickstart;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyJson;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.format.policy.Words;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.trust.StatusPublication;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionPolicy;
import io.greenqr.verify.admission.Site;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The gate of a market, where rules decide that came with the trust list: signed, dated, and taken
 * back or replaced without a new version of the gate.
 */
final class MarketGate {
  private final PrintStream out;
  private final Path folder;
  private final Clock clock;

  MarketGate(PrintStream out, Path folder, Clock clock) {
    this.out = out;
    this.folder = folder;
    this.clock = clock;
  }

  void run(IssuerKey statement, String text) throws Exception {
    Scheme scheme = new Scheme(Files.createTempDirectory(folder, "market-"), 4, clock);
    StatusPublication statuses = scheme.statuses();
    SignedDocument policy = scheme.policy(source());
    SignedDocument list = scheme.firstList(statement, statuses, policy);
    byte[] bundle = scheme.complete(list, statuses, policy).bytes();
    TrustList trust = TrustList.open(TrustAnchor.of(scheme.root()), TrustStore.inMemory(), bundle);
    show("now", trust, clock, text);
    show("in 30 hours", trust, Clock.offset(clock, Duration.ofHours(30)), text);
  }

  private static PolicyDocument source() throws Exception {
    try (InputStream in = MarketGate.class.getResourceAsStream("market.json")) {
      if (in == null) {
        throw new IOException("market.json is not in this jar");
      }
      return PolicyJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void show(String when, TrustList trust, Clock clock, String text) {
    PassVerifier verifier = PassVerifier.of(trust, clock);
    // README: admit
    AdmissionPolicy policy = AdmissionPolicy.of(trust, clock);
    List<Verification> shown = verifier.verifyAll(List.of(text));
    Admission admission = policy.evaluate(Site.of("VN-SG", "market"), shown);
    out.printf("   the market, %s: %s%n", when, admission.colour());
    for (Words reason : admission.reasons()) {
      out.printf("      %s%n      %s%n", reason.in(Language.VI), reason.in(Language.EN));
    }
    if (admission.colour() == TrafficLight.GREEN) {
      admission.holdsUntil().ifPresent(time -> out.printf("      holds until %s%n", time));
    }
    // README: end
  }
}
