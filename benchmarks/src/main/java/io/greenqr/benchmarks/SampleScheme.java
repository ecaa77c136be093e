package io.greenqr.benchmarks;

import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A scheme with so many passes, a share of which is not valid, and days on which some change.
 *
 * <p>Indexes are random, as the allocator gives them. Of the passes that are not valid three in
 * four are suspended and one is revoked.
 */
final class SampleScheme {
  private static final int SHARD = FormatLimits.STATUS_SHARD_ENTRIES;

  private final SigningKey key = SigningKey.generate(SignatureAlgorithm.ESP256);
  private final SplittableRandom random;
  private final IssuerKey issuer;
  private final SignedDocument root;
  private final int passes;
  private final List<StatusEntries> lists = new ArrayList<>();
  private long version = 1;

  SampleScheme(IssuerKey issuer, int passes, double notValid, long seed) throws SigningException {
    this.random = new SplittableRandom(seed);
    this.issuer = issuer;
    this.passes = passes;
    RoleKeys role = RoleKeys.of(1, List.of(key.publicKey()));
    Map<Integer, RoleKeys> roles = new HashMap<>();
    for (Role each : Role.values()) {
      roles.put(each.code(), role);
    }
    this.root =
        sign(
            DocumentType.ROOT,
            RootDocument.of(
                    Environment.TEST,
                    1,
                    SampleIssuer.NOW,
                    SampleIssuer.NOW.plus(Duration.ofDays(3650)),
                    roles)
                .encode());
    for (int i = 0; i < (passes + SHARD - 1) / SHARD; i++) {
      lists.add(StatusEntries.allValid(SHARD));
    }
    change((int) (passes * notValid));
  }

  /** Changes the status of {@code count} passes, different ones, at random. */
  private void change(int count) {
    List<StatusEntries.Editor> editors = new ArrayList<>();
    lists.forEach(list -> editors.add(list.edit()));
    BitSet changed = new BitSet(passes);
    for (int left = count; left > 0; ) {
      int pass = random.nextInt(passes);
      if (!changed.get(pass)) {
        changed.set(pass);
        StatusEntries list = lists.get(pass / SHARD);
        editors.get(pass / SHARD).set(pass % SHARD, other(list.get(pass % SHARD)));
        left--;
      }
    }
    for (int i = 0; i < lists.size(); i++) {
      lists.set(i, editors.get(i).build());
    }
  }

  /** Suspended passes are let go, valid ones stopped. */
  private PassStatus other(PassStatus status) {
    if (status == PassStatus.SUSPENDED) {
      return PassStatus.VALID;
    }
    return random.nextInt(4) == 0 ? PassStatus.REVOKED : PassStatus.SUSPENDED;
  }

  /** The next day, on which {@code count} passes change: the partial bundle that says so. */
  TrustBundle nextDay(int count) throws SigningException {
    List<StatusEntries> before = new ArrayList<>(lists);
    change(count);
    version++;
    List<ListChanges> changes = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      changes.add(ListChanges.between(i, version - 1, before.get(i), version, lists.get(i)));
    }
    SignedDocument delta =
        sign(
            DocumentType.STATUS_DELTA,
            StatusDelta.of(Environment.TEST, SampleIssuer.NOW, changes).encode());
    return TrustBundle.of(List.of(root), trustList(), List.of(), List.of(delta), List.of());
  }

  /** Everything as of today. */
  TrustBundle complete() throws SigningException {
    List<SignedDocument> documents = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      documents.add(sign(DocumentType.STATUS_LIST, document(i).encode()));
    }
    return TrustBundle.of(List.of(root), trustList(), documents, List.of(), List.of());
  }

  private StatusListDocument document(int list) {
    return StatusListDocument.of(
        Environment.TEST, list, version, SampleIssuer.NOW, lists.get(list));
  }

  private SignedDocument trustList() throws SigningException {
    Instant issuedAt = SampleIssuer.NOW;
    TrustListDocument.Builder list =
        TrustListDocument.builder(
                Environment.TEST,
                TrustVersion.of(1, version),
                issuedAt,
                issuedAt.plus(Duration.ofDays(7)),
                issuedAt.plus(Duration.ofDays(14)))
            .key(issuer);
    for (int i = 0; i < lists.size(); i++) {
      list.status(document(i).pin());
    }
    return sign(DocumentType.TRUST_LIST, list.build().encode());
  }

  private SignedDocument sign(DocumentType type, byte[] payload) throws SigningException {
    SignedDocument draft = SignedDocument.of(type, payload, List.of());
    byte[] signature = key.signer().sign(draft.toBeSigned(key.publicKey()));
    return draft.with(DocumentSignature.of(key.publicKey(), signature));
  }

  byte[] rootBytes() {
    return root.bytes();
  }
}
