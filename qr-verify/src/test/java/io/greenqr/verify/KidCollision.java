package io.greenqr.verify;

/**
 * Different keys whose identifiers are equal, found among 150,000 private keys 1, 2, 3, … of each
 * algorithm: four bytes keep nobody from doing the same.
 */
public final class KidCollision {
  /** Has the identifier of {@link #ED25519_B}. */
  public static final TestIssuer ED25519_A = TestIssuer.ed25519(80_426);

  /** Has the identifier of {@link #ED25519_A}. */
  public static final TestIssuer ED25519_B = TestIssuer.ed25519(94_589);

  /** Has the identifier of {@link #P256_B}. */
  public static final TestIssuer P256_A = TestIssuer.p256(8_203);

  /** Has the identifier of {@link #P256_A}. */
  public static final TestIssuer P256_B = TestIssuer.p256(74_663);

  /** Has the identifier of {@link #P256}. */
  public static final TestIssuer ED25519 = TestIssuer.ed25519(132_469);

  /** Has the identifier of {@link #ED25519}. */
  public static final TestIssuer P256 = TestIssuer.p256(4_671);

  private KidCollision() {}
}
