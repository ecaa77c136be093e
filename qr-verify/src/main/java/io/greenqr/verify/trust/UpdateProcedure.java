package io.greenqr.verify.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.HeldList;
import io.greenqr.format.trust.HeldTrust;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From what is held and a bundle to what is held next: the steps of docs/spec/trust.md section 11,
 * in their order. The first that fails refuses the whole bundle.
 */
final class UpdateProcedure {
  private final TrustState before;
  private final TrustBundle bundle;

  private UpdateProcedure(TrustState before, TrustBundle bundle) {
    this.before = before;
    this.bundle = bundle;
  }

  /** The state after the bundle; {@code before} itself if it holds all of it already. */
  static TrustState apply(TrustState before, byte[] bundle) throws TrustException {
    try {
      return new UpdateProcedure(before, TrustBundle.parse(bundle)).run();
    } catch (FormatException e) {
      throw new TrustException(e);
    }
  }

  private TrustState run() throws TrustException, FormatException {
    List<RootDocument> roots = new ArrayList<>();
    for (SignedDocument root : bundle.roots()) {
      roots.add(RootDocument.decode(root.unverifiedPayload()));
    }
    TrustListDocument list = TrustListDocument.decode(bundle.trustList().unverifiedPayload());
    List<SignedDocument> chain = new ArrayList<>(before.held().roots());
    RootDocument root = rotate(roots, chain);
    requireList(bundle.trustList(), list, root);
    requireNotOlder(list);
    requirePinsNotOlder(list);
    TrustedKeys.of(list);
    HeldStatus status = new HeldStatus(before.held().statusLists(), list);
    status.apply(bundle, root);
    HeldTrust held =
        HeldTrust.of(
            chain,
            sameList() ? before.held().trustList().orElse(bundle.trustList()) : bundle.trustList(),
            sameList() ? before.held().card().orElse(null) : null,
            superseding(list, root),
            status.lists(),
            documents(list));
    return before.with(held, root, list);
  }

  /** Steps 2 to 6: the newest root; {@code chain} grows to it. */
  private RootDocument rotate(List<RootDocument> roots, List<SignedDocument> chain)
      throws TrustException, FormatException {
    for (RootDocument root : roots) {
      if (root.environment() != before.root().environment()) {
        throw new TrustException(TrustFault.ENVIRONMENT_MISMATCH);
      }
    }
    RootDocument held = before.root();
    if (roots.get(roots.size() - 1).version() < held.version()) {
      throw new TrustException(TrustFault.ROOT_ROLLBACK);
    }
    for (int i = 0; i < roots.size(); i++) {
      if (roots.get(i).version() == held.version()
          && !bundle.roots().get(i).equals(chain.get(chain.size() - 1))) {
        throw new TrustException(TrustFault.ROOT_MISMATCH);
      }
    }
    requireNoGap(roots, held);
    RootDocument newest = held;
    for (int i = 0; i < roots.size(); i++) {
      RootDocument root = roots.get(i);
      if (root.version() > newest.version()) {
        requireSuccessor(bundle.roots().get(i), root, newest);
        chain.add(bundle.roots().get(i));
        newest = root;
      }
    }
    if (chain.size() > FormatLimits.MAX_BUNDLE_ROOTS) {
      throw new FormatException(FormatFault.COUNT_RANGE, 0);
    }
    return newest;
  }

  private static void requireNoGap(List<RootDocument> roots, RootDocument held)
      throws TrustException {
    boolean gap = roots.get(0).version() > held.version() + 1;
    for (int i = 1; i < roots.size(); i++) {
      gap |= roots.get(i).version() != roots.get(i - 1).version() + 1;
    }
    if (gap) {
      throw new TrustException(TrustFault.ROOT_GAP);
    }
  }

  /**
   * Whether {@code next} may take the place of {@code root}: the holders of both root roles say so.
   * With the old ones alone a new root could name anyone; with the new ones alone anyone could name
   * himself.
   */
  static void requireSuccessor(SignedDocument signed, RootDocument next, RootDocument root)
      throws TrustException {
    if (next.version() != root.version() + 1) {
      throw new TrustException(TrustFault.ROOT_GAP);
    }
    if (next.environment() != root.environment()) {
      throw new TrustException(TrustFault.ENVIRONMENT_MISMATCH);
    }
    TrustSignatures.require(signed, root, Role.ROOT, TrustFault.ROOT_SIGNATURES);
    TrustSignatures.require(signed, next, Role.ROOT, TrustFault.ROOT_SIGNATURES);
  }

