package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.upokecenter.cbor.CBORObject;
import io.greenqr.format.Allocation;
import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.policy.PolicyParts;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents of one meaning have one byte string, and no bytes do more than be refused. */
class HostileDocumentTest {
  private static final Set<FormatFault> INCOMPLETE =
      Set.of(FormatFault.CBOR_TRUNCATED, FormatFault.CBOR_LENGTH);

  /** What a stranger may hand in. */
  enum Kind {
    ROOT,
    TRUST_LIST,
    STATUS_LIST,
    DELTA,
    CARD,
    ENVELOPE,
    BUNDLE,
    HELD,
    POLICY;

    private Parts parts() {
      return switch (this) {
        case ROOT -> TrustParts.root();
        case TRUST_LIST -> TrustParts.trustList();
        case STATUS_LIST -> TrustParts.statusList();
        case DELTA -> TrustParts.delta();
        case CARD -> TrustParts.card();
        case ENVELOPE -> TrustParts.envelope();
        case BUNDLE -> TrustParts.bundle();
        case HELD -> TrustParts.held();
        case POLICY -> PolicyParts.policy();
      };
    }

    /** What is read, written again. */
    private byte[] copy(byte[] bytes) throws FormatException {
      return switch (this) {
        case ROOT -> RootDocument.decode(bytes).encode();
        case TRUST_LIST -> TrustListDocument.decode(bytes).encode();
        case STATUS_LIST -> statusList(bytes);
        case DELTA -> StatusDelta.decode(bytes).encode();
        case CARD -> FreshnessCard.decode(bytes).encode();
        case ENVELOPE -> SignedDocument.parseDraft(bytes).bytes();
        case BUNDLE -> TrustBundle.parse(bytes).bytes();
        case HELD -> held(bytes);
        case POLICY -> PolicyParts.copy(bytes);
      };
    }

    /** Whether the bytes are a document; if so, they must be what it is written as. */
    private boolean holds(byte[] bytes) {
      byte[] again;
      try {
        again = copy(bytes);
      } catch (FormatException e) {
        assertTrue(e.offset() >= 0 && e.offset() <= bytes.length, e::getMessage);
        return false;
      }
      assertArrayEquals(bytes, again);
      return true;
    }
  }

  /**
   * One content can be deflated in many ways, and the digest is that of the content: apart from the
   * stream, the list is written as it was read.
   */
  private static byte[] statusList(byte[] bytes) throws FormatException {
    StatusListDocument list = StatusListDocument.decode(bytes);
    CBORObject received = CBORObject.DecodeFromBytes(bytes);
    received.set(5, CBORObject.FromObject(StatusDeflation.deflate(list.entries())));
    assertArrayEquals(received.EncodeToBytes(), list.encode());
    return bytes;
  }

  private static byte[] held(byte[] bytes) throws FormatException {
    HeldTrust held = HeldTrust.parse(bytes);
    CBORObject received = CBORObject.DecodeFromBytes(bytes);
    for (int i = 0; i < held.statusLists().size(); i++) {
      byte[] stream = StatusDeflation.deflateQuickly(held.statusLists().get(i).entries());
      received.get(5).get(i).set(2, CBORObject.FromObject(stream));
    }
    assertArrayEquals(received.EncodeToBytes(), held.bytes());
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void isOneToBeginWith(Kind kind) throws FormatException {
    byte[] bytes = kind.parts().bytes();
    assertTrue(kind.holds(bytes));
    assertArrayEquals(bytes, kind.copy(bytes));
  }

  @ParameterizedTest
  @EnumSource
  void withOneBitTurnedIsAnotherOrNone(Kind kind) {
    byte[] bytes = kind.parts().bytes();
    int others = 0;
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      others += kind.holds(Bytes.flipped(bytes, bit)) ? 1 : 0;
    }
    assertTrue(others > 0 && others < 8 * bytes.length, "both happen");
  }

