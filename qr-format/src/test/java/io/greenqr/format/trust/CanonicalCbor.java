package io.greenqr.format.trust;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;

/**
 * What CBOR-Java's canonical encoder, which none of the library's writers uses, makes of an item.
 */
final class CanonicalCbor {
  private static final CBOREncodeOptions KEEP_ORDER = new CBOREncodeOptions("keepkeyorder=true");
  private static final CBOREncodeOptions CANONICAL = CBOREncodeOptions.DefaultCtap2Canonical;

  private CanonicalCbor() {}

  /** The canonical bytes of the item in {@code bytes}, level by level: the option refuses five. */
  static byte[] encode(byte[] bytes) {
    return rebuilt(CBORObject.DecodeFromBytes(bytes)).EncodeToBytes(KEEP_ORDER);
  }

  private static CBORObject rebuilt(CBORObject item) {
    if (item.isTagged()) {
      return CBORObject.FromObjectAndTag(rebuilt(item.UntagOne()), item.getMostOuterTag());
    }
    return switch (item.getType()) {
      case Array -> {
        CBORObject array = CBORObject.NewArray();
        item.getValues().forEach(value -> array.Add(rebuilt(value)));
        yield array;
      }
      case Map -> sorted(item);
      default -> CBORObject.DecodeFromBytes(item.EncodeToBytes(CANONICAL));
    };
  }

  /** The keys of our documents are integers and texts, one level deep. */
  private static CBORObject sorted(CBORObject map) {
    CBORObject keys = CBORObject.NewMap();
    map.getKeys().forEach(key -> keys.Add(key, 0));
    CBORObject out = CBORObject.NewOrderedMap();
    CBORObject.DecodeFromBytes(keys.EncodeToBytes(CANONICAL), KEEP_ORDER)
        .getKeys()
        .forEach(key -> out.Add(key, rebuilt(map.get(key))));
    return out;
  }
}
