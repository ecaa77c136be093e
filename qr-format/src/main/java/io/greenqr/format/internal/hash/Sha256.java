package io.greenqr.format.internal.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of the format. */
public final class Sha256 {
  private Sha256() {}

  /** SHA-256 of {@code bytes}, 32 bytes. */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
