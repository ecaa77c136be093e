package io.greenqr.format.trust;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A trust list and what it pins, in one file; parsed and <em>not verified</em>.
 *
 * <pre>{@code
 * bundle = [
 *   "GQB1",
 *   [ 1*64 document-bytes ],               ; roots, oldest first, without a gap
 *   document-bytes,                        ; trust list
 *   [ *1024 document-bytes ],              ; status lists, by list number
 *   [ *64 document-bytes ],                ; status deltas, in the order to apply them
 *   [ *256 bundled-document ],             ; other documents, by kind and name
 * ]
 * document-bytes   = bstr .cbor signed-document
 * }</pre>
 *
 * <p>It has no signature of its own: everything in it is signed, or pinned by the trust list.
 */
public final class TrustBundle {
  private static final String MARK = "GQB1";
  private static final int FIELDS = 6;

  private final List<SignedDocument> roots;
  private final SignedDocument trustList;
  private final List<SignedDocument> statusLists;
  private final List<SignedDocument> deltas;
  private final List<BundledDocument> documents;

  private TrustBundle(
      List<SignedDocument> roots,
      SignedDocument trustList,
      List<SignedDocument> statusLists,
      List<SignedDocument> deltas,
      List<BundledDocument> documents) {
    this.roots = Collections.unmodifiableList(new ArrayList<>(roots));
    this.trustList = trustList;
    this.statusLists = Collections.unmodifiableList(new ArrayList<>(statusLists));
    this.deltas = Collections.unmodifiableList(new ArrayList<>(deltas));
    this.documents = Collections.unmodifiableList(new ArrayList<>(documents));
  }

  /**
   * A bundle.
   *
   * @param roots oldest first, without a gap
   * @param statusLists by list number
   * @param deltas in the order to apply them
   * @param documents by kind and name
   * @throws InvalidValueException COUNT_RANGE, or the fault that {@link #parse} finds in it
   */
  public static TrustBundle of(
      List<SignedDocument> roots,
      SignedDocument trustList,
      List<SignedDocument> statusLists,
      List<SignedDocument> deltas,
      List<BundledDocument> documents) {
    TrustBundle bundle = new TrustBundle(roots, trustList, statusLists, deltas, documents);
    try {
      return parse(bundle.bytes());
    } catch (FormatException e) {
      throw new InvalidValueException(e.fault(), "bundle");
    }
  }

  /**
   * Takes a bundle apart; of the payloads nothing is read but the numbers of status lists.
   *
   * @param bytes at most {@link FormatLimits#MAX_BUNDLE_BYTES}
   * @throws FormatException DOCUMENT_TOO_LONG, BUNDLE_MARK, or a fault of layer CBOR, ENVELOPE,
   *     PAYLOAD or DOCUMENT; offsets are bytes
   */
  public static TrustBundle parse(byte[] bytes) throws FormatException {
    if (bytes.length > FormatLimits.MAX_BUNDLE_BYTES) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, FormatLimits.MAX_BUNDLE_BYTES);
    }
    return DocumentReader.readMarked(bytes, MARK, FIELDS, TrustBundle::read);
  }

  private static TrustBundle read(DocumentReader in) throws FormatException {
    int count = in.cursor().enterList(1, FormatLimits.MAX_BUNDLE_ROOTS);
    List<SignedDocument> roots = in.documents(count, DocumentType.ROOT);
    SignedDocument trustList = in.document(DocumentType.TRUST_LIST);
    List<SignedDocument> statusLists = readStatusLists(in);
    count = in.cursor().enterList(0, FormatLimits.MAX_BUNDLE_DELTAS);
    List<SignedDocument> deltas = in.documents(count, DocumentType.STATUS_DELTA);
    return new TrustBundle(roots, trustList, statusLists, deltas, BundledDocument.readAll(in));
  }

  /** Of these payloads the number is read, which gives them their order. */
  private static List<SignedDocument> readStatusLists(DocumentReader in) throws FormatException {
    int count = in.cursor().enterList(0, FormatLimits.MAX_STATUS_PINS);
    List<SignedDocument> lists = new ArrayList<>(count);
    int before = -1;
    for (int i = 0; i < count; i++) {
      int at = in.cursor().position();
      SignedDocument list = in.document(DocumentType.STATUS_LIST);
      int number;
      try {
        number = StatusListDocument.numberIn(list.unverifiedPayload());
      } catch (FormatException e) {
        throw new FormatException(e.fault(), at);
      }
      if (number <= before) {
        throw new FormatException(FormatFault.ENTRY_ORDER, at);
      }
      before = number;
      lists.add(list);
    }
    in.cursor().leave();
    return lists;
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    return CborItem.array()
        .add(CborItem.of(MARK))
        .add(items(roots))
        .add(CborItem.of(trustList.bytes()))
        .add(items(statusLists))
        .add(items(deltas))
        .add(BundledDocument.items(documents))
        .encode();
  }

  static CborItem items(List<SignedDocument> documents) {
    CborItem items = CborItem.array();
    documents.forEach(document -> items.add(CborItem.of(document.bytes())));
    return items;
  }

  /** The roots, oldest first; unmodifiable. */
  public List<SignedDocument> roots() {
    return roots;
  }

  /** The trust list. */
  public SignedDocument trustList() {
    return trustList;
  }

  /** The status lists; unmodifiable. */
  public List<SignedDocument> statusLists() {
    return statusLists;
  }

  /** The status deltas, in the order to apply them; unmodifiable. */
  public List<SignedDocument> deltas() {
    return deltas;
  }

  /** The other documents; unmodifiable. */
  public List<BundledDocument> documents() {
    return documents;
  }

  /** How many documents of each sort. */
  @Override
  public String toString() {
    return "TrustBundle["
        + roots.size()
        + " roots, "
        + statusLists.size()
        + " status lists, "
        + deltas.size()
        + " deltas, "
        + documents.size()
        + " documents]";
  }
}
