package io.greenqr.format.internal.cbor;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item that another system wrote: any well-formed CBOR in which no map has a key twice.
 *
 * <p>Nothing that other systems sign has to be deterministic, so {@link CborCursor} would refuse
 * most of it. Such bytes are never an identity here: a second spelling gains nobody anything.
 * CBOR-Java bounds the nesting and believes no length; callers bound the bytes. Faults are at
 * offset 0, for the library does not tell where an item stood.
 */
public final class ForeignItem {
  private final CBORObject object;

  private ForeignItem(CBORObject object) {
    this.object = object;
  }

  /**
   * Decodes all of {@code bytes}.
   *
   * @throws FormatException TOKEN_CBOR
   */
  public static ForeignItem decode(byte[] bytes) throws FormatException {
    try {
      return new ForeignItem(CBORObject.DecodeFromBytes(bytes));
    } catch (CBORException e) {
      throw new FormatException(FormatFault.TOKEN_CBOR, 0);
    }
  }

  /** The item behind {@code tag}, or COSE_TAG if it has another, none or several. */
  public ForeignItem untagged(int tag) throws FormatException {
    if (!object.HasOneTag(tag)) {
      throw new FormatException(FormatFault.COSE_TAG, 0);
    }
    return new ForeignItem(object.UntagOne());
  }

  private void require(CBORType type) throws FormatException {
    if (object.isTagged() || object.getType() != type) {
      throw new FormatException(FormatFault.CBOR_TYPE, 0);
    }
  }

  /** The elements of an array. */
  public List<ForeignItem> array() throws FormatException {
    require(CBORType.Array);
    List<ForeignItem> elements = new ArrayList<>(object.size());
    for (CBORObject element : object.getValues()) {
      elements.add(new ForeignItem(element));
    }
    return elements;
  }

  /** What a map has under a number; empty if it does not have it. */
  public Optional<ForeignItem> member(long key) throws FormatException {
    return member(CBORObject.FromObject(key));
  }

  /** What a map has under a name; empty if it does not have it. */
  public Optional<ForeignItem> member(String key) throws FormatException {
    return member(CBORObject.FromObject(key));
  }

  private Optional<ForeignItem> member(CBORObject key) throws FormatException {
    require(CBORType.Map);
    return object.ContainsKey(key)
        ? Optional.of(new ForeignItem(object.get(key)))
        : Optional.empty();
  }

  /** The content of a byte string. */
  public byte[] bytes() throws FormatException {
    require(CBORType.ByteString);
    return object.GetByteString().clone();
  }

  /** The content of a text string. */
  public String text() throws FormatException {
    require(CBORType.TextString);
    return object.AsString();
  }

  /** An integer of 64 bits with sign. */
  public long integer() throws FormatException {
    if (!object.isTagged() && object.getType() == CBORType.FloatingPoint) {
      throw new FormatException(FormatFault.CBOR_FLOAT, 0);
    }
    require(CBORType.Integer);
    if (!object.CanValueFitInInt64()) {
      throw new FormatException(FormatFault.CBOR_INTEGER_RANGE, 0);
    }
    return object.AsInt64Value();
  }
}
