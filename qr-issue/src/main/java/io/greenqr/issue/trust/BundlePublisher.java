package io.greenqr.issue.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts a trust list and what it pins into the file that checkpoints fetch, after checking all that
 * they will check (docs/spec/trust.md section 11). For use by one thread.
 */
public final class BundlePublisher {
  private final SchemeRoots roots;
  private final SignedDocument trustList;
  private final TrustListDocument list;
  private final Map<Integer, StatusPin> statusPins = new TreeMap<>();
  private final Map<String, DocumentPin> documentPins = new TreeMap<>();
  private final Map<Integer, SignedDocument> statusLists = new TreeMap<>();
  private final Map<SignedDocument, StatusDelta> deltas = new LinkedHashMap<>();
  private final Map<String, BundledDocument> documents = new TreeMap<>();

  private BundlePublisher(SchemeRoots roots, SignedDocument trustList, TrustListDocument list) {
    this.roots = roots;
    this.trustList = trustList;
    this.list = list;
    list.statusPins().forEach(pin -> statusPins.put(pin.list(), pin));
    list.documentPins().forEach(pin -> documentPins.put(PinBoard.name(pin), pin));
  }

  /**
   * Begins the bundle of a trust list.
   *
   * @param clock of the publisher: what is not yet valid, or no more, is not published
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT, LIST_ROOT,
   *     SIGNATURES_MISSING; KEY_UNSOUND, KEY_PRESENT for a key that stands in it twice;
   *     ISSUED_IN_FUTURE, CLOSED
   */
  public static BundlePublisher of(SchemeRoots roots, SignedDocument trustList, Clock clock)
      throws PublishException {
    TrustListDocument list = readNewest(roots, trustList);
    Set<Object> keys = new HashSet<>();
    for (IssuerKey key : list.keys()) {
      CurveVerifier.requireSound(key.key());
      PublishException.require(keys.add(key.key()), PublishFault.KEY_PRESENT, key.key().keyId());
    }
    Instant now = clock.instant();
    RootDocument root = roots.newest();
    PublishException.require(
        !list.issuedAt().isAfter(now) && !root.issuedAt().isAfter(now),
        PublishFault.ISSUED_IN_FUTURE,
        list.version());
    PublishException.require(
        now.isBefore(list.closes()) && now.isBefore(root.expires()),
        PublishFault.CLOSED,
        list.version());
    return new BundlePublisher(roots, trustList, list);
  }

  /** A list under the newest root, signed by the holders of its list role. */
  static TrustListDocument readNewest(SchemeRoots roots, SignedDocument signed)
      throws PublishException {
    TrustListDocument list = DocumentContent.read(signed, TrustListDocument.class);
    PublishException.require(
        list.environment() == roots.environment(), PublishFault.ENVIRONMENT, "trust-list");
    PublishException.require(
        list.version().rootVersion() == roots.newest().version(),
        PublishFault.LIST_ROOT,
        list.version());
    DocumentContent.requireSigned(signed, roots.newest().role(Role.LIST));
    return list;
  }

  /**
   * Adds a status list.
   *
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT, SIGNATURES_MISSING;
   *     PIN_MISMATCH if the trust list does not pin it, or another version
   */
  public BundlePublisher status(SignedDocument signed) throws PublishException {
    StatusListDocument status = read(signed, StatusListDocument.class);
    StatusPin pin = statusPins.get(status.list());
    PublishException.require(
        pin != null && pin.equals(status.pin()), PublishFault.PIN_MISMATCH, status.list());
    statusLists.put(status.list(), signed);
    return this;
  }

  /**
   * Adds a delta, behind those added before. Only a partial bundle has deltas.
   *
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT, SIGNATURES_MISSING
   */
  public BundlePublisher delta(SignedDocument signed) throws PublishException {
    deltas.put(signed, read(signed, StatusDelta.class));
    return this;
  }

  private <T> T read(SignedDocument signed, Class<T> type) throws PublishException {
    RoleKeys status = roots.newest().role(Role.STATUS);
    return DocumentContent.read(signed, type, roots.environment(), status);
  }

