package io.greenqr.verify.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.HeldTrust;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a verifier holds, with every signature in it verified. Immutable. */
final class TrustState {
  private final HeldTrust held;
  private final RootDocument root;
  private final @Nullable TrustListDocument list;
  private final @Nullable FreshnessCard card;

  private TrustState(
      HeldTrust held,
      RootDocument root,
      @Nullable TrustListDocument list,
      @Nullable FreshnessCard card) {
    this.held = held;
    this.root = root;
    this.list = list;
    this.card = card;
  }

  /** Nothing but the anchor. */
  static TrustState of(TrustAnchor anchor) {
    return new TrustState(HeldTrust.of(anchor.signed()), anchor.root(), null, null);
  }

  /**
   * Verifies a stored state, all of it: a disk is no better than a network.
   *
   * <p>The anchor must be in it, so that nobody who can write the file can bring a chain of his
   * own. An anchor that is newer than the whole chain came with an update of the application: what
   * is stored stands under a root that is not in force any more, and is left behind. That is no
   * rollback: every list under the new root comes after it in the order of versions.
   */
  static TrustState restore(byte[] stored, TrustAnchor anchor) throws TrustException {
    try {
      HeldTrust held = HeldTrust.parse(stored);
      RootDocument root = restoreRoots(held.roots(), anchor);
      if (root.version() < anchor.version()) {
        return of(anchor);
      }
      SignedDocument signedList = held.trustList().orElse(null);
      if (signedList == null) {
        // No update leaves roots alone: part of the state is gone.
        throw new TrustException(TrustFault.NOT_PINNED);
      }
      TrustListDocument list = TrustListDocument.decode(signedList.unverifiedPayload());
      UpdateProcedure.requireList(signedList, list, root);
      UpdateProcedure.requirePinned(held, list);
      SignedDocument signedCard = held.card().orElse(null);
      FreshnessCard card = signedCard == null ? null : restoreCard(signedCard, root);
      TrustState state = new TrustState(held, root, list, card);
      if (card != null && !state.isForListHeld(card)) {
        // Today's card would keep yesterday's list alive.
        throw new TrustException(TrustFault.CARD_LIST);
      }
      return state;
    } catch (FormatException e) {
      throw new TrustException(TrustFault.STORE_DAMAGED, e);
    } catch (TrustException e) {
      throw new TrustException(TrustFault.STORE_DAMAGED, e);
    }
  }

  private static FreshnessCard restoreCard(SignedDocument signed, RootDocument root)
      throws TrustException, FormatException {
    TrustSignatures.require(signed, root, Role.FRESHNESS, TrustFault.CARD_SIGNATURES);
    return FreshnessCard.decode(signed.unverifiedPayload());
  }

  /** The newest root of a chain that leads there from the anchor, or one older than the anchor. */
  private static RootDocument restoreRoots(List<SignedDocument> chain, TrustAnchor anchor)
      throws TrustException {
    RootDocument root = null;
    for (SignedDocument signed : chain) {
      RootDocument next = TrustSignatures.decodeRoot(signed);
      if (root == null) {
        // Nobody vouches for a first root that is older than the anchor; but a damaged one must
        // not pass for it, or a flipped bit in its version would begin anew from the anchor.
        TrustSignatures.require(signed, next, Role.ROOT, TrustFault.ROOT_SIGNATURES);
      } else {
        UpdateProcedure.requireSuccessor(signed, next, root);
      }
      if (next.version() == anchor.version() && !signed.equals(anchor.signed())) {
        throw new TrustException(TrustFault.ROOT_MISMATCH);
      }
      if (root == null && next.version() > anchor.version()) {
        throw new TrustException(TrustFault.ROOT_GAP);
      }
      root = next;
    }
    if (root == null || root.environment() != anchor.environment()) {
      throw new TrustException(TrustFault.ENVIRONMENT_MISMATCH);
    }
    return root;
  }

  /** Whether {@code card} is for exactly the list held, in this environment. */
  boolean isForListHeld(FreshnessCard card) {
    return list != null
        && card.environment() == list.environment()
        && card.version().equals(list.version())
        && Arrays.equals(card.digest(), held.trustList().map(SignedDocument::digest).orElse(null));
  }

  TrustState with(HeldTrust newHeld, RootDocument newRoot, TrustListDocument newList) {
    return new TrustState(newHeld, newRoot, newList, newHeld.card().isPresent() ? card : null);
  }

  TrustState withCard(SignedDocument signed, FreshnessCard newCard) {
    return new TrustState(held.withCard(signed), root, list, newCard);
  }

  TrustState supersededBy(FreshnessCard newer) {
    return new TrustState(held.supersededBy(newer.version()), root, list, card);
  }

  /** Whether going from {@code other} to this would be a rollback. */
  boolean isOlderThan(TrustState other) {
    if (root.version() != other.root.version() || list == null || other.list == null) {
      return root.version() < other.root.version()
          || (root.version() == other.root.version() && list == null && other.list != null);
    }
    return list.version().compareTo(other.list.version()) < 0;
  }

  HeldTrust held() {
    return held;
  }

  RootDocument root() {
    return root;
  }

  @Nullable TrustListDocument list() {
    return list;
  }

  @Nullable FreshnessCard card() {
    return card;
  }
}
