package io.greenqr.format.internal.cbor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import io.greenqr.format.fault.FormatLimits;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a byte string is by the judgement of CBOR-Java: decoded leniently, held against the rules of
 * the format, and encoded again in deterministic order.
 */
final class CborOracle {
  private static final CBOREncodeOptions KEEP_ORDER = new CBOREncodeOptions("keepkeyorder=true");

  private CborOracle() {}

  static boolean accepts(byte[] bytes) {
    CBORObject item;
    try {
      item = CBORObject.DecodeFromBytes(bytes, KEEP_ORDER);
    } catch (CBORException e) {
      return false;
    }
    return isOfTheFormat(item, 1) && Arrays.equals(encode(sorted(item)), bytes);
  }

  static byte[] encode(CBORObject item) {
    return item.EncodeToBytes(KEEP_ORDER);
  }

  private static boolean isOfTheFormat(CBORObject item, int level) {
    if (item.isTagged()) {
      return false;
    }
    CBORType type = item.getType();
    if (type == CBORType.Array || type == CBORType.Map) {
      return level <= FormatLimits.MAX_DEPTH && contentIsOfTheFormat(item, level);
    }
    return switch (type) {
      case Integer -> item.CanValueFitInInt64();
      case TextString -> Normalizer.isNormalized(item.AsString(), Normalizer.Form.NFC);
      case ByteString, Boolean -> true;
      default -> item.isNull();
    };
  }

  private static boolean contentIsOfTheFormat(CBORObject item, int level) {
    if (item.getType() == CBORType.Array) {
      return item.getValues().stream().allMatch(value -> isOfTheFormat(value, level + 1));
    }
    return item.getEntries().stream()
        .allMatch(
            pair ->
                isOfTheFormat(pair.getKey(), level + 1)
                    && isOfTheFormat(pair.getValue(), level + 1));
  }

  private static CBORObject sorted(CBORObject item) {
    if (item.getType() == CBORType.Array) {
      CBORObject array = CBORObject.NewArray();
      item.getValues().forEach(value -> array.Add(sorted(value)));
      return array;
    }
    if (item.getType() != CBORType.Map) {
      return item;
    }
    TreeMap<byte[], CBORObject[]> pairs = new TreeMap<>(Arrays::compareUnsigned);
    for (Map.Entry<CBORObject, CBORObject> pair : item.getEntries()) {
      CBORObject key = sorted(pair.getKey());
      pairs.put(encode(key), new CBORObject[] {key, sorted(pair.getValue())});
    }
    CBORObject map = CBORObject.NewOrderedMap();
    pairs.values().forEach(pair -> map.Add(pair[0], pair[1]));
    return map;
  }
}