  /**
   * Adds a document of another specification.
   *
   * @throws PublishException PIN_MISMATCH if the trust list does not pin it, or other bytes; for a
   *     policy also DOCUMENT_FORMAT, ENVIRONMENT, ROLE_MISSING, SIGNATURES_MISSING
   */
  public BundlePublisher document(BundledDocument document) throws PublishException {
    String name = PinBoard.name(document.kind(), document.name());
    DocumentPin pin = documentPins.get(name);
    if (pin == null || !document.pin(pin.version()).equals(pin)) {
      throw new PublishException(PublishFault.PIN_MISMATCH, name);
    }
    PolicyReview.require(roots.newest(), document, pin.version());
    documents.put(name, document);
    return this;
  }

  /**
   * The bundle with everything that the list pins, for any checkpoint.
   *
   * @throws PublishException PIN_MISSING, DOCUMENT_TOO_LONG
   */
  public TrustBundle complete() throws PublishException {
    return bundle(
        Math.max(1, roots.newest().version() - FormatLimits.MAX_BUNDLE_ROOTS + 1),
        pick(statusPins.keySet(), statusLists),
        List.of(),
        pick(documentPins.keySet(), documents));
  }

  /**
   * The bundle with what has changed since an earlier list, for checkpoints that hold all of that
   * one. Where the deltas lead from what was pinned to what is, they are in it; otherwise the lists
   * are.
   *
   * @param earlier the status lists that the earlier list pinned, as far as deltas shall be used
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT, LIST_ROOT,
   *     SIGNATURES_MISSING for the earlier list; VERSION_NOT_NEWER if it is not earlier;
   *     PIN_MISMATCH if {@code earlier} is not what it pinned, or a delta leads elsewhere than the
   *     new list pins; PIN_MISSING; TOO_MANY roots or deltas; DOCUMENT_TOO_LONG
   */
  public TrustBundle partial(SignedDocument earlierList, Collection<StatusListDocument> earlier)
      throws PublishException {
    TrustListDocument before = TrustListEditor.readList(roots, earlierList);
    PublishException.require(
        before.version().compareTo(list.version()) < 0,
        PublishFault.VERSION_NOT_NEWER,
        list.version());
    DeltaReplay replay = DeltaReplay.start(before, earlier);
    List<SignedDocument> used = new ArrayList<>();
    for (Map.Entry<SignedDocument, StatusDelta> delta : deltas.entrySet()) {
      if (replay.apply(delta.getValue())) {
        used.add(delta.getKey());
      }
    }
    replay.requirePinned(statusPins);
    Set<Integer> changed = new HashSet<>(statusPins.keySet());
    changed.removeIf(
        number -> replay.isReached(number) || before.statusPins().contains(statusPins.get(number)));
    Set<String> changedDocuments = new HashSet<>(documentPins.keySet());
    changedDocuments.removeIf(name -> before.documentPins().contains(documentPins.get(name)));
    return bundle(
        before.version().rootVersion(),
        pick(changed, statusLists),
        used,
        pick(changedDocuments, documents));
  }

  private static <K, V> List<V> pick(Set<K> names, Map<K, V> given) throws PublishException {
    Map<K, V> picked = new TreeMap<>(given);
    picked.keySet().retainAll(names);
    for (K name : names) {
      PublishException.require(picked.containsKey(name), PublishFault.PIN_MISSING, name);
    }
    return List.copyOf(picked.values());
  }

  private TrustBundle bundle(
      long firstRoot,
      List<SignedDocument> status,
      List<SignedDocument> used,
      List<BundledDocument> others)
      throws PublishException {
    List<BundledDocument> ordered = new ArrayList<>(others);
    ordered.sort(
        Comparator.comparingInt(BundledDocument::kind).thenComparing(BundledDocument::name));
    try {
      return TrustBundle.of(roots.since(firstRoot), trustList, status, used, ordered);
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /** The list, and what was added. */
  @Override
  public String toString() {
    return "BundlePublisher["
        + list
        + ", with "
        + statusLists.size()
        + " status lists, "
        + deltas.size()
        + " deltas, "
        + documents.size()
        + " documents]";
  }
}
