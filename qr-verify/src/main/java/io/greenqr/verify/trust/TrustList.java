package io.greenqr.verify.trust;

import io.greenqr.format.cose.CoseKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a verifier trusts; immutable.
 *
 * <p>Built from keys that the application pins: how these reached it decides what the list is
 * worth.
 */
public final class TrustList {
  /** Keys in a list. */
  public static final int MAX_KEYS = 5_000;

  private final List<TrustedKey> keys;
  private final @Nullable Instant asOf;

  private TrustList(Builder builder) throws TrustException {
    if (builder.keys.size() > MAX_KEYS) {
      throw new TrustException(TrustFault.TOO_MANY_KEYS);
    }
    this.keys = Collections.unmodifiableList(new ArrayList<>(builder.keys));
    this.asOf = builder.asOf;
    Set<CoseKey> distinct = new HashSet<>();
    for (TrustedKey key : keys) {
      if (!distinct.add(key.key())) {
        throw new TrustException(TrustFault.KEY_DUPLICATE);
      }
    }
  }

  /** Starts an empty list. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A list of these keys.
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

  /** When the list was put together, where that is known: a clock that shows less is wrong. */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** The number of keys. */
  @Override
  public String toString() {
    return "TrustList[" + keys.size() + " keys]";
  }

  /** Collects keys. */
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
