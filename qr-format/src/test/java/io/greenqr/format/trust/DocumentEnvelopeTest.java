package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The COSE_Sign of docs/spec/trust.md section 3. */
class DocumentEnvelopeTest {
  private static final CoseKey KEY = CoseKey.ed25519(Bytes.hex("07*32"));
  private static final byte[] PAYLOAD = TrustParts.card().bytes();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tag 18, one signer        | tag           | d2                          | COSE_TAG             | tag
          tag 97, a MAC             | tag           | d861                        | COSE_TAG             | tag
          no tag                    | tag           | -                           | COSE_TAG             | tag
          tag in three bytes        | tag           | d90062                      | CBOR_NOT_SHORTEST    | tag
          tag twice                 | tag           | d862 d862                   | CBOR_TAG             | array-2
          three elements            | array         | 83                          | COSE_SHAPE           | array
          five elements             | array         | 85                          | COSE_SHAPE           | array
          a header of the body      | protected     | 41a0                        | COSE_HEADER          | protected
          alg in the body           | protected     | 43a10128                    | COSE_HEADER          | protected
          body header as a map      | protected     | a0                          | CBOR_TYPE            | protected
          unprotected of the body   | unprotected   | a10400                      | COSE_UNPROTECTED     | unprotected
          unprotected as an array   | unprotected   | 80                          | CBOR_TYPE            | unprotected
          no payload (detached)     | payload       | f6                          | CBOR_TYPE            | payload
          payload length in 4 bytes | payload       | 5a0000002d                  | CBOR_NOT_SHORTEST    | payload
          no signature              | signatures    | 80                          | COUNT_RANGE          | signatures
          a signature more          | signatures    | 83                          | CBOR_TRUNCATED       | end
          a signature less          | signatures    | 81                          | CBOR_TRAILING        | signature-2
          signatures as a map       | signatures    | a1                          | CBOR_TYPE            | signatures
          signature of two          | signature-1   | 82                          | COSE_SHAPE           | signature-1
          signature of four         | signature-1   | 84                          | COSE_SHAPE           | signature-1
          alg -7                    | header-1      | 49 a201260444 11223344      | COSE_ALGORITHM       | header-1
          alg -8                    | header-1      | 49 a201270444 11223344      | COSE_ALGORITHM       | header-1
          no alg                    | header-1      | 47 a10444 11223344          | COSE_HEADER          | header-1
          no kid                    | header-1      | 43 a10128                   | COSE_HEADER          | header-1
          a third parameter         | header-1      | 4c a301280444 11223344 054100 | COSE_HEADER        | header-1
          kid of three bytes        | header-1      | 48 a201280443 112233        | COSE_KID             | header-1
          kid of eight bytes        | header-1      | 4d a201280448 1122334455667788 | COSE_KID          | header-1
          bytes behind the header   | header-1      | 4a a201280444 11223344 00   | CBOR_TRAILING        | header-1
          an empty header           | header-1      | 40                          | CBOR_TRUNCATED       | header-1
          unprotected kid           | unprotected-1 | a10400                      | COSE_UNPROTECTED     | unprotected-1
          signature of 63 bytes     | value-1       | 583f 00*30 01 00*31 01      | COSE_SIGNATURE_SIZE  | value-1
          signature of 65 bytes     | value-1       | 5841 00*31 01 00*32 01      | COSE_SIGNATURE_SIZE  | value-1
          an empty signature        | value-1       | 40                          | COSE_SIGNATURE_SIZE  | value-1
          r of zero                 | value-1       | 5840 00*63 01               | COSE_SIGNATURE_RANGE | value-1
          s of zero                 | value-1       | 5840 00*31 01 00*32         | COSE_SIGNATURE_RANGE | value-1
          a high s                  | value-1       | 5840 00*31 01 80 00*31      | COSE_SIGNATURE_RANGE | value-1
          S above the order         | value-2       | 5840 00*32 00*31 20         | COSE_SIGNATURE_RANGE | value-2
          kids descending           | header-1      | 49 a201280444 11223346      | SIGNER_ORDER         | signature-2
          kids unsigned             | header-1      | 49 a201280444 80000000      | SIGNER_ORDER         | signature-2
          same kid, lower signature | header-2      | 49 a201320444 11223344      | SIGNER_ORDER         | signature-2
          """)
  void rejectsEveryOtherShape(String name, String part, String hex, FormatFault fault, String at) {
    Parts envelope = TrustParts.envelope().with(part, hex);
    byte[] bytes = envelope.bytes();
    int offset =
        at.equals("end")
            ? bytes.length
            : at.equals("array-2") ? envelope.at("array") - 2 : envelope.at(at);
    assertFault(fault, offset, () -> SignedDocument.parse(bytes, DocumentType.FRESHNESS_CARD));
    if (!name.equals("no signature")) {
      assertFault(fault, offset, () -> SignedDocument.parseDraft(bytes));
    }
  }

  @Test
  void signersWithOneKidStandByTheirSignatures() throws FormatException {
    Parts envelope = TrustParts.envelope().with("header-2", "49 a201280444 11223344");
    byte[] twice = envelope.with("value-2", "5840 00*31 01 00*31 01").bytes();
    assertFault(
        FormatFault.SIGNER_ORDER,
        envelope.at("signature-2"),
        () -> SignedDocument.parse(twice, DocumentType.FRESHNESS_CARD));
    byte[] ascending = envelope.with("value-2", "5840 00*31 01 00*31 02").bytes();
    SignedDocument card = SignedDocument.parse(ascending, DocumentType.FRESHNESS_CARD);
    assertArrayEquals(ascending, card.bytes());
    assertEquals(2, card.signatures().size());
  }

  @Test
  void aDraftMayHaveNoSignatureYet() throws FormatException {
    byte[] payload = Bytes.concat(Bytes.hex("d862 84 40 a0 582d"), PAYLOAD);
    byte[] bytes = Bytes.concat(payload, Bytes.hex("80"));
    SignedDocument draft = SignedDocument.parseDraft(bytes);
    assertArrayEquals(bytes, draft.bytes());
    assertEquals(Collections.emptyList(), draft.signatures());
    assertEquals(
        draft, SignedDocument.of(DocumentType.FRESHNESS_CARD, PAYLOAD, Collections.emptyList()));
    assertFault(
        FormatFault.COUNT_RANGE,
        payload.length,
        () -> SignedDocument.parse(bytes, DocumentType.FRESHNESS_CARD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          41 00       | CBOR_TYPE       | 0
          40          | CBOR_TRUNCATED  | 0
          41 80       | DOCUMENT_KIND   | 0
          42 8001     | DOCUMENT_KIND   | 0
          41 81       | CBOR_LENGTH     | 0
          42 8120     | CBOR_TYPE       | 1
          42 8100     | DOCUMENT_KIND   | 1
          42 8107     | DOCUMENT_KIND   | 1
          46 811a 00000005 | CBOR_NOT_SHORTEST | 1
          4a 811b 0000000100000005 | DOCUMENT_KIND | 1
          """)
  void aPayloadBeginsWithItsKindAndAFaultIsWhereItStandsInTheDocument(
      String payload, FormatFault fault, int offset) {
    Parts envelope = TrustParts.envelope().with("payload", payload).with("content", "-");
    assertFault(
        fault,
        envelope.at("payload") + 1 + offset,
        () -> SignedDocument.parse(envelope.bytes(), DocumentType.FRESHNESS_CARD));
    assertInvalid(
        fault,
        () ->
            SignedDocument.of(
                DocumentType.FRESHNESS_CARD,
                Arrays.copyOfRange(Bytes.hex(payload), 1, Bytes.hex(payload).length),
                Collections.emptyList()));
  }

  @ParameterizedTest
  @EnumSource
  void isOfOneKindAndOfNoOther(DocumentType type) throws FormatException {
    byte[] payload = {(byte) 0x81, (byte) type.code()};
    byte[] bytes = SignedDocument.of(type, payload, List.of(signature(1))).bytes();
    for (DocumentType expected : DocumentType.values()) {
      if (expected == type) {
        assertEquals(type, SignedDocument.parse(bytes, type).type());
      } else {
        assertFault(FormatFault.DOCUMENT_KIND, () -> SignedDocument.parse(bytes, expected));
        assertInvalid(
            FormatFault.DOCUMENT_KIND,
            () -> SignedDocument.of(expected, payload, Collections.emptyList()));
      }
    }
  }

  private static DocumentSignature signature(int number) {
    return DocumentSignature.of(
        KEY, Bytes.hex("00*30 " + String.format("%04x", number) + " 00*32"));
  }

  @Test
  void hasOneToThirtyTwoSignatures() throws FormatException {
    byte[] payload = {(byte) 0x81, 1};
    List<DocumentSignature> signatures = new ArrayList<>();
    for (int i = 33; i > 1; i--) {
      signatures.add(signature(i));
    }
    SignedDocument full = SignedDocument.of(DocumentType.ROOT, payload, signatures);
    byte[] bytes = full.bytes();
    SignedDocument read = SignedDocument.parse(bytes, DocumentType.ROOT);
    assertEquals(32, read.signatures().size());
    assertEquals(signature(2), read.signatures().get(0));
    assertInvalid(FormatFault.COUNT_RANGE, () -> full.with(signature(1)));
    assertInvalid(FormatFault.SIGNER_ORDER, () -> full.with(signature(2)));
    int count = 9;
    assertEquals(0x98, bytes[count - 1] & 0xff);
    byte[] one = Arrays.copyOfRange(bytes, count + 1, count + 1 + (bytes.length - count - 1) / 32);
    byte[] more = Bytes.concat(bytes, one);
    more[count]++;
    assertFault(
        FormatFault.COUNT_RANGE, count - 1, () -> SignedDocument.parse(more, DocumentType.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "ROOT, 65536",
    "TRUST_LIST, 1048576",
    "STATUS_LIST, 49152",
    "STATUS_DELTA, 2097152",
    "FRESHNESS_CARD, 1024"
  })
  void isReadUpToTheBoundOfItsKind(DocumentType type, int most) throws FormatException {
    assertEquals(most, type.maxBytes());
    SignedDocument empty = document(type, 3);
    SignedDocument longest = document(type, 3 + most - empty.bytes().length);
    while (longest.bytes().length > most) {
      longest = document(type, longest.unverifiedPayload().length - 1);
    }
    byte[] bytes = longest.bytes();
    assertEquals(most, bytes.length);
    assertEquals(longest, SignedDocument.parse(bytes, type));
    assertEquals(longest, SignedDocument.parseDraft(bytes));

    byte[] payload = payload(type, longest.unverifiedPayload().length + 1);
    assertInvalid(
        FormatFault.DOCUMENT_TOO_LONG,
        () -> SignedDocument.of(type, payload, List.of(signature(1))));
    byte[] longer = Bytes.concat(bytes, new byte[1]);
    assertFault(FormatFault.DOCUMENT_TOO_LONG, most, () -> SignedDocument.parse(longer, type));
    assertFault(
        type == DocumentType.STATUS_DELTA
            ? FormatFault.DOCUMENT_TOO_LONG
            : FormatFault.CBOR_TRAILING,
        most,
        () -> SignedDocument.parseDraft(longer));
  }

  @Test
  void aDraftIsBoundAsItsKindIs() throws FormatException {
    byte[] card =
        SignedDocument.of(
                DocumentType.STATUS_DELTA,
                payload(DocumentType.STATUS_DELTA, 1_100),
                List.of(signature(1)))
            .bytes();
    assertEquals(DocumentType.STATUS_DELTA, SignedDocument.parseDraft(card).type());
    // 82 04 becomes 82 05: the same as a card is too long.
    card[9] = 5;
    assertFault(FormatFault.DOCUMENT_TOO_LONG, 1_024, () -> SignedDocument.parseDraft(card));
  }

  private static SignedDocument document(DocumentType type, int length) {
    try {
      return SignedDocument.of(type, payload(type, length), List.of(signature(1)));
    } catch (InvalidValueException e) {
      return document(type, length - 1);
    }
  }

  private static byte[] payload(DocumentType type, int length) {
    byte[] payload = new byte[length];
    payload[0] = (byte) 0x82;
    payload[1] = (byte) type.code();
    return payload;
  }

  @Test
  void isTheSameDocumentWhoeverSignedIt() {
    SignedDocument one =
        SignedDocument.of(DocumentType.FRESHNESS_CARD, PAYLOAD, List.of(signature(1)));
    SignedDocument two = one.with(signature(2));
    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
    assertArrayEquals(one.digest(), two.digest());
    assertFalse(Arrays.equals(one.bytes(), two.bytes()));
    byte[] other = TrustParts.card().with("version", "03").bytes();
    assertNotEquals(
        one, SignedDocument.of(DocumentType.FRESHNESS_CARD, other, List.of(signature(1))));
    assertNotEquals(signature(1), signature(2));
    assertEquals("DocumentSignature[ED25519:" + KEY.keyId() + "]", signature(1).toString());
  }

  @Test
  void signaturesAreCheckedWhenTheyAreMade() {
    CoseKey p256 = CoseKey.p256(new byte[32], new byte[32]);
    assertInvalid(FormatFault.COSE_SIGNATURE_SIZE, () -> DocumentSignature.of(p256, new byte[63]));
    assertInvalid(FormatFault.COSE_SIGNATURE_SIZE, () -> DocumentSignature.of(p256, new byte[65]));
    assertInvalid(FormatFault.COSE_SIGNATURE_RANGE, () -> DocumentSignature.of(p256, new byte[64]));
    assertEquals(SignatureAlgorithm.ED25519, DocumentSignature.of(KEY, new byte[64]).algorithm());
  }

  @Test
  void keepsItsBytesWhateverItsCallersDoWithTheirs() throws FormatException {
    byte[] bytes = TrustParts.envelope().bytes();
    byte[] received = bytes.clone();
    SignedDocument card = SignedDocument.parse(bytes, DocumentType.FRESHNESS_CARD);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(card.unverifiedPayload(), (byte) 0);
    Arrays.fill(card.bytes(), (byte) 0);
    Arrays.fill(card.signatures().get(0).signature(), (byte) 0);
    assertArrayEquals(received, card.bytes());
  }
}
