package io.greenqr.format.trust;

import com.upokecenter.cbor.CBORObject;
import java.util.HexFormat;

/** Tokens as other systems may write them, put together by CBOR-Java. */
final class TokenBytes {
  private TokenBytes() {}

  static byte[] token(String listHex) {
    return wrap(
        "a20126" + "10781a6170706c69636174696f6e2f7374617475736c6973742b637774",
        "a0",
        "a302614106" + "0119fffd" + listHex,
        "00".repeat(31) + "01" + "00".repeat(31) + "01");
  }

  static byte[] wrap(String header, String unprotected, String payload, String signature) {
    HexFormat hex = HexFormat.of();
    return CBORObject.FromObjectAndTag(
            CBORObject.NewArray()
                .Add(hex.parseHex(header))
                .Add(CBORObject.DecodeFromBytes(hex.parseHex(unprotected)))
                .Add(hex.parseHex(payload))
                .Add(hex.parseHex(signature)),
            18)
        .EncodeToBytes();
  }
}
