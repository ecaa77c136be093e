package io.greenqr.verify.internal.curve;

import io.greenqr.verify.internal.scratch.Workspaces;
import java.math.BigInteger;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.jspecify.annotations.Nullable;

/** A key for ESP256: ECDSA on P-256 with SHA-256. */
public final class P256Key extends TabledKey {
  /** Bytes of a digest. */
  static final int DIGEST_LENGTH = 32;

  /** 0.5, 8, 32, 64 and 832 KB. */
  private static final TableSizes SIZES =
      new TableSizes(64)
          .and(new Comb(4, 1, 64), 0)
          .and(new Comb(8, 1, 32), 0)
          .and(new Comb(8, 4, 8), 16)
          .and(new Comb(8, 8, 4), 64)
          .and(new Comb(10, 26, 1), 2048);

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  private static final Workspaces<Workspace> WORKSPACES = new Workspaces<>(Workspace::new);

  private final BigInteger x;
  private final BigInteger y;

  /** None before the first is built, or where the machine computes wrongly. */
  private volatile @Nullable P256Table table;

  /**
   * A key that is a point of the curve.
   *
   * @param x 32 bytes, the most significant first
   * @param y likewise
   */
  public P256Key(byte[] x, byte[] y) {
    this.x = new BigInteger(1, x);
    this.y = new BigInteger(1, y);
  }

  @Override
  TableSizes sizes() {
    return SIZES;
  }

  @Override
  int level() {
    P256Table held = table;
    return held == null ? -1 : SIZES.levelOf(held.comb());
  }

  @Override
  void build(int level) {
    try {
      table = P256TableBuilder.build(SIZES.comb(level), x, y);
    } catch (ArithmeticException wrong) {
      // The table failed its check. Without one, BouncyCastle decides.
      table = null;
    }
  }

  @Override
  void widenBase() {
    P256Base.widen();
  }

  @Nullable P256Table table() {
    return table;
  }

  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    countUse();
    Workspace workspace = WORKSPACES.borrow();
    workspace.hash(message, length, workspace.digest);
    P256Table held = table;
    Verdict verdict =
        held == null
            ? Verdict.EXCEPTIONAL
            : workspace.verification.verify(P256Base.table(), held, workspace.digest, signature);
    boolean valid =
        verdict == Verdict.EXCEPTIONAL
            ? isValid(workspace.digest, signature)
            : verdict == Verdict.VALID;
    WORKSPACES.giveBack(workspace);
    return valid;
  }

  /** By BouncyCastle, for every input: slower, and right where tables do not help. */
  boolean isValid(byte[] digest, byte[] signature) {
    ECDSASigner signer = new ECDSASigner();
    signer.init(
        false,
        new ECPublicKeyParameters(
            CURVE.getCurve().createPoint(x, y), new ECDomainParameters(CURVE)));
    return signer.verifySignature(
        digest,
        new BigInteger(1, Arrays.copyOfRange(signature, 0, 32)),
        new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
  }

  /** What one check needs. */
  static final class Workspace {
    private final P256Verification verification = new P256Verification(P256Base.table());
    private final byte[] digest = new byte[DIGEST_LENGTH];
    private final MessageDigest sha256;

    Workspace() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    void hash(byte[] message, int length, byte[] to) {
      // An exception for a wrong length, in an earlier check, may have left something behind.
      sha256.reset();
      sha256.update(message, 0, length);
      try {
        sha256.digest(to, 0, DIGEST_LENGTH);
      } catch (DigestException e) {
        throw new IllegalStateException("32 bytes hold a SHA-256", e);
      }
    }
  }
}
