package io.greenqr.issue.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.issue.key.PassSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes the cards which tell turnstiles without network that a trust list is still the newest.
 * {@link FreshnessCard#text} is what a QR symbol is drawn of.
 */
public final class FreshnessCards {
  /** The longest validity of a card, and the usual one. */
  public static final Duration VALIDITY = Duration.ofSeconds(FormatLimits.MAX_CARD_SECONDS);

  private final RootDocument root;
  private final TrustListDocument list;
  private final byte[] digest;

  private FreshnessCards(RootDocument root, TrustListDocument list, byte[] digest) {
    this.root = root;
    this.list = list;
    this.digest = digest;
  }

  /**
   * Cards for a published list under the newest root.
   *
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT, LIST_ROOT,
   *     SIGNATURES_MISSING
   */
  public static FreshnessCards of(SchemeRoots roots, SignedDocument trustList)
      throws PublishException {
    return new FreshnessCards(
        roots.newest(), BundlePublisher.readNewest(roots, trustList), trustList.digest());
  }

  /**
   * A card without signatures. It does not outlast the list nor its root, whatever is asked for:
   * gates would not believe it.
   *
   * @param issuedAt rounded down to whole seconds; not before the list was made
   * @param validity at most {@link #VALIDITY}
   * @throws PublishException TIMES; ISSUED_BEFORE_PREVIOUS if the list is from later; CLOSED if it
   *     has ended
   */
  public DocumentDraft draft(Instant issuedAt, Duration validity) throws PublishException {
    Instant start = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    PublishException.require(
        !validity.isNegative() && validity.compareTo(VALIDITY) <= 0,
        PublishFault.TIMES,
        "validity");
    PublishException.require(
        !start.isBefore(list.issuedAt()), PublishFault.ISSUED_BEFORE_PREVIOUS, "freshness-card");
    Instant end = list.closes().isBefore(root.expires()) ? list.closes() : root.expires();
    PublishException.require(start.isBefore(end), PublishFault.CLOSED, list.version());
    Instant asked = issuedAt.plus(validity).truncatedTo(ChronoUnit.SECONDS);
    try {
      return DocumentDraft.of(
          FreshnessCard.of(
              root.environment(),
              list.version(),
              digest,
              start,
              asked.isBefore(end) ? asked : end));
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /**
   * A card for a day, signed by a key that holds the role alone.
   *
   * @throws PublishException as {@link #draft} and {@link DocumentDraft#sign} do;
   *     SIGNATURES_MISSING if the key does not hold the role, or not alone
   */
  public SignedDocument issue(PassSigner signer, Instant issuedAt) throws PublishException {
    return draft(issuedAt, VALIDITY).sign(signer).complete(root.role(Role.FRESHNESS));
  }

  /** The list. */
  @Override
  public String toString() {
    return "FreshnessCards[" + list + "]";
  }
}
