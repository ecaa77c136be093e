package io.greenqr.format.cose;

import io.greenqr.format.code.TableCode;
import java.nio.charset.StandardCharsets;

/**
 * The kinds of signed documents that scanners sync (docs/spec/trust.md section 2).
 *
 * <p>Each has its own {@code external_aad}: a signature made for one can serve for no other, even
 * where the same key may sign both.
 */
public enum DocumentType implements TableCode {
  /** Who holds the roles. */
  ROOT(1, "root", "GQ1 root", 65_536),
  /** Which keys to trust, and which other documents are in force. */
  TRUST_LIST(2, "trust-list", "GQ1 trust list", 1 << 20),
  /** What is held against the passes of one shard. */
  STATUS_LIST(3, "status-list", "GQ1 status list", 49_152),
  /** What changed in status lists. */
  STATUS_DELTA(4, "status-delta", "GQ1 status delta", 1 << 21),
  /** That a trust list was the newest at a time. */
  FRESHNESS_CARD(5, "freshness-card", "GQ1 freshness card", 1_024),
  /** Who may enter where and when (docs/spec/policy.md). */
  POLICY(6, "policy", "GQ1 policy", 262_144);

  /** Bytes of the longest document of any kind. */
  static final int MAX_BYTES = 1 << 21;

  private final int code;
  private final String jsonName;
  private final String context;
  private final int maxBytes;

  DocumentType(int code, String jsonName, String context, int maxBytes) {
    this.code = code;
    this.jsonName = jsonName;
    this.context = context;
    this.maxBytes = maxBytes;
  }

  /** The number in the first field of the payload. */
  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** Bytes that a signed document of this kind may have. */
  public int maxBytes() {
    return maxBytes;
  }

  /** The {@code external_aad}. */
  byte[] context() {
    return context.getBytes(StandardCharsets.US_ASCII);
  }
}
