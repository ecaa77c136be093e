package io.greenqr.format.pass;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborCursor;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What later releases or single schemes add to a pass: deterministic CBOR under integer keys.
 *
 * <pre>{@code
 * extensions = { 1*16 extension-key => extension }   ; negative keys are critical
 * }</pre>
 *
 * <p>A verifier that does not know a negative key rejects the pass; others are kept and ignored.
 */
public final class Extensions {
  /** No extension; a pass then leaves the field out. */
  public static final Extensions NONE = new Extensions(Collections.emptyMap());

  /** Arrays and maps that surround an extension value: claims, pass, extensions. */
  static final int DEPTH = 3;

  private final Map<Integer, byte[]> values;

  private Extensions(Map<Integer, byte[]> values) {
    this.values = values;
  }

  /**
   * The same extensions and one more, whose key must follow the others' in the order of the
   * encodings: 0, 1, 2, … and then -1, -2, ….
   *
   * @param key 32 bits with sign; negative: critical
   * @param value one item of deterministic CBOR
   * @throws InvalidValueException EXTENSION_RANGE, CBOR_KEY_ORDER, or the fault of the value
   */
  public Extensions with(int key, byte[] value) {
    try {
      CborCursor cursor = new CborCursor(value, 0, value.length, DEPTH);
      cursor.skip();
      cursor.requireEnd();
    } catch (FormatException e) {
      throw new InvalidValueException(e.fault(), Integer.toString(key));
    }
    Map<Integer, byte[]> more = new LinkedHashMap<>(values);
    for (int before : values.keySet()) {
      boolean ascending =
          (key < 0) == (before < 0) ? Math.abs((long) key) > Math.abs((long) before) : key < 0;
      InvalidValueException.require(ascending, FormatFault.CBOR_KEY_ORDER, Integer.toString(key));
    }
    more.put(key, value.clone());
    InvalidValueException.require(
        more.size() <= FormatLimits.MAX_EXTENSIONS, FormatFault.EXTENSION_RANGE, "extensions");
    return new Extensions(more);
  }

  /** The keys, in the order of the pass. */
  public Set<Integer> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * The CBOR item under {@code key}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public byte[] value(int key) {
    byte[] value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no extension " + key);
    }
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Extensions that) || !that.keys().equals(keys())) {
      return false;
    }
    for (Map.Entry<Integer, byte[]> entry : values.entrySet()) {
      if (!Arrays.equals(entry.getValue(), that.value(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return values.keySet().hashCode();
  }

  /** The keys only. */
  @Override
  public String toString() {
    return "Extensions" + values.keySet();
  }
}
