package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored can be read: a state that cannot is an error that no verifier recovers from. */
class HeldTrustTest {
  private static final StatusEntries ENTRIES = StatusEntries.allValid(4);

  private static SignedDocument document(DocumentType type, String payload) throws FormatException {
    byte[] item = Bytes.hex(TrustParts.signed(payload));
    return SignedDocument.parse(Arrays.copyOfRange(item, 2, item.length), type);
  }

  private static HeldTrust held(int roots, List<HeldList> lists, List<BundledDocument> documents)
      throws FormatException {
    return HeldTrust.of(
        Collections.nCopies(roots, document(DocumentType.ROOT, "81 01")),
        document(DocumentType.TRUST_LIST, "81 02"),
        null,
        null,
        lists,
        documents);
  }

  private static List<HeldList> lists(int count) {
    List<HeldList> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(HeldList.of(i, 1, ENTRIES));
    }
    return lists;
  }

  private static List<BundledDocument> documents(int count) {
    List<BundledDocument> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(BundledDocument.of(1, String.format("%03d", i), new byte[0]));
    }
    return documents;
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "64, 1024, 256"})
  void isReadBackUpToItsBounds(int roots, int lists, int documents) throws FormatException {
    HeldTrust read = HeldTrust.parse(held(roots, lists(lists), documents(documents)).bytes());
    assertEquals(roots, read.roots().size());
    assertEquals(lists, read.statusLists().size());
    assertEquals(documents, read.documents().size());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "65, 0, 0", "1, 1025, 0", "1, 0, 257"})
  void isNotMadeBeyondThem(int roots, int lists, int documents) {
    assertInvalid(FormatFault.COUNT_RANGE, () -> held(roots, lists(lists), documents(documents)));
  }

  @Test
  void isNotMadeInAnotherOrder() {
    List<HeldList> lists = lists(2);
    List<BundledDocument> documents = documents(2);
    Collections.reverse(lists);
    Collections.reverse(documents);
    List<BundledDocument> none = Collections.emptyList();
    assertInvalid(FormatFault.ENTRY_ORDER, () -> held(1, lists, none));
    assertInvalid(FormatFault.ENTRY_ORDER, () -> held(1, lists(0), documents));
    assertInvalid(
        FormatFault.ENTRY_ORDER, () -> held(1, Collections.nCopies(2, lists.get(0)), none));
    assertInvalid(
        FormatFault.ENTRY_ORDER, () -> held(1, lists(0), Collections.nCopies(2, documents.get(0))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          held         | 86                     | RECORD_TOO_SHORT | held
          held         | 88                     | RECORD_TOO_LONG  | held
          mark         | 6447514231             | BUNDLE_MARK      | mark
          roots        | 80                     | COUNT_RANGE      | roots
          trust-list   | f7                     | CBOR_SIMPLE      | trust-list
          card         | f4                     | CBOR_TYPE        | card
          superseding  | 81                     | RECORD_TOO_SHORT | superseding
          superseding  | 83                     | RECORD_TOO_LONG  | superseding
          root-version | 00                     | VERSION_RANGE    | root-version
          version      | 1b0020000000000000     | VERSION_RANGE    | version
          list-1       | 82                     | RECORD_TOO_SHORT | list-1
          list-1       | 84                     | RECORD_TOO_LONG  | list-1
          number-1     | 08                     | ENTRY_ORDER      | list-2
          number-1     | 09                     | ENTRY_ORDER      | list-2
          number-2     | 1a00010000             | STATUS_RANGE     | number-2
          version-1    | 00                     | VERSION_RANGE    | version-1
          entries      | 4a                     | STATUS_ENTRIES   | entries
          kind-1       | 00                     | CODE_RANGE       | document-1
          """)
  void isReadAsStrictlyAsABundle(String part, String hex, FormatFault fault, String at) {
    Parts parts = TrustParts.held().with(part, hex);
    assertFault(fault, parts.at(at), () -> HeldTrust.parse(parts.bytes()));
  }

  @Test
  void everythingButARootMayBeMissing() throws FormatException {
    Parts parts =
        TrustParts.held()
            .with("trust-list", "f6")
            .with("superseding", "f6")
            .with("root-version", "-");
    HeldTrust held = HeldTrust.parse(parts.with("version", "-").bytes());
    assertFalse(held.trustList().isPresent());
    assertFalse(held.card().isPresent());
    assertFalse(held.superseding().isPresent());
    HeldTrust root = HeldTrust.of(document(DocumentType.ROOT, "81 01"));
    assertEquals(root.roots(), HeldTrust.parse(root.bytes()).roots());
  }

  @Test
  void aCardOrANewerVersionReplacesThatAndNothingElse() throws FormatException {
    HeldTrust held = held(2, lists(3), documents(4));
    SignedDocument card = document(DocumentType.FRESHNESS_CARD, "81 05");
    HeldTrust carded = held.withCard(card).supersededBy(TrustVersion.of(3, 4));
    assertEquals(card, carded.card().orElseThrow());
    assertEquals(TrustVersion.of(3, 4), carded.superseding().orElseThrow());
    assertEquals(held.roots(), carded.roots());
    assertEquals(held.trustList(), carded.trustList());
    assertEquals(held.statusLists(), carded.statusLists());
    assertEquals(held.documents(), carded.documents());
    assertThrows(UnsupportedOperationException.class, () -> carded.roots().clear());
    assertThrows(UnsupportedOperationException.class, () -> carded.statusLists().clear());
    assertThrows(UnsupportedOperationException.class, () -> carded.documents().clear());
  }
}
