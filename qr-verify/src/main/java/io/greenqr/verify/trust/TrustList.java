package io.greenqr.verify.trust;

import io.greenqr.format.cose.KeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<KeyId, List<TrustedKey>> byKeyId;
  private final @Nullable Instant asOf;

  private TrustList(Builder builder) throws TrustException {
    if (builder.keys.size() > MAX_KEYS) {
      throw new TrustException(TrustFault.TOO_MANY_KEYS);
    }
    this.keys = Collections.unmodifiableList(new ArrayList<>(builder.keys));
    this.asOf = builder.asOf;
    this.byKeyId = new HashMap<>();
    for (TrustedKey key : keys) {
      List<TrustedKey> sameId =
          byKeyId.computeIfAbsent(key.key().keyId(), id -> new ArrayList<>(1));
      for (TrustedKey other : sameId) {
        if (other.key().equals(key.key())) {
          throw new TrustException(TrustFault.KEY_DUPLICATE);
        }
      }
      sameId.add(key);
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

  /**
   * The keys with this identifier: four bytes collide, so there may be several, of different
   * issuers too.
   */
  public List<TrustedKey> find(KeyId keyId) {
    List<TrustedKey> found = byKeyId.get(keyId);
    return found == null ? Collections.emptyList() : Collections.unmodifiableList(found);
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
