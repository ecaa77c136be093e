package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The bundle of docs/spec/trust.md section 10: what deviates in one part, and its bounds. */
class TrustBundleTest {
  @ParameterizedTest(name = "bundle, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bundle       | 85                 | RECORD_TOO_SHORT  | bundle
          bundle       | 87                 | RECORD_TOO_LONG   | bundle
          mark         | 6447514232         | BUNDLE_MARK       | mark
          mark         | 6447514831         | BUNDLE_MARK       | mark
          mark         | 4447514231         | CBOR_TYPE         | mark
          roots        | 80                 | COUNT_RANGE       | roots
          status-lists | a1                 | CBOR_TYPE         | status-lists
          document-1   | 82                 | RECORD_TOO_SHORT  | document-1
          document-1   | 84                 | RECORD_TOO_LONG   | document-1
          kind-1       | 00                 | CODE_RANGE        | document-1
          kind-1       | 02                 | ENTRY_ORDER       | document-2
          kind-2       | 18ff               | -                 | -
          kind-2       | 190100             | CODE_RANGE        | document-2
          name-1       | 6142               | ENTRY_ORDER       | document-2
          name-1       | 624141             | -                 | -
          name-1       | 75 41*21           | CODE_TEXT         | document-1
          name-2       | 6120               | CODE_TEXT         | document-2
          bytes-2      | f6                 | CBOR_TYPE         | bytes-2
          deltas       | 81 41 00           | COSE_TAG          | deltas+2
          """)
  void bundle(String part, String hex, String fault, String at) throws FormatException {
    Deviation.Copy copy = bytes -> TrustBundle.parse(bytes).bytes();
    Parts parts = TrustParts.bundle();
    if (at.equals("deltas+2")) {
      assertFault(
          FormatFault.valueOf(fault),
          parts.at("deltas") + 2,
          () -> copy.of(parts.with(part, hex).bytes()));
    } else {
      Deviation.check(parts, copy, part, hex, fault, at);
    }
  }

  @Test
  void aBundleTakesEachDocumentInItsPlaceOnly() {
    Parts parts = TrustParts.bundle();
    byte[] bytes = parts.with("root", TrustParts.signed("81 02")).bytes();
    assertFault(FormatFault.DOCUMENT_KIND, () -> TrustBundle.parse(bytes));
    byte[] list = parts.with("trust-list", TrustParts.signed("81 01")).bytes();
    assertFault(FormatFault.DOCUMENT_KIND, () -> TrustBundle.parse(list));
    byte[] status = parts.with("status-list", TrustParts.signed("86 04 01 07 01 00 40")).bytes();
    assertFault(FormatFault.DOCUMENT_KIND, () -> TrustBundle.parse(status));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, -", "7, 8, -", "7, 7, ENTRY_ORDER", "8, 7, ENTRY_ORDER", "0, 0, ENTRY_ORDER"})
  void aBundleHasItsStatusListsByNumber(int first, int second, String fault)
      throws FormatException {
    Deviation.check(
        TrustParts.bundle().with("status-list", TrustParts.statusListIn(first)),
        bytes -> TrustBundle.parse(bytes).bytes(),
        "status-list-2",
        TrustParts.statusListIn(second),
        fault,
        "status-list-2");
  }

  @Test
  void aBundleHasStatusListsThatHaveANumber() {
    Parts parts = TrustParts.bundle();
    byte[] bytes =
        parts.with("status-list", TrustParts.signed("86 03 01 1a00010000 01 00 40")).bytes();
    assertFault(FormatFault.STATUS_RANGE, parts.at("status-list"), () -> TrustBundle.parse(bytes));
  }

  @Test
  void aBundleHas1To64Roots() throws FormatException {
    SignedDocument root = parse(DocumentType.ROOT, "81 01");
    SignedDocument list = parse(DocumentType.TRUST_LIST, "81 02");
    List<SignedDocument> none = Collections.emptyList();
    List<SignedDocument> roots = Collections.nCopies(64, root);
    TrustBundle bundle = TrustBundle.of(roots, list, none, none, Collections.emptyList());
    assertEquals(64, TrustBundle.parse(bundle.bytes()).roots().size());
    assertInvalid(
        FormatFault.COUNT_RANGE,
        () ->
            TrustBundle.of(
                Collections.nCopies(65, root), list, none, none, Collections.emptyList()));
    assertInvalid(
        FormatFault.COUNT_RANGE,
        () -> TrustBundle.of(none, list, none, none, Collections.emptyList()));
  }

  @Test
  void aBundleHasUpTo64DeltasAnd256Documents() throws FormatException {
    SignedDocument root = parse(DocumentType.ROOT, "81 01");
    SignedDocument list = parse(DocumentType.TRUST_LIST, "81 02");
    SignedDocument delta = parse(DocumentType.STATUS_DELTA, "81 04");
    List<SignedDocument> roots = Collections.singletonList(root);
    List<SignedDocument> none = Collections.emptyList();
    List<BundledDocument> documents = new ArrayList<>();
    for (int i = 0; i < 257; i++) {
      documents.add(BundledDocument.of(7, String.format("%03d", i), new byte[1]));
    }
    TrustBundle bundle =
        TrustBundle.of(
            roots, list, none, Collections.nCopies(64, delta), documents.subList(0, 256));
    assertEquals(64, TrustBundle.parse(bundle.bytes()).deltas().size());
    assertInvalid(
        FormatFault.COUNT_RANGE,
        () ->
            TrustBundle.of(
                roots, list, none, Collections.nCopies(65, delta), Collections.emptyList()));
    assertInvalid(
        FormatFault.COUNT_RANGE, () -> TrustBundle.of(roots, list, none, none, documents));
  }

  private static SignedDocument parse(DocumentType type, String payload) throws FormatException {
    byte[] item = Bytes.hex(TrustParts.signed(payload));
    return SignedDocument.parse(Arrays.copyOfRange(item, 2, item.length), type);
  }

  @Test
  void documentsOfABundleAndBundlesAreBound() throws FormatException {
    assertEquals(1 << 20, BundledDocument.of(1, "A", new byte[1 << 20]).bytes().length);
    assertInvalid(
        FormatFault.DOCUMENT_TOO_LONG, () -> BundledDocument.of(1, "A", new byte[(1 << 20) + 1]));
    assertInvalid(FormatFault.CODE_RANGE, () -> BundledDocument.of(0, "A", new byte[0]));
    assertInvalid(FormatFault.CODE_RANGE, () -> BundledDocument.of(256, "A", new byte[0]));
    assertInvalid(FormatFault.CODE_TEXT, () -> BundledDocument.of(1, "", new byte[0]));
    assertInvalid(FormatFault.CODE_RANGE, () -> DocumentPin.of(0, "A", 1, new byte[32]));
    assertInvalid(FormatFault.CODE_RANGE, () -> DocumentPin.of(256, "A", 1, new byte[32]));
    assertInvalid(FormatFault.CODE_TEXT, () -> DocumentPin.of(1, "A B", 1, new byte[32]));
    int most = 1 << 25;
    assertFault(FormatFault.DOCUMENT_TOO_LONG, most, () -> TrustBundle.parse(new byte[most + 1]));
    assertFault(FormatFault.CBOR_TYPE, 0, () -> TrustBundle.parse(new byte[most]));
    assertFault(
        FormatFault.DOCUMENT_TOO_LONG, 2 * most, () -> HeldTrust.parse(new byte[2 * most + 1]));
    Parts bundle = TrustParts.bundle();
    String longest = "5a00100000 00*1048576";
    byte[] fits = bundle.with("bytes-2", longest).bytes();
    assertEquals(fits.length, TrustBundle.parse(fits).bytes().length);
    byte[] tooLong = bundle.with("bytes-2", "5a00100001 00*1048577").bytes();
    assertFault(FormatFault.DOCUMENT_TOO_LONG, () -> TrustBundle.parse(tooLong));
    byte[] root = bundle.with("root", "5a00010001 00*65537").bytes();
    assertFault(FormatFault.DOCUMENT_TOO_LONG, bundle.at("root"), () -> TrustBundle.parse(root));
  }
}
