package io.greenqr.cli;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.verify.trust.FileTrustStore;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustFault;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import io.greenqr.verify.trust.TrustUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The signed trust of a scheme, from the files that the command line names. */
final class SchemeTrust {
  /** The anchor that a state was begun with, beside it. */
  private static final String ANCHOR = "anchor.gqd";

  private SchemeTrust() {}

  /**
   * Opens what is held.
   *
   * @param root the anchor; null only where {@code state} has one
   * @param state a directory that keeps what was seen, null for nothing but this run
   */
  static TrustSync open(@Nullable Path root, @Nullable Path state) throws CliException {
    TrustAnchor anchor = anchor(root, state);
    try {
      return TrustSync.open(anchor, store(state));
    } catch (TrustException e) {
      throw refused(e.fault(), state + ": the stored trust cannot be verified");
    }
  }

  private static TrustStore store(@Nullable Path state) throws CliException {
    if (state == null) {
      return TrustStore.inMemory();
    }
    try {
      return FileTrustStore.in(state);
    } catch (IOException e) {
      throw LocalFile.unwritable(state);
    }
  }

  private static TrustAnchor anchor(@Nullable Path root, @Nullable Path state) throws CliException {
    if (root != null) {
      byte[] bytes = LocalFile.bytes(root, DocumentType.ROOT.maxBytes());
      TrustAnchor anchor = anchor(root, bytes);
      if (state != null) {
        keep(state, bytes);
      }
      return anchor;
    }
    Path kept = state == null ? null : state.resolve(ANCHOR);
    if (kept == null || !Files.exists(kept)) {
      // A bundle brings its own roots: taking the first of them for the anchor would trust whoever
      // made the file.
      throw new CliException(
          GreenQr.USAGE,
          "ROOT_MISSING",
          "--root names the root document that the scheme handed out; a --state remembers it");
    }
    return anchor(kept, LocalFile.bytes(kept, DocumentType.ROOT.maxBytes()));
  }

  private static TrustAnchor anchor(Path file, byte[] bytes) throws CliException {
    try {
      return TrustAnchor.of(bytes);
    } catch (TrustException e) {
      throw refused(e.fault(), file + ": no root that its own holders signed");
    }
  }

  private static void keep(Path state, byte[] anchor) throws CliException {
    try {
      Files.createDirectories(state);
    } catch (IOException e) {
      throw LocalFile.unwritable(state);
    }
    LocalFile.write(state.resolve(ANCHOR), anchor);
  }

  /** Applies a bundle; refused, it ends the command: the user asked for this one. */
  static TrustUpdate.Applied apply(TrustSync sync, Path bundle) throws CliException {
    byte[] bytes = LocalFile.bytes(bundle, FormatLimits.MAX_BUNDLE_BYTES);
    return require(sync.apply(bytes), bundle.toString());
  }

  static TrustUpdate.Applied require(TrustUpdate update, String what) throws CliException {
    if (update instanceof TrustUpdate.Refused refused) {
      throw refused(
          refused.fault(),
          what + ": refused" + refused.formatFault().map(it -> " (" + it + ")").orElse(""));
    }
    return (TrustUpdate.Applied) update;
  }

  private static CliException refused(TrustFault fault, String message) {
    return new CliException(GreenQr.UNREADABLE, fault.name(), message);
  }
}
