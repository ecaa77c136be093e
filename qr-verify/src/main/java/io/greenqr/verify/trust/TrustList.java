package io.greenqr.verify.trust;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a verifier trusts, and what is known about the passes they signed; immutable.
 *
 * <p>Either signed, as {@link TrustSync} keeps it up to date, or built from keys that the
 * application pins: then how these reached it decides what the list is worth, and it has neither an
 * end nor status lists.
 */
public final class TrustList {
  /** Keys in a list. */
  public static final int MAX_KEYS = FormatLimits.MAX_LISTED_KEYS;

  private final List<TrustedKey> keys;
  private final @Nullable Instant asOf;
  private final boolean missing;
  private final @Nullable TrustVersion version;
  private final @Nullable TrustValidity validity;
  private final @Nullable StatusLists statusLists;
  private final List<BundledDocument> documents;
  private final @Nullable PolicyPins policies;

  private TrustList(Builder builder) throws TrustException {
    if (builder.keys.size() > MAX_KEYS) {
      throw new TrustException(TrustFault.TOO_MANY_KEYS);
    }
    this.keys = TrustedKeys.distinct(builder.keys);
    this.asOf = builder.asOf;
    this.missing = false;
    this.version = null;
    this.validity = null;
    this.statusLists = null;
    this.documents = Collections.emptyList();
    this.policies = null;
  }

  private TrustList() {
    this.keys = Collections.emptyList();
    this.asOf = null;
    this.missing = true;
    this.version = null;
    this.validity = null;
    this.statusLists = null;
    this.documents = Collections.emptyList();
    this.policies = null;
  }

  private TrustList(TrustState state, TrustListDocument list) throws TrustException {
    this.keys = TrustedKeys.of(list);
    this.validity =
        new TrustValidity(list, state.root(), state.card(), state.held().superseding().isPresent());
    this.asOf = validity.asOf();
    this.missing = false;
    this.version = list.version();
    this.statusLists = new StatusLists(list.statusPins(), state.held().statusLists());
    this.documents = state.held().documents();
    this.policies = new PolicyPins(state.root(), list, documents);
  }

  /** The list of a state; one that is missing where there is none yet. */
  static TrustList of(TrustState state) throws TrustException {
    TrustListDocument list = state.list();
    return list == null ? new TrustList() : new TrustList(state, list);
  }

  /**
   * The list in a bundle, if it is not older than what {@code store} holds; afterwards the store
   * holds it. For a program that verifies and ends; one that stays uses {@link TrustSync}.
   *
   * @param store {@link TrustStore#inMemory} gives up the protection against older lists
   * @throws TrustException if the store cannot be used or the bundle is refused
   */
  public static TrustList open(TrustAnchor anchor, TrustStore store, byte[] bundle)
      throws TrustException {
    TrustSync sync = TrustSync.open(anchor, store);
    if (sync.apply(bundle) instanceof TrustUpdate.Refused refused) {
      throw refused.reason();
    }
    return sync.trust();
  }

  /** Starts an empty list of pinned keys. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A list of these keys, pinned.
   *
   * @throws TrustException TOO_MANY_KEYS, KEY_DUPLICATE
   */
  public static TrustList of(TrustedKey... keys) throws TrustException {
    Builder builder = builder();
    for (TrustedKey key : keys) {
      builder.add(key);
    }
    return builder.build();
  }

  /** All keys, unmodifiable. */
  public List<TrustedKey> keys() {
    return keys;
  }

  /**
   * When the list was known to be the newest, where that is known: a clock that shows less is
   * wrong.
   */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** Its place in the order of signed lists; absent for pinned keys. */
  public Optional<TrustVersion> version() {
    return Optional.ofNullable(version);
  }

  /** How far the list can be relied on at {@code now}. */
  public TrustFreshness freshnessAt(Instant now) {
    if (missing) {
      return TrustFreshness.MISSING;
    }
    return validity == null ? TrustFreshness.UNDATED : validity.at(now);
  }

  /** From when on a fresh list is stale; absent for pinned keys and for a list that is missing. */
  public Optional<Instant> freshUntil() {
    return validity == null ? Optional.empty() : Optional.of(validity.expires());
  }

  /** From when on nothing is accepted; absent for pinned keys and for a list that is missing. */
  public Optional<Instant> closes() {
    return validity == null ? Optional.empty() : Optional.of(validity.closes());
  }

  /** What is known at {@code now} about a pass; in constant time and without allocation. */
  public StatusAnswer status(StatusReference reference, Instant now) {
    if (statusLists == null || validity == null) {
      return StatusAnswer.UNCHECKED;
    }
    StatusAnswer answer = statusLists.find(reference);
    boolean absent = answer == StatusAnswer.MISSING || answer == StatusAnswer.OUTDATED;
    return !absent && validity.isStatusStaleAt(now) ? StatusAnswer.STALE : answer;
  }

  /**
   * Numbers of the status lists that the list pins and that are not at hand, ascending: passes in
   * them are rejected until a bundle brings them.
   */
  public List<Integer> absentStatusLists() {
    return statusLists == null ? Collections.emptyList() : statusLists.absent();
  }

  /**
   * A document of another specification that is in force, as its publisher made it; whoever reads
   * it checks its own signatures.
   */
  public Optional<byte[]> document(int kind, String name) {
    for (BundledDocument document : documents) {
      if (document.kind() == kind && document.name().equals(name)) {
        return Optional.of(document.bytes());
      }
    }
    return Optional.empty();
  }

  /**
   * The policies that the list pins, by name, each verified or with the reason why it cannot be
   * used; unmodifiable. None for pinned keys. The first call checks their signatures.
   */
  public List<PinnedPolicy> policies() {
    return policies == null ? Collections.emptyList() : policies.all();
  }

  /** Version and the number of keys. */
  @Override
  public String toString() {
    return "TrustList["
        + (missing ? "missing" : version == null ? "pinned" : version.toString())
        + ", "
        + keys.size()
        + " keys]";
  }

  /** Collects pinned keys. */
  public static final class Builder {
    private final List<TrustedKey> keys = new ArrayList<>();
    private @Nullable Instant asOf;

    private Builder() {}

    /** Adds a key. */
    public Builder add(TrustedKey key) {
      keys.add(key);
      return this;
    }

    /** When the list was put together. */
    public Builder asOf(Instant time) {
      asOf = time;
      return this;
    }

    /**
     * The list.
     *
     * @throws TrustException TOO_MANY_KEYS, KEY_DUPLICATE
     */
    public TrustList build() throws TrustException {
      return new TrustList(this);
    }
  }
}