  /** Steps 7 to 9. */
  static void requireList(SignedDocument signed, TrustListDocument list, RootDocument root)
      throws TrustException {
    if (list.environment() != root.environment()) {
      throw new TrustException(TrustFault.ENVIRONMENT_MISMATCH);
    }
    if (list.version().rootVersion() != root.version()) {
      throw new TrustException(TrustFault.LIST_ROOT);
    }
    TrustSignatures.require(signed, root, Role.LIST, TrustFault.LIST_SIGNATURES);
  }

  /** Steps 10 and 11. */
  private void requireNotOlder(TrustListDocument list) throws TrustException {
    TrustListDocument held = before.list();
    if (held == null) {
      return;
    }
    int order = list.version().compareTo(held.version());
    if (order < 0) {
      throw new TrustException(TrustFault.LIST_ROLLBACK);
    }
    if (order == 0 && !sameList()) {
      throw new TrustException(TrustFault.LIST_EQUIVOCATION);
    }
  }

  private boolean sameList() {
    return before.held().trustList().map(it -> it.equals(bundle.trustList())).orElse(false);
  }

  /**
   * Step 12. An old status list is signed for good: whoever has only the keys that pin could lift
   * every revocation by pinning it again.
   */
  private void requirePinsNotOlder(TrustListDocument list) throws TrustException {
    TrustListDocument held = before.list();
    if (held == null || held.version().rootVersion() != list.version().rootVersion()) {
      return;
    }
    Map<Integer, StatusPin> lists = new TreeMap<>();
    list.statusPins().forEach(pin -> lists.put(pin.list(), pin));
    for (StatusPin old : held.statusPins()) {
      StatusPin pin = lists.getOrDefault(old.list(), old);
      requireNotOlder(old.version(), old.equals(pin), pin.version());
    }
    Map<String, DocumentPin> documents = new TreeMap<>();
    list.documentPins().forEach(pin -> documents.put(key(pin.kind(), pin.name()), pin));
    for (DocumentPin old : held.documentPins()) {
      DocumentPin pin = documents.getOrDefault(key(old.kind(), old.name()), old);
      requireNotOlder(old.version(), old.equals(pin), pin.version());
    }
  }

  private static void requireNotOlder(long oldVersion, boolean same, long version)
      throws TrustException {
    if (version < oldVersion || (version == oldVersion && !same)) {
      throw new TrustException(TrustFault.PIN_ROLLBACK);
    }
  }

  /**
   * The newer list that a card told of, unless this is it. A new root forgets what cards of the old
   * one told: it may be the answer to a stolen freshness key.
   */
  private @Nullable TrustVersion superseding(TrustListDocument list, RootDocument root) {
    return before
        .held()
        .superseding()
        .filter(newer -> root.version() == before.root().version())
        .filter(newer -> newer.compareTo(list.version()) > 0)
        .orElse(null);
  }

  /** Step 16: the documents in force, from the bundle or as held. */
  private Collection<BundledDocument> documents(TrustListDocument list) throws TrustException {
    Map<String, BundledDocument> candidates = new TreeMap<>();
    before.held().documents().forEach(held -> candidates.put(key(held.kind(), held.name()), held));
    Map<String, DocumentPin> pins = documentPins(list);
    for (BundledDocument document : bundle.documents()) {
      String key = key(document.kind(), document.name());
      if (!isPinned(document, pins.get(key))) {
        throw new TrustException(TrustFault.NOT_PINNED);
      }
      candidates.put(key, document);
    }
    candidates.entrySet().removeIf(it -> !isPinned(it.getValue(), pins.get(it.getKey())));
    return candidates.values();
  }

  /**
   * Whether what a stored state has beside {@code list} is what an update to that list leaves: the
   * documents pinned, and status lists that are pinned in this or another version.
   */
  static void requirePinned(HeldTrust held, TrustListDocument list) throws TrustException {
    Map<String, DocumentPin> pins = documentPins(list);
    for (BundledDocument document : held.documents()) {
      if (!isPinned(document, pins.get(key(document.kind(), document.name())))) {
        throw new TrustException(TrustFault.NOT_PINNED);
      }
    }
    Set<Integer> numbers = new HashSet<>();
    list.statusPins().forEach(pin -> numbers.add(pin.list()));
    for (HeldList status : held.statusLists()) {
      if (!numbers.contains(status.list())) {
        throw new TrustException(TrustFault.NOT_PINNED);
      }
    }
  }

  private static Map<String, DocumentPin> documentPins(TrustListDocument list) {
    Map<String, DocumentPin> pins = new TreeMap<>();
    list.documentPins().forEach(pin -> pins.put(key(pin.kind(), pin.name()), pin));
    return pins;
  }

  /** A text that sorts as kind and name do. */
  private static String key(int kind, String name) {
    return (char) kind + name;
  }

  private static boolean isPinned(BundledDocument document, @Nullable DocumentPin pin) {
    return pin != null && Arrays.equals(document.pin(pin.version()).digest(), pin.digest());
  }
}
