package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.ClaimKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Random documents, the same ones for the same seed. Entries are handed in without an order. */
final class TrustGenerator {
  private static final String[] ISSUERS = {
    "A",
    "Sở Y tế Cần Thơ",
    "CDC Đà Nẵng (F1/F2)",
    "ក្រសួងសុខាភិបាល",
    "وزارة الصحة",
    "Z",
    "a",
    "24/7 Lab"
  };

  private final Random random;

  TrustGenerator(long seed) {
    this.random = new Random(seed);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  CoseKey key() {
    return random.nextBoolean() ? CoseKey.ed25519(bytes(32)) : CoseKey.p256(bytes(32), bytes(32));
  }

  Environment environment() {
    return random.nextBoolean() ? Environment.PRODUCTION : Environment.TEST;
  }

  /** Of any bit length alike. */
  long version() {
    return 1 + (random.nextLong() >>> (11 + random.nextInt(53))) % FormatLimits.MAX_VERSION;
  }

  TrustVersion trustVersion() {
    return TrustVersion.of(version(), version());
  }

  private long seconds() {
    return (random.nextLong() >>> (30 + random.nextInt(34))) % (FormatLimits.MAX_NUMERIC_DATE - 10);
  }

  private Instant after(Instant time) {
    long most = FormatLimits.MAX_NUMERIC_DATE - time.getEpochSecond();
    return time.plusSeconds(1 + (random.nextLong() >>> (30 + random.nextInt(34))) % most);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private RoleKeys role() {
    Set<CoseKey> keys = new LinkedHashSet<>();
    int count = 1 + random.nextInt(FormatLimits.MAX_ROLE_KEYS);
    while (keys.size() < count) {
      keys.add(key());
    }
    return RoleKeys.of(1 + random.nextInt(count), keys);
  }

  RootDocument root() {
    Map<Integer, RoleKeys> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      if (role.isRequired() || random.nextBoolean()) {
        roles.put(role.code(), role());
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      roles.put(5 + random.nextInt(59), role());
    }
    Instant issuedAt = Instant.ofEpochSecond(seconds());
    return RootDocument.of(environment(), version(), issuedAt, after(issuedAt), roles);
  }

  private IssuerKey issuerKey() {
    Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    int bits = 1 + random.nextInt(15);
    for (ClaimKind kind : ClaimKind.values()) {
      if ((bits >> (kind.code() - 1) & 1) != 0) {
        kinds.add(kind);
      }
    }
    IssuerKey.Builder builder =
        IssuerKey.builder(ISSUERS[random.nextInt(ISSUERS.length)], key(), kinds);
    Instant first = Instant.ofEpochSecond(seconds());
    if (random.nextBoolean()) {
      builder.notBefore(first);
    }
    if (random.nextBoolean()) {
      builder.notAfter(after(first));
    }
    if (random.nextBoolean()) {
      Instant since = Instant.ofEpochSecond(seconds());
      builder.state(random.nextBoolean() ? KeyState.retired(since) : KeyState.revoked(since));
    }
    return builder.build();
  }

  TrustListDocument trustList() {
    Instant issuedAt = Instant.ofEpochSecond(seconds());
    Instant expires = after(issuedAt);
    Instant statusExpires = after(issuedAt);
    Instant least = later(expires, statusExpires);
    Instant closes =
        random.nextBoolean() || least.getEpochSecond() == FormatLimits.MAX_NUMERIC_DATE
            ? least
            : after(least);
    TrustListDocument.Builder builder =
        TrustListDocument.builder(environment(), trustVersion(), issuedAt, expires, closes)
            .statusExpires(statusExpires);
    for (int i = random.nextInt(12); i > 0; i--) {
      builder.key(issuerKey());
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      builder.status(StatusPin.of(listNumber(), version(), bytes(32)));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      builder.document(DocumentPin.of(1 + random.nextInt(255), name(), version(), bytes(32)));
    }
    return builder.build();
  }

  private int listNumber() {
    return random.nextInt(1 + FormatLimits.MAX_STATUS_LIST) >>> random.nextInt(16);
  }

  private String name() {
    String characters = "ABZaz019-./";
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      name.append(characters.charAt(random.nextInt(characters.length())));
    }
    return name.toString();
  }

  StatusEntries entries(int bytes) {
    byte[] bits = new byte[bytes];
    for (int i = random.nextInt(bytes + 1); i > 0; i--) {
      bits[random.nextInt(bytes)] = (byte) random.nextInt();
    }
    return StatusEntries.ofBits(bits);
  }

  StatusListDocument statusList() {
    return statusList(listNumber());
  }

  private StatusListDocument statusList(int list) {
    return StatusListDocument.of(
        environment(),
        list,
        version(),
        Instant.ofEpochSecond(seconds()),
        entries(1 + random.nextInt(300)));
  }

  StatusDelta delta() {
    Map<Integer, ListChanges> lists = new LinkedHashMap<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      int size = 1 + random.nextInt(200);
      int list = listNumber();
      long from = 1 + version() / 2;
      lists.put(
          list,
          ListChanges.between(
              list, from, entries(size), from + 1 + random.nextInt(99), entries(size)));
    }
    return StatusDelta.of(environment(), Instant.ofEpochSecond(seconds()), lists.values());
  }

