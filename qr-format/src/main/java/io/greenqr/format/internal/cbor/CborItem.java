package io.greenqr.format.internal.cbor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;

/**
 * A CBOR item under construction. CBOR-Java does the writing; this type keeps it out of the other
 * packages and offers only what deterministic documents are made of.
 *
 * <p>Maps keep the order in which pairs are put, so callers put them in the order of the encoded
 * keys. CBOR-Java's own canonical option is CTAP2's, which refuses more than four levels
 * (docs/decisions/0002); whatever is written here is read back by {@link CborCursor} before use.
 */
public final class CborItem {
  private static final CBOREncodeOptions KEEP_ORDER = new CBOREncodeOptions("keepkeyorder=true");

  private final CBORObject object;

  private CborItem(CBORObject object) {
    this.object = object;
  }

  /** An empty array. */
  public static CborItem array() {
    return new CborItem(CBORObject.NewArray());
  }

  /** An empty map. */
  public static CborItem map() {
    return new CborItem(CBORObject.NewOrderedMap());
  }

  /** An integer. */
  public static CborItem of(long value) {
    return new CborItem(CBORObject.FromObject(value));
  }

  /** A text string. */
  public static CborItem of(String text) {
    return new CborItem(CBORObject.FromObject(text));
  }

  /** A byte string. */
  public static CborItem of(byte[] bytes) {
    return new CborItem(CBORObject.FromObject(bytes));
  }

  /** Null. */
  public static CborItem nothing() {
    return new CborItem(CBORObject.Null);
  }

  /** The item that {@code deterministic} encodes, which {@link CborCursor#skip()} has accepted. */
  public static CborItem decoded(byte[] deterministic) {
    return new CborItem(CBORObject.DecodeFromBytes(deterministic, KEEP_ORDER));
  }

  /** Appends to this array. */
  public CborItem add(CborItem item) {
    object.Add(item.object);
    return this;
  }

  /** Appends an integer to this array. */
  public CborItem add(long value) {
    return add(of(value));
  }

  /** Puts a pair at the end of this map. */
  public CborItem put(long key, CborItem value) {
    object.Add(CBORObject.FromObject(key), value.object);
    return this;
  }

  /** Puts a pair with a text as key at the end of this map. */
  public CborItem put(String key, CborItem value) {
    object.Add(CBORObject.FromObject(key), value.object);
    return this;
  }

  /** This item with {@code tag} before it. */
  public CborItem tagged(int tag) {
    return new CborItem(CBORObject.FromObjectAndTag(object, tag));
  }

  /** The bytes of this item. */
  public byte[] encode() {
    return object.EncodeToBytes(KEEP_ORDER);
  }

  /** The item that {@code bytes} encode, in the diagnostic notation of RFC 8949 section 8. */
  public static String diagnostic(byte[] bytes) {
    return CBORObject.DecodeFromBytes(bytes, KEEP_ORDER).toString();
  }
}
