package io.greenqr.format.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.ByteOrder;
import io.greenqr.format.internal.cbor.CborItem;
import io.greenqr.format.pass.ClaimKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Issuers and their keys, as a trust list holds them: by name, and the keys of each by encoding.
 *
 * <pre>{@code
 * issuers    = [ * issuer ]
 * issuer     = [ issuerName, [ 1*5000 listed-key ] ]
 * issuerName = tstr .size (1..64)
 * }</pre>
 */
final class ListedKeyCodec {
  private static final int ALL_KINDS = (1 << ClaimKind.values().length) - 1;

  private ListedKeyCodec() {}

  /** Negative, zero or positive as {@code a} stands before, with or behind {@code b}. */
  static int compare(IssuerKey a, IssuerKey b) {
    int byName = ByteOrder.compare(utf8(a.issuer()), utf8(b.issuer()));
    return byName != 0 ? byName : ByteOrder.compare(a.key().encode(), b.key().encode());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<IssuerKey> read(DocumentReader in) throws FormatException {
    List<IssuerKey> keys = new ArrayList<>();
    int issuers = in.cursor().enterList(0, FormatLimits.MAX_LISTED_KEYS);
    for (int i = 0; i < issuers; i++) {
      int start = in.cursor().position();
      in.cursor().enterRecord(2, 2);
      String issuer = in.cursor().readText();
      if (i > 0 && ByteOrder.compare(utf8(keys.get(keys.size() - 1).issuer()), utf8(issuer)) >= 0) {
        throw new FormatException(FormatFault.ENTRY_ORDER, start);
      }
      int count = in.cursor().enterList(1, FormatLimits.MAX_LISTED_KEYS - keys.size());
      for (int j = 0; j < count; j++) {
        int at = in.cursor().position();
        IssuerKey key = readKey(in, issuer);
        if (j > 0 && compare(keys.get(keys.size() - 1), key) >= 0) {
          throw new FormatException(FormatFault.ENTRY_ORDER, at);
        }
        keys.add(key);
      }
      in.cursor().leave();
      in.cursor().leave();
    }
    in.cursor().leave();
    return keys;
  }

  private static IssuerKey readKey(DocumentReader in, String issuer) throws FormatException {
    int start = in.cursor().position();
    int fields = in.cursor().enterRecord(2, 5);
    CoseKey key = in.key();
    int at = in.cursor().position();
    long bits = in.cursor().readUnsigned();
    if (bits < 1 || bits > ALL_KINDS) {
      throw new FormatException(FormatFault.BITS_RANGE, at);
    }
    try {
      IssuerKey.Builder statement = IssuerKey.builder(issuer, key, kinds((int) bits));
      if (in.cursor().has(fields, 3)) {
        statement.notBefore(in.time());
      }
      if (in.cursor().has(fields, 4)) {
        statement.notAfter(in.time());
      }
      if (in.cursor().has(fields, 5)) {
        in.cursor().enterRecord(2, 2);
        statement.state(KeyState.of(in.cursor().readInt(), in.time()));
        in.cursor().leave();
      }
      in.cursor().leave();
      return statement.build();
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Set<ClaimKind> kinds(int bits) {
    Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    for (ClaimKind kind : ClaimKind.values()) {
      if ((bits >>> (kind.code() - 1) & 1) != 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** The issuers of {@code keys}, which stand in their order. */
  static CborItem write(List<IssuerKey> keys) {
    CborItem issuers = CborItem.array();
    int from = 0;
    while (from < keys.size()) {
      String issuer = keys.get(from).issuer();
      CborItem listed = CborItem.array();
      int to = from;
      while (to < keys.size() && keys.get(to).issuer().equals(issuer)) {
        listed.add(writeKey(keys.get(to++)));
      }
      issuers.add(CborItem.array().add(CborItem.of(issuer)).add(listed));
      from = to;
    }
    return issuers;
  }

  private static CborItem writeKey(IssuerKey statement) {
    int bits = 0;
    for (ClaimKind kind : statement.claims()) {
      bits |= 1 << (kind.code() - 1);
    }
    CborItem record = CborItem.array().add(CborItem.decoded(statement.key().encode())).add(bits);
    List<CborItem> optional = new ArrayList<>();
    optional.add(
        statement
            .notBefore()
            .map(time -> CborItem.of(time.getEpochSecond()))
            .orElseGet(CborItem::nothing));
    optional.add(
        statement
            .notAfter()
            .map(time -> CborItem.of(time.getEpochSecond()))
            .orElseGet(CborItem::nothing));
    optional.add(
        statement
            .state()
            .map(it -> CborItem.array().add(it.code()).add(it.since().getEpochSecond()))
            .orElseGet(CborItem::nothing));
    int present =
        statement.state().isPresent()
            ? 3
            : statement.notAfter().isPresent() ? 2 : statement.notBefore().isPresent() ? 1 : 0;
    optional.subList(0, present).forEach(record::add);
    return record;
  }
}
