package io.greenqr.format.internal.cbor;

import io.greenqr.format.fault.FormatFault;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an item, by the first byte of it: its major type and additional information.
 */
final class WrongItem {
  private WrongItem() {}

  /** The most telling fault of an item that stands where another type belongs. */
  static FormatFault ofType(int major, int info) {
    if (major >= CborCursor.TAG) {
      FormatFault fault = unlessNullOrBoolean(major, info);
      return fault == null ? FormatFault.CBOR_TYPE : fault;
    }
    if (info == 31) {
      return FormatFault.CBOR_INDEFINITE;
    }
    return info >= 28 ? FormatFault.CBOR_RESERVED : FormatFault.CBOR_TYPE;
  }

  /** The fault of a tag or of a value of major type 7, or null for false, true and null. */
  static @Nullable FormatFault unlessNullOrBoolean(int major, int info) {
    if (major == CborCursor.TAG) {
      return info == 31
          ? FormatFault.CBOR_INDEFINITE
          : info >= 28 ? FormatFault.CBOR_RESERVED : FormatFault.CBOR_TAG;
    }
    return switch (info) {
      case 20, 21, 22 -> null;
      case 25, 26, 27 -> FormatFault.CBOR_FLOAT;
      case 28, 29, 30 -> FormatFault.CBOR_RESERVED;
      case 31 -> FormatFault.CBOR_INDEFINITE;
      default -> FormatFault.CBOR_SIMPLE;
    };
  }
}
