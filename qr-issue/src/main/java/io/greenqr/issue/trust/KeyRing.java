package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The issuers' keys of a trust list, and how they may change (docs/spec/trust.md section 6). */
final class KeyRing {
  private final Map<CoseKey, IssuerKey> keys = new LinkedHashMap<>();
  private final Set<KeyId> roleIds = new HashSet<>();

  private KeyRing(RootDocument root) {
    for (RoleKeys role : root.roles().values()) {
      role.keys().forEach(key -> roleIds.add(key.keyId()));
    }
  }

  /** The keys of a list that was published, which are not checked again for their identifiers. */
  static KeyRing of(RootDocument root, Collection<IssuerKey> listed) throws PublishException {
    KeyRing ring = new KeyRing(root);
    for (IssuerKey key : listed) {
      ring.put(key);
    }
    return ring;
  }

  private void put(IssuerKey added) throws PublishException {
    PublishException.require(
        keys.putIfAbsent(added.key(), added) == null,
        PublishFault.KEY_PRESENT,
        added.key().keyId());
  }

  /**
   * Adds a key whose identifier no other has. Gates would take two keys with one identifier, but
   * try both for every pass; and who asks for a key that clashes chose it by trying, for a reason.
   */
  void add(IssuerKey added) throws PublishException {
    KeyId id = added.key().keyId();
    PublishException.require(!keys.containsKey(added.key()), PublishFault.KEY_PRESENT, id);
    CurveVerifier.requireSound(added.key());
    boolean clash =
        roleIds.contains(id) || keys.keySet().stream().anyMatch(it -> it.keyId().equals(id));
    PublishException.require(!clash, PublishFault.KID_CLASH, id);
    put(added);
  }

  /** Another statement about a key, which must not weaken what is known against it. */
  void update(IssuerKey statement) throws PublishException {
    KeyState before = get(statement.key()).state().orElse(null);
    KeyState after = statement.state().orElse(null);
    boolean kept =
        before == null
            || (after != null
                && !after.since().isAfter(before.since())
                && (after.isRevoked() || !before.isRevoked()));
    PublishException.require(kept, PublishFault.KEY_STATE_UNDONE, statement.key().keyId());
    keys.put(statement.key(), statement);
  }

  /** Takes a key out, unless it is revoked: once forgotten, it could come back as a new key. */
  void remove(CoseKey key) throws PublishException {
    PublishException.require(
        !get(key).state().map(KeyState::isRevoked).orElse(false),
        PublishFault.KEY_STATE_UNDONE,
        key.keyId());
    keys.remove(key);
  }

  boolean contains(CoseKey key) {
    return keys.containsKey(key);
  }

  IssuerKey get(CoseKey key) throws PublishException {
    IssuerKey statement = keys.get(key);
    if (statement == null) {
      throw new PublishException(PublishFault.KEY_UNKNOWN, key.keyId());
    }
    return statement;
  }

  /** The one statement about a key with this identifier. */
  IssuerKey find(KeyId id) throws PublishException {
    IssuerKey found = null;
    for (IssuerKey statement : keys.values()) {
      if (statement.key().keyId().equals(id)) {
        PublishException.require(found == null, PublishFault.KID_CLASH, id);
        found = statement;
      }
    }
    if (found == null) {
      throw new PublishException(PublishFault.KEY_UNKNOWN, id);
    }
    return found;
  }

  Collection<IssuerKey> all() {
    return Collections.unmodifiableCollection(keys.values());
  }
}
