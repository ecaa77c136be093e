package io.greenqr.conformance;

import static io.greenqr.conformance.Wire.bytes;
import static io.greenqr.conformance.Wire.head;
import static io.greenqr.conformance.Wire.hex;
import static io.greenqr.conformance.Wire.string;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Adler32;

/** Signed documents and bundles by hand, in hexadecimal digits, right or wrong. */
final class TrustWire {
  static final String ROOT = "GQ1 root";
  static final String LIST = "GQ1 trust list";
  static final String STATUS = "GQ1 status list";
  static final String DELTA = "GQ1 status delta";
  static final String CARD = "GQ1 freshness card";
  static final String POLICY = "GQ1 policy";

  private TrustWire() {}

  /** A document with the signatures of {@code signers} in their order. */
  static String signed(String context, String payload, SigningKey... signers) {
    return envelope(payload, signatures(context, payload, signers));
  }

  /** The envelope with these signatures as they stand. */
  static String envelope(String payload, List<String> signatures) {
    return "d862 84 40 a0 " + string(bytes(payload)) + " " + array(signatures);
  }

  static List<String> signatures(String context, String payload, SigningKey... signers) {
    return ordered(Stream.of(signers).map(signer -> signature(context, payload, signer)).toList());
  }

  /** By key identifier and signature, which is the order of their digits behind the algorithm. */
  static List<String> ordered(List<String> signatures) {
    List<String> ordered = new ArrayList<>(signatures);
    ordered.sort((a, b) -> orderKey(a).compareTo(orderKey(b)));
    return ordered;
  }

  private static String orderKey(String signature) {
    return signature.replaceAll("^83 49 a2 01 .. 04 44 ", "");
  }

  static String signature(String context, String payload, SigningKey signer) {
    return signature(signer, sign(signer, toBeSigned(context, payload, signer)));
  }

  static String signature(SigningKey signer, byte[] signature) {
    return "83 49 " + header(signer) + " a0 5840 " + hex(signature);
  }

  private static String header(SigningKey signer) {
    boolean esp256 = signer.publicKey().algorithm() == SignatureAlgorithm.ESP256;
    return "a2 01 " + (esp256 ? "28" : "32") + " 04 44 " + signer.publicKey().keyId();
  }

  static byte[] toBeSigned(String context, String payload, SigningKey signer) {
    return bytes(
        "85 69"
            + hex("Signature".getBytes(StandardCharsets.US_ASCII))
            + "40"
            + string(bytes(header(signer)))
            + string(context.getBytes(StandardCharsets.US_ASCII))
            + string(bytes(payload)));
  }

  static byte[] sign(SigningKey signer, byte[] message) {
    try {
      return signer.signer().sign(message);
    } catch (SigningException e) {
      throw new AssertionError(e);
    }
  }

  static String array(List<String> items) {
    return (head(4, items.size()) + " " + String.join(" ", items)).strip();
  }

  static String array(String... items) {
    return array(List.of(items));
  }

  /** The items of a list of byte strings. */
  static String strings(List<String> documents) {
    return array(documents.stream().map(document -> string(bytes(document))).toList());
  }

  static String bundle(
      List<String> roots,
      String list,
      List<String> statusLists,
      List<String> deltas,
      String... documents) {
    return "86 64 47514231 "
        + strings(roots)
        + " "
        + string(bytes(list))
        + " "
        + strings(statusLists)
        + " "
        + strings(deltas)
        + " "
        + array(documents);
  }

  /** The SHA-256 of bytes, as a byte string. */
  static String digest(String content) {
    return string(TestKeys.sha256(bytes(content)));
  }

  /**
   * A zlib stream that stores {@code content}: what compressors write differs from one to the next,
   * and the files must not.
   */
  static String stored(String content) {
    byte[] plain = bytes(content);
    Adler32 sum = new Adler32();
    sum.update(plain);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("7801 01"));
    out.write(plain.length);
    out.write(plain.length >>> 8);
    out.write(~plain.length);
    out.write(~plain.length >>> 8);
    out.writeBytes(plain);
    out.writeBytes(bytes("%08x".formatted(sum.getValue())));
    return string(out.toByteArray());
  }

  static String cardText(String card) {
    return "GQF1:" + Base45Text.encode(bytes(card));
  }
}
