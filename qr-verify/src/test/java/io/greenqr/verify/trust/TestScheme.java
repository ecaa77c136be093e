package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.TestPasses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scheme with 2 of 3 root keys, 2 list keys, a status key, a freshness key and a policy key. Each
 * document has a form that is right; tests change what they are about.
 */
public final class TestScheme {
  /** When the lists are used: an hour after they were made. */
  public static final Instant NOW = TestPasses.NOW;

  /** When roots and lists were made. */
  public static final Instant ISSUED = NOW.minus(Duration.ofHours(1));

  /** From when on lists are stale. */
  public static final Instant EXPIRES = NOW.plus(Duration.ofDays(1));

  /** From when on status lists say nothing. */
  public static final Instant STATUS_EXPIRES = NOW.plus(Duration.ofDays(2));

  /** From when on lists are closed. */
  public static final Instant CLOSES = NOW.plus(Duration.ofDays(7));

  /** From when on roots are of no use. */
  public static final Instant ROOT_EXPIRES = NOW.plus(Duration.ofDays(365));

  /** Entries of each status list. */
  public static final int ENTRIES = 64;

  /** The issuer in each list. */
  public static final TestIssuer ISSUER = TestIssuer.ed25519(1041);

  private static final Map<Role, List<TestIssuer>> KEYS =
      Map.of(
          Role.ROOT,
          List.of(TestIssuer.ed25519(1001), TestIssuer.p256(1002), TestIssuer.ed25519(1003)),
          Role.LIST,
          List.of(TestIssuer.ed25519(1011), TestIssuer.p256(1012)),
          Role.STATUS,
          List.of(TestIssuer.ed25519(1021)),
          Role.FRESHNESS,
          List.of(TestIssuer.ed25519(1031)),
          Role.POLICY,
          List.of(TestIssuer.p256(1051)));

  private TestScheme() {}

  /** The keys of a role; of the root's two must sign, else all. */
  public static List<TestIssuer> keys(Role role) {
    return KEYS.get(role);
  }

  /** A role of these keys. */
  public static RoleKeys role(int threshold, Collection<TestIssuer> holders) {
    List<CoseKey> keys = new ArrayList<>();
    holders.forEach(holder -> keys.add(holder.key()));
    return RoleKeys.of(threshold, keys);
  }

  /** The roles, to be changed. */
  public static Map<Role, RoleKeys> roles() {
    Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
    KEYS.forEach((role, keys) -> roles.put(role, role(Math.min(2, keys.size()), keys)));
    return roles;
  }

  /** A root, not signed. */
  public static RootDocument root(
      Environment environment, long version, Instant expires, Map<Role, RoleKeys> roles) {
    Map<Integer, RoleKeys> byNumber = new TreeMap<>();
    roles.forEach((role, keys) -> byNumber.put(role.code(), keys));
    return RootDocument.of(environment, version, ISSUED, expires, byNumber);
  }

  /** Root {@code version} with the usual keys, signed by two of three. */
  public static SignedDocument root(long version) {
    return sign(root(Environment.TEST, version, ROOT_EXPIRES, roles()));
  }

  /** The usual list, pinning nothing, to be changed. */
  public static TrustListDocument.Builder list(long root, long version) {
    return list(TrustVersion.of(root, version), ISSUED, EXPIRES, CLOSES)
        .statusExpires(STATUS_EXPIRES);
  }

  /** A list with the one issuer and its status lists' end that of the list. */
  public static TrustListDocument.Builder list(
      TrustVersion version, Instant issued, Instant expires, Instant closes) {
    return TrustListDocument.builder(Environment.TEST, version, issued, expires, closes)
        .key(ISSUER.statement(EnumSet.allOf(ClaimKind.class)).build());
  }

  /** A list of 64 entries of which the first are these. */
  public static StatusListDocument status(int list, long version, PassStatus... first) {
    return StatusListDocument.of(Environment.TEST, list, version, ISSUED, entries(first));
  }

  /** 64 entries of which the first are these. */
  public static StatusEntries entries(PassStatus... first) {
    StatusEntries.Editor entries = StatusEntries.allValid(ENTRIES).edit();
    for (int i = 0; i < first.length; i++) {
      entries.set(i, first[i]);
    }
    return entries.build();
  }

  /** What leads from one list to the other. */
  public static ListChanges changes(StatusListDocument from, StatusListDocument to) {
    return ListChanges.between(
        from.list(), from.version(), from.entries(), to.version(), to.entries());
  }

  /** A delta of these changes. */
  public static SignedDocument delta(ListChanges... changes) {
    byte[] payload = StatusDelta.of(Environment.TEST, ISSUED, Arrays.asList(changes)).encode();
    return sign(DocumentType.STATUS_DELTA, payload, keys(Role.STATUS));
  }

  /** A card for {@code list}. */
  public static FreshnessCard card(SignedDocument list, Instant issued, Instant expires)
      throws Exception {
    TrustVersion version = TrustListDocument.decode(list.unverifiedPayload()).version();
    return FreshnessCard.of(Environment.TEST, version, list.digest(), issued, expires);
  }

  /** The text of a card that the freshness key signed. */
  public static String text(FreshnessCard card) {
    return FreshnessCard.text(
        sign(DocumentType.FRESHNESS_CARD, card.encode(), keys(Role.FRESHNESS)));
  }

  /** Signed by two of the three root keys. */
  public static SignedDocument sign(RootDocument root) {
    return sign(DocumentType.ROOT, root.encode(), keys(Role.ROOT).subList(0, 2));
  }

  /** Signed by both list keys. */
  public static SignedDocument sign(TrustListDocument list) {
    return sign(DocumentType.TRUST_LIST, list.encode(), keys(Role.LIST));
  }

  /** Signed by the status key. */
  public static SignedDocument sign(StatusListDocument list) {
    return sign(DocumentType.STATUS_LIST, list.encode(), keys(Role.STATUS));
  }

  /** Signed by the policy key. */
  public static SignedDocument sign(PolicyDocument policy) {
    return sign(DocumentType.POLICY, policy.encode(), keys(Role.POLICY));
  }

  /** Any payload, signed by anyone. */
  public static SignedDocument sign(
      DocumentType type, byte[] payload, Collection<TestIssuer> signers) {
    SignedDocument draft = SignedDocument.of(type, payload, List.of());
    List<DocumentSignature> signatures = new ArrayList<>();
    for (TestIssuer signer : signers) {
      byte[] signature = signer.signature(draft.toBeSigned(signer.key()));
      signatures.add(DocumentSignature.of(signer.key(), signature));
    }
    return SignedDocument.of(type, payload, signatures);
  }

  /** The anchor: root 1. */
  public static TrustAnchor anchor() throws TrustException {
    return TrustAnchor.of(root(1).bytes());
  }

  /** A verifier that holds nothing but root 1. */
  public static TrustSync sync() throws TrustException {
    return TrustSync.open(anchor(), TrustStore.inMemory());
  }

  /** A verifier that took {@code bundle}. */
  public static TrustSync sync(TestBundle bundle) throws TrustException {
    TrustSync sync = sync();
    TrustUpdate update = sync.apply(bundle.bytes());
    if (!update.code().equals("UPDATED")) {
      throw new IllegalStateException(update.toString());
    }
    return sync;
  }
}