  @ParameterizedTest
  @EnumSource
  void withAByteMoreLessOrReplacedIsAnotherOrNone(Kind kind) {
    byte[] bytes = kind.parts().bytes();
    for (int at = 0; at < bytes.length; at++) {
      kind.holds(Bytes.without(bytes, at));
      for (int value : new int[] {0x00, 0x18, 0x20, 0x40, 0x60, 0x80, 0xa0, 0xc1, 0xf6, 0xff}) {
        kind.holds(Bytes.inserted(bytes, at, value));
        kind.holds(Bytes.inserted(Bytes.without(bytes, at), at, value));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void cutAnywhereIsIncomplete(Kind kind) {
    byte[] bytes = kind.parts().bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      FormatException e = assertThrows(FormatException.class, () -> kind.copy(cut));
      assertTrue(INCOMPLETE.contains(e.fault()), e::getMessage);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingMayFollow(Kind kind) {
    byte[] bytes = kind.parts().bytes();
    for (int value = 0; value < 256; value++) {
      byte[] longer = Bytes.inserted(bytes, bytes.length, value);
      assertFault(FormatFault.CBOR_TRAILING, bytes.length, () -> kind.copy(longer));
    }
  }

  /** A count or length that is not there is found out before memory is taken for it. */
  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ROOT        | roles         | ba7fffffff             | CBOR_LENGTH
          ROOT        | root-keys     | 9a7fffffff             | CBOR_LENGTH
          ROOT        | root-keys     | 9b7fffffffffffffff     | CBOR_LENGTH
          TRUST_LIST  | issuers       | 9a7fffffff             | CBOR_LENGTH
          TRUST_LIST  | keys-a        | 991388                 | CBOR_LENGTH
          TRUST_LIST  | keys-b        | 9bffffffffffffffff     | CBOR_LENGTH
          TRUST_LIST  | name-a        | 7a7fffffff             | CBOR_LENGTH
          TRUST_LIST  | status-pins   | 9a7fffffff             | CBOR_LENGTH
          TRUST_LIST  | pin-digest-1  | 5a7fffffff             | CBOR_LENGTH
          TRUST_LIST  | document-pins | 9a7fffffff             | CBOR_LENGTH
          STATUS_LIST | entries       | 5a7fffffff             | CBOR_LENGTH
          STATUS_LIST | entries       | 5b7fffffffffffffff     | CBOR_LENGTH
          DELTA       | lists         | 9a7fffffff             | CBOR_LENGTH
          DELTA       | changes-1     | 9a00020000             | CBOR_LENGTH
          DELTA       | changes-2     | 9a7fffffff             | CBOR_LENGTH
          CARD        | digest        | 5a7fffffff             | CBOR_LENGTH
          ENVELOPE    | payload       | 5a7fffffff             | CBOR_LENGTH
          ENVELOPE    | signatures    | 9a7fffffff             | CBOR_LENGTH
          ENVELOPE    | unprotected   | ba7fffffff             | CBOR_LENGTH
          ENVELOPE    | header-1      | 5a7fffffff             | CBOR_LENGTH
          ENVELOPE    | value-1       | 5a7fffffff             | CBOR_LENGTH
          BUNDLE      | roots         | 9a7fffffff             | CBOR_LENGTH
          BUNDLE      | root          | 5a7fffffff             | CBOR_LENGTH
          BUNDLE      | trust-list    | 5a00100000             | CBOR_LENGTH
          BUNDLE      | status-lists  | 9a7fffffff             | CBOR_LENGTH
          BUNDLE      | deltas        | 9a7fffffff             | CBOR_LENGTH
          BUNDLE      | documents     | 9a7fffffff             | CBOR_LENGTH
          BUNDLE      | bytes-1       | 5a7fffffff             | CBOR_LENGTH
          HELD        | lists         | 9a7fffffff             | CBOR_LENGTH
          HELD        | entries       | 5a7fffffff             | CBOR_LENGTH
          POLICY      | places        | 9a7fffffff             | CBOR_LENGTH
          POLICY      | vi            | 7a7fffffff             | CBOR_LENGTH
          POLICY      | lifts         | ba7fffffff             | CBOR_LENGTH
          POLICY      | rules         | 9a7fffffff             | CBOR_LENGTH
          POLICY      | condition-1   | 7b7fffffffffffffff     | CBOR_LENGTH
          """)
  void lengthsThatLieTakeNoMemory(Kind kind, String part, String hex, FormatFault fault)
      throws Throwable {
    Parts parts = kind.parts().with(part, hex);
    byte[] bytes = parts.bytes();
    assertFault(fault, parts.at(part), () -> kind.copy(bytes));
    long allocated =
        Allocation.of(() -> assertThrows(FormatException.class, () -> kind.copy(bytes)));
    assertTrue(allocated < 200_000, () -> allocated + " bytes allocated");
  }

  @Test
  void noNestingIsDeepEnoughToHarm() {
    byte[] deep = Bytes.hex("81*60000");
    for (Kind kind : Kind.values()) {
      assertThrows(FormatException.class, () -> kind.copy(deep));
      byte[] key = Bytes.concat(Bytes.hex("8b 02 01 01 01 01 02 02 03 81 82 6141 81 82"), deep);
      assertThrows(FormatException.class, () -> kind.copy(key));
    }
  }
}
