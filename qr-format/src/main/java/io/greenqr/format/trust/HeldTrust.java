package io.greenqr.format.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a verifier holds of a scheme, as one value that is stored and replaced whole.
 *
 * <pre>{@code
 * held-trust = [
 *   "GQH1",
 *   [ 1*64 document-bytes ],               ; roots from the anchor on
 *   document-bytes / null,                 ; trust list in force
 *   document-bytes / null,                 ; freshness card for it
 *   trust-version / null,                  ; a newer list that a card told of
 *   [ *1024 held-list ],                   ; by list number
 *   [ *256 bundled-document ],             ; by kind and name
 * ]
 * trust-version = [ rootVersion, version ]
 * }</pre>
 */
public final class HeldTrust {
  /** Bytes of the stored form: all lists and documents of two bundles. */
  public static final int MAX_BYTES = 2 * FormatLimits.MAX_BUNDLE_BYTES;

  private static final String MARK = "GQH1";
  private static final int FIELDS = 7;

  private final List<SignedDocument> roots;
  private final @Nullable SignedDocument trustList;
  private final @Nullable SignedDocument card;
  private final @Nullable TrustVersion superseding;
  private final List<HeldList> statusLists;
  private final List<BundledDocument> documents;

  private HeldTrust(
      List<SignedDocument> roots,
      @Nullable SignedDocument trustList,
      @Nullable SignedDocument card,
      @Nullable TrustVersion superseding,
      Collection<HeldList> statusLists,
      Collection<BundledDocument> documents) {
    this.roots = Collections.unmodifiableList(new ArrayList<>(roots));
    this.trustList = trustList;
    this.card = card;
    this.superseding = superseding;
    this.statusLists = Collections.unmodifiableList(new ArrayList<>(statusLists));
    this.documents = Collections.unmodifiableList(new ArrayList<>(documents));
    // What is stored and cannot be read again would end the verifier.
    InvalidValueException.require(
        !roots.isEmpty() && roots.size() <= FormatLimits.MAX_BUNDLE_ROOTS,
        FormatFault.COUNT_RANGE,
        "roots");
    requireOrder(
        this.statusLists,
        FormatLimits.MAX_STATUS_PINS,
        (a, b) -> Integer.compare(a.list(), b.list()),
        "statusLists");
    requireOrder(
        this.documents, FormatLimits.MAX_DOCUMENT_PINS, BundledDocument::compareName, "documents");
  }

  private static <T> void requireOrder(
      List<T> entries, int most, Comparator<T> order, String field) {
    InvalidValueException.require(entries.size() <= most, FormatFault.COUNT_RANGE, field);
    for (int i = 1; i < entries.size(); i++) {
      InvalidValueException.require(
          order.compare(entries.get(i - 1), entries.get(i)) < 0, FormatFault.ENTRY_ORDER, field);
    }
  }

  /** A root, and nothing else yet. */
  public static HeldTrust of(SignedDocument root) {
    return new HeldTrust(
        Collections.singletonList(root),
        null,
        null,
        null,
        Collections.emptyList(),
        Collections.emptyList());
  }

  /**
   * What is held after an update; a card of the list before is not kept.
   *
   * @param roots 1 to {@link FormatLimits#MAX_BUNDLE_ROOTS}
   * @param statusLists by list number
   * @param documents by kind and name
   * @throws InvalidValueException COUNT_RANGE, ENTRY_ORDER
   */
  public static HeldTrust of(
      List<SignedDocument> roots,
      SignedDocument trustList,
      @Nullable SignedDocument card,
      @Nullable TrustVersion superseding,
      Collection<HeldList> statusLists,
      Collection<BundledDocument> documents) {
    return new HeldTrust(roots, trustList, card, superseding, statusLists, documents);
  }

  /** The same with another card. */
  public HeldTrust withCard(SignedDocument newCard) {
    return new HeldTrust(roots, trustList, newCard, superseding, statusLists, documents);
  }

  /** The same, and a newer list is known to exist. */
  public HeldTrust supersededBy(TrustVersion newer) {
    return new HeldTrust(roots, trustList, card, newer, statusLists, documents);
  }

  /**
   * Reads the stored form.
   *
   * @throws FormatException DOCUMENT_TOO_LONG, BUNDLE_MARK, or a fault of layer CBOR, ENVELOPE or
   *     DOCUMENT; offsets are bytes
   */
  public static HeldTrust parse(byte[] bytes) throws FormatException {
    if (bytes.length > MAX_BYTES) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, MAX_BYTES);
    }
    return DocumentReader.readMarked(bytes, MARK, FIELDS, HeldTrust::read);
  }

  private static HeldTrust read(DocumentReader in) throws FormatException {
    int count = in.cursor().enterList(1, FormatLimits.MAX_BUNDLE_ROOTS);
    List<SignedDocument> roots = in.documents(count, DocumentType.ROOT);
    SignedDocument trustList = in.cursor().skipNull() ? null : in.document(DocumentType.TRUST_LIST);
    SignedDocument card = in.cursor().skipNull() ? null : in.document(DocumentType.FRESHNESS_CARD);
    TrustVersion superseding = null;
    if (!in.cursor().skipNull()) {
      in.cursor().enterRecord(2, 2);
      superseding = in.trustVersion();
      in.cursor().leave();
    }
    count = in.cursor().enterList(0, FormatLimits.MAX_STATUS_PINS);
    List<HeldList> lists = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = in.cursor().position();
      HeldList list = HeldList.read(in);
      if (i > 0 && lists.get(i - 1).list() >= list.list()) {
        throw new FormatException(FormatFault.ENTRY_ORDER, at);
      }
      lists.add(list);
    }
    in.cursor().leave();
    return new HeldTrust(roots, trustList, card, superseding, lists, BundledDocument.readAll(in));
  }

  /**
   * The stored form.
   *
   * @throws InvalidValueException DOCUMENT_TOO_LONG
   */
  public byte[] bytes() {
    CborItem lists = CborItem.array();
    statusLists.forEach(list -> lists.add(list.item()));
    byte[] bytes =
        CborItem.array()
            .add(CborItem.of(MARK))
            .add(TrustBundle.items(roots))
            .add(item(trustList))
            .add(item(card))
            .add(
                superseding == null
                    ? CborItem.nothing()
                    : CborItem.array().add(superseding.rootVersion()).add(superseding.version()))
            .add(lists)
            .add(BundledDocument.items(documents))
            .encode();
    InvalidValueException.require(
        bytes.length <= MAX_BYTES, FormatFault.DOCUMENT_TOO_LONG, "state");
    return bytes;
  }

  private static CborItem item(@Nullable SignedDocument document) {
    return document == null ? CborItem.nothing() : CborItem.of(document.bytes());
  }

  /** The roots from the anchor on; unmodifiable. */
  public List<SignedDocument> roots() {
    return roots;
  }

  /** The trust list in force. */
  public Optional<SignedDocument> trustList() {
    return Optional.ofNullable(trustList);
  }

  /** The freshness card for it. */
  public Optional<SignedDocument> card() {
    return Optional.ofNullable(card);
  }

  /** A newer list that is known to exist. */
  public Optional<TrustVersion> superseding() {
    return Optional.ofNullable(superseding);
  }

  /** The status lists, in force or outdated, by number; unmodifiable. */
  public List<HeldList> statusLists() {
    return statusLists;
  }

  /** The other documents in force, by kind and name; unmodifiable. */
  public List<BundledDocument> documents() {
    return documents;
  }

  /** How many of each. */
  @Override
  public String toString() {
    return "HeldTrust[" + roots.size() + " roots, " + statusLists.size() + " status lists]";
  }
}
