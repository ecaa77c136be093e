package io.greenqr.verify.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.verify.trust.TrustUpdate.Applied;
import io.greenqr.verify.trust.TrustUpdate.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a trust list up to date from bundles and freshness cards, and never lets it go back.
 *
 * <p>What is accepted is stored before it is used, so that no restart returns to an older list. A
 * refused update changes nothing. After an update hand {@link #trust} to {@code
 * PassVerifier.replaceTrust}.
 *
 * <p>Thread-safe; updates exclude each other, and {@link #trust} never waits.
 */
public final class TrustSync {
  /** How far the clock of a device may be behind that of whoever makes freshness cards. */
  public static final Duration CARD_SKEW = Duration.ofHours(1);

  /** Times that other processes may be faster in one update. */
  private static final int MAX_TURNS = 100;

  private final TrustAnchor anchor;
  private final TrustStore store;
  private byte @Nullable [] stored;
  private TrustState state;
  private volatile TrustList trust;

  private TrustSync(
      TrustAnchor anchor,
      TrustStore store,
      byte @Nullable [] stored,
      TrustState state,
      TrustList trust) {
    this.anchor = anchor;
    this.store = store;
    this.stored = stored;
    this.state = state;
    this.trust = trust;
  }

  /**
   * Takes up what {@code store} holds, after verifying all of it again from the anchor on.
   *
   * @throws TrustException STORE_DAMAGED if it holds something that cannot be read or verified:
   *     going on from the anchor would be a rollback, so somebody has to decide
   */
  public static TrustSync open(TrustAnchor anchor, TrustStore store) throws TrustException {
    byte[] stored = load(store);
    TrustState state = restore(stored, anchor);
    return new TrustSync(anchor, store, stored, state, restoredList(state));
  }

  private static byte @Nullable [] load(TrustStore store) throws TrustException {
    try {
      return store.load();
    } catch (IOException e) {
      throw new TrustException(TrustFault.STORE_DAMAGED, e);
    }
  }

  private static TrustState restore(byte @Nullable [] stored, TrustAnchor anchor)
      throws TrustException {
    return stored == null ? TrustState.of(anchor) : TrustState.restore(stored, anchor);
  }

  private static TrustList restoredList(TrustState state) throws TrustException {
    try {
      return TrustList.of(state);
    } catch (TrustException e) {
      throw new TrustException(TrustFault.STORE_DAMAGED, e);
    }
  }

  /** The list in force; one that is MISSING before the first bundle. */
  public TrustList trust() {
    return trust;
  }

  /**
   * Applies a bundle, complete or partial, by the procedure of docs/spec/trust.md section 11.
   *
   * <p>It needs no clock: a list that has expired but is newer than the one held is the better one
   * to know, and how old it is shows at each verification.
   *
   * @return the answer; this method does not throw, whatever the bytes
   */
  public synchronized TrustUpdate apply(byte[] bundle) {
    return update(
        before -> {
          TrustState after = UpdateProcedure.apply(before, bundle);
          return new Step(after, Applied.Outcome.UPDATED);
        });
  }

  /**
   * Takes the text of a freshness card, as an officer shows it.
   *
   * @param now of the device's clock: a card that has ended is refused, so that whoever shows it
   *     learns it
   * @return the answer; this method does not throw, whatever the text
   */
  public synchronized TrustUpdate refresh(String text, Instant now) {
    return update(before -> refresh(before, text, now));
  }

  private static Step refresh(TrustState before, String text, Instant now) throws TrustException {
    SignedDocument signed;
    FreshnessCard card;
    try {
      signed = FreshnessCard.parseText(text);
      card = FreshnessCard.decode(signed.unverifiedPayload());
    } catch (FormatException e) {
      throw new TrustException(e);
    }
    if (card.environment() != before.root().environment()) {
      throw new TrustException(TrustFault.ENVIRONMENT_MISMATCH);
    }
    TrustSignatures.require(signed, before.root(), Role.FRESHNESS, TrustFault.CARD_SIGNATURES);
    if (!card.expires().isAfter(now)) {
      throw new TrustException(TrustFault.CARD_EXPIRED);
    }
    // Held, it would block every card of the time between, and make all clocks suspect.
    if (card.issuedAt().isAfter(now.plus(CARD_SKEW))) {
      throw new TrustException(TrustFault.CARD_NOT_YET_VALID);
    }
    return refresh(before, signed, card);
  }

  /** What a card that holds says about the list held. */
  private static Step refresh(TrustState before, SignedDocument signed, FreshnessCard card)
      throws TrustException {
    TrustListDocument list = before.list();
    if (list == null) {
      throw new TrustException(TrustFault.CARD_LIST);
    }
    int order = card.version().compareTo(list.version());
    if (order > 0) {
      boolean known =
          before
              .held()
              .superseding()
              .map(newer -> newer.compareTo(card.version()) >= 0)
              .orElse(false);
      return new Step(known ? before : before.supersededBy(card), Applied.Outcome.SUPERSEDED);
    }
    if (!before.isForListHeld(card)) {
      throw new TrustException(TrustFault.CARD_LIST);
    }
    FreshnessCard held = before.card();
    if (held != null && card.equals(held)) {
      return new Step(before, Applied.Outcome.UNCHANGED);
    }
    if (held != null && !card.issuedAt().isAfter(held.issuedAt())) {
      throw new TrustException(TrustFault.CARD_NOT_NEWER);
    }
    return new Step(before.withCard(signed, card), Applied.Outcome.REFRESHED);
  }

  /** From what is held to what is held next. */
  private interface Procedure {
    Step run(TrustState before) throws TrustException;
  }

  /** What is held next, and what that means. */
  private static final class Step {
    private final TrustState after;
    private final Applied.Outcome outcome;

    Step(TrustState after, Applied.Outcome outcome) {
      this.after = after;
      this.outcome = outcome;
    }
  }

  private TrustUpdate update(Procedure procedure) {
    try {
      for (int turn = 0; turn < MAX_TURNS; turn++) {
        Step step = procedure.run(state);
        TrustList list = TrustList.of(step.after);
        byte[] next = bytes(step.after);
        if (Arrays.equals(next, stored)) {
          return new Applied(
              step.outcome == Applied.Outcome.SUPERSEDED
                  ? step.outcome
                  : Applied.Outcome.UNCHANGED);
        }
        // Stored before it is used: a restart right after must not find less than was used.
        if (store.replace(stored, next)) {
          stored = next;
          state = step.after;
          trust = list;
          return new Applied(step.outcome);
        }
        // Another process was faster. What it stored is verified and held, and this update made
        // on top of it; each turn of the loop needs a turn of another process.
        reload();
      }
      // A store that says so each time is broken, and must not hold up the device.
      return new Refused(new TrustException(TrustFault.STORE_FAILED));
    } catch (IOException e) {
      return new Refused(new TrustException(TrustFault.STORE_FAILED, e));
    } catch (TrustException e) {
      return new Refused(e);
    }
  }

  private static byte[] bytes(TrustState state) throws TrustException {
    try {
      return state.held().bytes();
    } catch (InvalidValueException e) {
      throw new TrustException(new FormatException(e.fault(), 0));
    }
  }

  /**
   * Takes up what another process stored. A store that was emptied or set back does not take a
   * running verifier with it: what is held stays, and is stored anew.
   */
  private void reload() throws TrustException {
    byte[] found = load(store);
    TrustState restored = restore(found, anchor);
    if (!restored.isOlderThan(state)) {
      trust = restoredList(restored);
      state = restored;
    }
    stored = found;
  }

  /** The list in force. */
  @Override
  public String toString() {
    return "TrustSync[" + trust + "]";
  }
}
