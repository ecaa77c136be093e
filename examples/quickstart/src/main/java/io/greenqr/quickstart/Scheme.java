package io.greenqr.quickstart;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.trust.BundlePublisher;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.ListTimes;
import io.greenqr.issue.trust.RootEditor;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.StatusPublication;
import io.greenqr.issue.trust.StatusRegister;
import io.greenqr.issue.trust.TrustListEditor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The authority that says which keys to trust and which passes were stopped.
 *
 * <p>Two people hold the root, and both must sign; in life each has the key in a token of their own
 * (docs/operations.md).
 */
final class Scheme {
  private final SigningKey minister = SigningKey.generate(SignatureAlgorithm.ESP256);
  private final SigningKey auditor = SigningKey.generate(SignatureAlgorithm.ESP256);
  private final SigningKey daily = SigningKey.generate(SignatureAlgorithm.ED25519);
  private final Clock clock;
  private final SchemeRoots roots;
  private final StatusRegister register;

  /** With one status list of {@code entries} entries, kept in {@code folder}. */
  Scheme(Path folder, int entries, Clock clock) throws Exception {
    this.clock = clock;
    this.roots = ceremony();
    this.register = StatusRegister.create(folder.resolve("statuses.gqr"), Environment.TEST);
    register.newList(0, entries);
  }

  private SchemeRoots ceremony() throws Exception {
    // README: ceremony
    DocumentDraft root =
        RootEditor.first(Environment.TEST)
            .role(Role.ROOT, 2, List.of(minister.publicKey(), auditor.publicKey()))
            .role(Role.LIST, 1, List.of(daily.publicKey()))
            .role(Role.STATUS, 1, List.of(daily.publicKey()))
            .role(Role.FRESHNESS, 1, List.of(daily.publicKey()))
            .role(Role.POLICY, 1, List.of(minister.publicKey()))
            .draft(clock.instant(), clock.instant().plus(Duration.ofDays(3650)));
    byte[] file = root.sign(minister.signer()).bytes();
    // The file travels to the second holder, who looks at it and signs as well.
    DocumentDraft signed = DocumentDraft.read(file).sign(auditor.signer());
    return SchemeRoots.first(signed);
    // README: end
  }

  /** What a checkpoint is delivered with. */
  byte[] root() {
    return roots.documents().get(0).bytes();
  }

  /** The first trust list, with the key of an issuer, and policies that it puts in force. */
  SignedDocument firstList(IssuerKey issuer, StatusPublication statuses, SignedDocument... policies)
      throws Exception {
    TrustListEditor editor = TrustListEditor.first(roots).add(issuer);
    for (SignedDocument policy : policies) {
      editor.pinPolicy(policy);
    }
    return list(editor, statuses);
  }

  /** A policy, signed by who answers for it. */
  SignedDocument policy(PolicyDocument policy) throws Exception {
    DocumentDraft draft = DocumentDraft.of(policy).sign(minister.signer());
    return draft.complete(roots.newest().find(Role.POLICY).orElseThrow());
  }

  /** The trust list after {@code before}, with other statuses. */
  SignedDocument nextList(SignedDocument before, StatusPublication statuses) throws Exception {
    return list(TrustListEditor.after(roots, before), statuses);
  }

  private SignedDocument list(TrustListEditor editor, StatusPublication statuses) throws Exception {
    for (StatusListDocument list : statuses.lists()) {
      editor.pin(list);
    }
    ListTimes times = ListTimes.of(clock.instant(), Duration.ofDays(2), Duration.ofDays(14));
    return editor.draft(times).sign(daily.signer()).complete(roots.newest().role(Role.LIST));
  }

  /** The statuses that have changed since the last time. */
  StatusPublication statuses() throws Exception {
    return register.publish(clock.instant());
  }

  void set(StatusReference pass, PassStatus status) throws Exception {
    register.set(pass, status);
  }

  /** Everything, for a checkpoint that has nothing. */
  TrustBundle complete(
      SignedDocument trustList, StatusPublication statuses, SignedDocument... policies)
      throws Exception {
    BundlePublisher bundle = BundlePublisher.of(roots, trustList, clock);
    for (StatusListDocument list : statuses.lists()) {
      bundle.status(signed(DocumentDraft.of(list)));
    }
    for (SignedDocument policy : policies) {
      String name = DocumentDraft.of(policy).content(PolicyDocument.class).name();
      bundle.document(BundledDocument.of(PolicyDocument.PIN_KIND, name, policy.bytes()));
    }
    return bundle.complete();
  }

  /** What has changed, for a checkpoint that has {@code before}. */
  TrustBundle partial(
      SignedDocument trustList,
      StatusPublication statuses,
      SignedDocument before,
      StatusPublication statusesBefore)
      throws Exception {
    BundlePublisher bundle = BundlePublisher.of(roots, trustList, clock);
    for (StatusDelta delta : statuses.deltas()) {
      bundle.delta(signed(DocumentDraft.of(delta)));
    }
    return bundle.partial(before, statusesBefore.lists());
  }

  private SignedDocument signed(DocumentDraft draft) throws Exception {
    return draft.sign(daily.signer()).complete(roots.newest().role(Role.STATUS));
  }
}
