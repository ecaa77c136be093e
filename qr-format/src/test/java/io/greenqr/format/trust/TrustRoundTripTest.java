package io.greenqr.format.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import org.junit.jupiter.api.Test;

/** What is written is read back as it was, and is what CBOR-Java's canonical encoder writes. */
class TrustRoundTripTest {
  private static final int TIMES = 300;

  /** How a kind of document is read and written. */
  private interface Decoder<T> {
    T decode(byte[] payload) throws FormatException;
  }

  private static <T> void assertReadBack(
      TrustGenerator generator, DocumentType type, T document, byte[] payload, Decoder<T> decoder)
      throws FormatException {
    T read = decoder.decode(payload);
    assertEquals(document, read);
    assertEquals(document.hashCode(), read.hashCode());
    assertEquals(document.toString(), read.toString());
    assertArrayEquals(payload, CanonicalCbor.encode(payload));

    SignedDocument signed = generator.signed(type, payload);
    byte[] bytes = signed.bytes();
    assertArrayEquals(bytes, CanonicalCbor.encode(bytes));
    for (SignedDocument again :
        new SignedDocument[] {
          SignedDocument.parse(bytes, type), SignedDocument.parseDraft(bytes)
        }) {
      assertEquals(signed, again);
      assertEquals(type, again.type());
      assertEquals(signed.signatures(), again.signatures());
      assertArrayEquals(payload, again.unverifiedPayload());
      assertArrayEquals(signed.digest(), again.digest());
      assertArrayEquals(bytes, again.bytes());
    }
  }

  @Test
  void roots() throws FormatException {
    TrustGenerator generator = new TrustGenerator(51);
    for (int i = 0; i < TIMES; i++) {
      RootDocument root = generator.root();
      byte[] payload = root.encode();
      assertReadBack(generator, DocumentType.ROOT, root, payload, RootDocument::decode);
      assertArrayEquals(payload, RootDocument.decode(payload).encode());
    }
  }

  @Test
  void trustLists() throws FormatException {
    TrustGenerator generator = new TrustGenerator(52);
    for (int i = 0; i < TIMES; i++) {
      TrustListDocument list = generator.trustList();
      byte[] payload = list.encode();
      assertReadBack(generator, DocumentType.TRUST_LIST, list, payload, TrustListDocument::decode);
      assertArrayEquals(payload, TrustListDocument.decode(payload).encode());
      assertEquals(
          list,
          list.successor(list.version(), list.issuedAt(), list.expires(), list.closes())
              .statusExpires(list.statusExpires())
              .build());
    }
  }

  @Test
  void statusLists() throws FormatException {
    TrustGenerator generator = new TrustGenerator(53);
    for (int i = 0; i < TIMES; i++) {
      StatusListDocument list = generator.statusList();
      byte[] payload = list.encode();
      assertReadBack(
          generator, DocumentType.STATUS_LIST, list, payload, StatusListDocument::decode);
      assertArrayEquals(payload, StatusListDocument.decode(payload).encode());
      assertEquals(StatusPin.of(list.list(), list.version(), list.entries().digest()), list.pin());
    }
  }

  @Test
  void deltas() throws FormatException {
    TrustGenerator generator = new TrustGenerator(54);
    for (int i = 0; i < TIMES; i++) {
      StatusDelta delta = generator.delta();
      byte[] payload = delta.encode();
      assertReadBack(generator, DocumentType.STATUS_DELTA, delta, payload, StatusDelta::decode);
      assertArrayEquals(payload, StatusDelta.decode(payload).encode());
    }
  }

  @Test
  void freshnessCards() throws FormatException {
    TrustGenerator generator = new TrustGenerator(55);
    for (int i = 0; i < TIMES; i++) {
      FreshnessCard card = generator.card();
      byte[] payload = card.encode();
      assertReadBack(generator, DocumentType.FRESHNESS_CARD, card, payload, FreshnessCard::decode);
      assertArrayEquals(payload, FreshnessCard.decode(payload).encode());
      SignedDocument signed = generator.signed(DocumentType.FRESHNESS_CARD, payload);
      String text = FreshnessCard.text(signed);
      assertArrayEquals(signed.bytes(), FreshnessCard.parseText(text).bytes());
      assertEquals(text, FreshnessCard.text(FreshnessCard.parseText(text)));
    }
  }

  @Test
  void bundles() throws FormatException {
    TrustGenerator generator = new TrustGenerator(56);
    for (int i = 0; i < 100; i++) {
      TrustBundle bundle = generator.bundle();
      byte[] bytes = bundle.bytes();
      TrustBundle read = TrustBundle.parse(bytes);
      assertEquals(bundle.roots(), read.roots());
      assertEquals(bundle.trustList(), read.trustList());
      assertEquals(bundle.statusLists(), read.statusLists());
      assertEquals(bundle.deltas(), read.deltas());
      assertEquals(bundle.documents(), read.documents());
      assertEquals(bundle.toString(), read.toString());
      assertArrayEquals(bytes, read.bytes());
      assertArrayEquals(bytes, CanonicalCbor.encode(bytes));
    }
  }

  @Test
  void whatAVerifierHolds() throws FormatException {
    TrustGenerator generator = new TrustGenerator(57);
    for (int i = 0; i < 100; i++) {
      HeldTrust held = generator.held();
      byte[] bytes = held.bytes();
      HeldTrust read = HeldTrust.parse(bytes);
      assertEquals(held.roots(), read.roots());
      assertEquals(held.trustList(), read.trustList());
      assertEquals(held.card(), read.card());
      assertEquals(held.superseding(), read.superseding());
      assertEquals(held.statusLists(), read.statusLists());
      assertEquals(held.documents(), read.documents());
      assertArrayEquals(bytes, read.bytes());
      assertArrayEquals(bytes, CanonicalCbor.encode(bytes));
    }
  }
}
