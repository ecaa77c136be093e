package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import java.util.HashMap;
import java.util.Map;

/** What a root must be like before anybody signs it, and before anybody publishes it. */
final class RootRules {
  private RootRules() {}

  /** Every key is sound, and an identifier names one key, in whatever roles it stands. */
  static void requireSoundKeys(RootDocument root) throws PublishException {
    Map<KeyId, CoseKey> byId = new HashMap<>();
    for (RoleKeys role : root.roles().values()) {
      for (CoseKey key : role.keys()) {
        CurveVerifier.requireSound(key);
        CoseKey other = byId.put(key.keyId(), key);
        PublishException.require(
            other == null || other.equals(key), PublishFault.KID_CLASH, key.keyId());
      }
    }
  }

  /** Whoever alone can sign roots or lists can make every gate trust a key. */
  static void requireSeveralSigners(RootDocument root) throws PublishException {
    for (Role role : new Role[] {Role.ROOT, Role.LIST}) {
      PublishException.require(
          root.environment() != Environment.PRODUCTION || root.role(role).threshold() > 1,
          PublishFault.SINGLE_SIGNER,
          role.jsonName());
    }
  }

  static void requireFollows(RootDocument before, RootDocument next) throws PublishException {
    PublishException.require(
        next.environment() == before.environment(), PublishFault.ENVIRONMENT, "root");
    PublishException.require(
        next.version() == before.version() + 1, PublishFault.ROOT_GAP, next.version());
    PublishException.require(
        !next.issuedAt().isBefore(before.issuedAt()), PublishFault.ISSUED_BEFORE_PREVIOUS, "root");
  }
}
