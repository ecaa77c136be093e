package io.greenqr.cli;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.trust.BundlePublisher;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.ListTimes;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.RootEditor;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.TrustListEditor;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A scheme that exists in memory only, with one status list. */
final class SimulatedScheme {
  /** The place of a pass that holds in some places only. */
  static final StatusReference RESTRICTED = StatusReference.of(0, 1);

  private static final int ENTRIES = 4;
  private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);

  private SimulatedScheme() {}

  /** Trust in one key that was published this very second. */
  static TrustList trust(IssuerKey issuer, Instant now) {
    try {
      SchemeRoots roots = SchemeRoots.first(root(now).sign(KEY.signer()));
      StatusListDocument statuses =
          StatusListDocument.of(
              Environment.TEST,
              RESTRICTED.list(),
              1,
              now,
              StatusEntries.allValid(ENTRIES)
                  .edit()
                  .set(RESTRICTED.index(), PassStatus.RESTRICTED)
                  .build());
      ListTimes times = ListTimes.of(now, Duration.ofDays(2), Duration.ofDays(14));
      SignedDocument list =
          signed(TrustListEditor.first(roots).add(issuer).pin(statuses).draft(times), roots);
      byte[] bundle =
          BundlePublisher.of(roots, list, Clock.fixed(now, ZoneOffset.UTC))
              .status(signed(DocumentDraft.of(statuses), roots))
              .complete()
              .bytes();
      TrustSync sync =
          TrustSync.open(TrustAnchor.of(roots.documents().get(0).bytes()), TrustStore.inMemory());
      if (sync.apply(bundle) instanceof TrustUpdate.Refused refused) {
        throw new IllegalStateException("a scheme that refuses itself: " + refused.fault());
      }
      return sync.trust();
    } catch (PublishException | TrustException e) {
      throw new IllegalStateException("a scheme that refuses itself", e);
    }
  }

  private static DocumentDraft root(Instant now) throws PublishException {
    RootEditor root = RootEditor.first(Environment.TEST);
    for (Role role : List.of(Role.ROOT, Role.LIST, Role.STATUS, Role.FRESHNESS)) {
      root.role(role, 1, List.of(KEY.publicKey()));
    }
    return root.draft(now, now.plus(Duration.ofDays(30)));
  }

  private static SignedDocument signed(DocumentDraft draft, SchemeRoots roots)
      throws PublishException {
    Role role = draft.type() == DocumentType.STATUS_LIST ? Role.STATUS : Role.LIST;
    return draft.sign(KEY.signer()).complete(roots.newest().role(role));
  }
}