  FreshnessCard card() {
    Instant issuedAt = Instant.ofEpochSecond(seconds() / 2);
    return FreshnessCard.of(
        environment(),
        trustVersion(),
        bytes(32),
        issuedAt,
        issuedAt.plusSeconds(1 + random.nextInt(86_400)));
  }

  SignedDocument signed(DocumentType type, byte[] payload) {
    Set<DocumentSignature> signatures = new LinkedHashSet<>();
    for (int i = 1 + random.nextInt(type == DocumentType.FRESHNESS_CARD ? 8 : 32); i > 0; i--) {
      byte[] signature = bytes(64);
      signature[32] &= 0x7f;
      signature[63] &= 0x0f;
      signatures.add(DocumentSignature.of(key(), signature));
    }
    return SignedDocument.of(type, payload, signatures);
  }

  TrustBundle bundle() {
    List<SignedDocument> roots = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      roots.add(signed(DocumentType.ROOT, root().encode()));
    }
    Map<Integer, SignedDocument> lists = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      StatusListDocument list = statusList();
      lists.put(list.list(), signed(DocumentType.STATUS_LIST, list.encode()));
    }
    List<SignedDocument> deltas =
        random.nextBoolean()
            ? Collections.emptyList()
            : List.of(signed(DocumentType.STATUS_DELTA, delta().encode()));
    List<BundledDocument> documents = new ArrayList<>();
    for (int i = random.nextInt(4), kind = 1; i > 0; i--) {
      kind += 1 + random.nextInt(60);
      documents.add(BundledDocument.of(kind, name(), bytes(random.nextInt(300))));
    }
    return TrustBundle.of(
        roots,
        signed(DocumentType.TRUST_LIST, trustList().encode()),
        new ArrayList<>(lists.values()),
        deltas,
        documents);
  }

  HeldTrust held() {
    TrustBundle bundle = bundle();
    Map<Integer, HeldList> lists = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      int list = listNumber();
      lists.put(list, HeldList.of(list, version(), entries(1 + random.nextInt(300))));
    }
    SignedDocument card =
        random.nextBoolean() ? signed(DocumentType.FRESHNESS_CARD, card().encode()) : null;
    return random.nextInt(4) == 0
        ? HeldTrust.of(bundle.roots().get(0))
        : HeldTrust.of(
            bundle.roots(),
            bundle.trustList(),
            card,
            random.nextBoolean() ? trustVersion() : null,
            lists.values(),
            bundle.documents());
  }
}
