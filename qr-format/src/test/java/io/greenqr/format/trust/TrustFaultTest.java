package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One deviation from docs/spec/trust.md a test: the fault and where it is, or what still holds. */
class TrustFaultTest {
  @Test
  void whatTheTestsDeviateFromIsValid() throws FormatException {
    byte[] root = TrustParts.root().bytes();
    assertArrayEquals(root, RootDocument.decode(root).encode());
    byte[] list = TrustParts.trustList().bytes();
    assertArrayEquals(list, TrustListDocument.decode(list).encode());
    byte[] status = TrustParts.statusList().bytes();
    assertArrayEquals(status, StatusListDocument.decode(status).encode());
    byte[] delta = TrustParts.delta().bytes();
    assertArrayEquals(delta, StatusDelta.decode(delta).encode());
    byte[] card = TrustParts.card().bytes();
    assertArrayEquals(card, FreshnessCard.decode(card).encode());
  }

  @ParameterizedTest(name = "root, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          root           | 85                      | RECORD_TOO_SHORT    | root
          root           | 87                      | RECORD_TOO_LONG     | root
          root           | a6                      | CBOR_TYPE           | root
          kind           | 02                      | DOCUMENT_KIND       | kind
          kind           | 1bffffffffffffffff      | CBOR_INTEGER_RANGE  | kind
          environment    | 00                      | ENVIRONMENT_UNKNOWN | environment
          environment    | 02                      | -                   | -
          environment    | 03                      | ENVIRONMENT_UNKNOWN | environment
          environment    | 1b0000000100000001      | ENVIRONMENT_UNKNOWN | environment
          environment    | 20                      | CBOR_TYPE           | environment
          version        | 00                      | VERSION_RANGE       | version
          version        | 1b001fffffffffffff      | -                   | -
          version        | 1b0020000000000000      | VERSION_RANGE       | version
          issued         | 1a60000001              | TIME_ORDER          | 0
          issued         | 1a60000002              | TIME_ORDER          | 0
          issued         | 20                      | CBOR_TYPE           | issued
          expires        | 1b0000003afff4417f      | -                   | -
          expires        | 1b0000003afff44180      | TIME_RANGE          | expires
          roles          | 85                      | CBOR_TYPE           | roles
          roles          | a4                      | CBOR_TRAILING       | other-number
          roles          | a6                      | CBOR_TRUNCATED      | end
          root-number    | 00                      | ROLE_RANGE          | root-number
          root-number    | 20                      | ROLE_RANGE          | root-number
          list-number    | 01                      | CBOR_KEY_DUPLICATE  | list-number
          list-number    | 03                      | CBOR_KEY_DUPLICATE  | status-number
          freshness-number | 05                    | ROLE_MISSING        | 0
          freshness-number | 02                    | CBOR_KEY_ORDER      | freshness-number
          other-number   | 05                      | -                   | -
          other-number   | 1840                    | ROLE_RANGE          | other-number
          other-number   | 1b7fffffffffffffff      | ROLE_RANGE          | other-number
          other-number   | 1b0000000100000005      | ROLE_RANGE          | other-number
          other-number   | 6135                    | CBOR_TYPE           | other-number
          root-role      | 81                      | RECORD_TOO_SHORT    | root-role
          root-role      | 83                      | RECORD_TOO_LONG     | root-role
          root-threshold | 00                      | THRESHOLD_RANGE     | root-role
          root-threshold | 01                      | -                   | -
          root-threshold | 03                      | THRESHOLD_RANGE     | root-role
          root-threshold | 1b0000000100000001      | THRESHOLD_RANGE     | root-role
          root-threshold | 20                      | CBOR_TYPE           | root-threshold
          list-threshold | 02                      | THRESHOLD_RANGE     | list-role
          root-keys      | 80                      | COUNT_RANGE         | root-keys
          root-keys      | 91                      | COUNT_RANGE         | root-keys
          root-key-1     | a301012006215820 02*32  | KEY_ORDER           | root-key-2
          root-key-1     | a301012006215820 03*32  | KEY_ORDER           | root-key-2
          root-key-1     | a401022001215820 0a*32 225820 0b*32 | KEY_ORDER | root-key-2
          root-key-1     | a301012006215820 01*31 02 | -                 | -
          list-key       | 00                      | CBOR_TYPE           | list-key
          """)
  void root(String part, String hex, String fault, String at) throws FormatException {
    Deviation.Copy copy = bytes -> RootDocument.decode(bytes).encode();
    if (at.equals("end")) {
      byte[] bytes = TrustParts.root().with(part, hex).bytes();
      assertFault(FormatFault.valueOf(fault), bytes.length, () -> copy.of(bytes));
    } else {
      Deviation.check(TrustParts.root(), copy, part, hex, fault, at);
    }
  }

  @ParameterizedTest(name = "trust list, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trust-list        | 8a                     | RECORD_TOO_SHORT    | trust-list
          trust-list        | 8c                     | RECORD_TOO_LONG     | trust-list
          kind              | 01                     | DOCUMENT_KIND       | kind
          environment       | 03                     | ENVIRONMENT_UNKNOWN | environment
          root-version      | 00                     | VERSION_RANGE       | root-version
          root-version      | 01                     | -                   | -
          root-version      | 1b0020000000000000     | VERSION_RANGE       | root-version
          version           | 00                     | VERSION_RANGE       | version
          version           | 01                     | -                   | -
          version           | 1b001ffffffffffffe     | -                   | -
          version           | 1b0020000000000000     | VERSION_RANGE       | version
          issued            | 0b                     | TIME_ORDER          | 0
          issued            | 14                     | TIME_ORDER          | 0
          expires           | 0a                     | TIME_ORDER          | 0
          expires           | 0b                     | -                   | -
          expires           | 1818                   | -                   | -
          expires           | 1819                   | TIME_ORDER          | 0
          status-expires    | 0a                     | TIME_ORDER          | 0
          status-expires    | 1818                   | -                   | -
          status-expires    | 1819                   | TIME_ORDER          | 0
          closes            | 13                     | TIME_ORDER          | 0
          closes            | 14                     | -                   | -
          closes            | 1b0000003afff4417f     | -                   | -
          closes            | 1b0000003afff44180     | TIME_RANGE          | closes
          issuers           | a1                     | CBOR_TYPE           | issuers
          issuer-a          | 83                     | RECORD_TOO_LONG     | issuer-a
          issuer-a          | 81                     | RECORD_TOO_SHORT    | issuer-a
          name-a            | 6142                   | ENTRY_ORDER         | issuer-b
          name-a            | 6143                   | ENTRY_ORDER         | issuer-b
          name-a            | 624141                 | -                   | -
          name-a            | 62c383                 | ENTRY_ORDER         | issuer-b
          name-a            | 60                     | ISSUER_NAME         | listed-1
          name-a            | 6120                   | ISSUER_NAME         | listed-1
          name-a            | 7840 41*64             | -                   | -
          name-a            | 7841 41*65             | ISSUER_NAME         | listed-1
          name-a            | 6341cc81               | CBOR_NOT_NFC        | name-a+1
          name-a            | 4141                   | CBOR_TYPE           | name-a
          name-b            | 6141                   | ENTRY_ORDER         | issuer-b
          keys-a            | 80                     | COUNT_RANGE         | keys-a
          keys-a            | 991389                 | CBOR_LENGTH         | keys-a
          listed-1          | 81                     | RECORD_TOO_SHORT    | listed-1
          listed-1          | 86                     | RECORD_TOO_LONG     | listed-1
          key-1             | a301012006215820 02*32 | ENTRY_ORDER         | listed-2
          key-1             | a301012006215820 03*32 | ENTRY_ORDER         | listed-2
          key-1             | a301012006215820 00*32 | -                   | -
          kinds-1           | 00                     | BITS_RANGE          | kinds-1
          kinds-1           | 0f                     | -                   | -
          kinds-1           | 10                     | BITS_RANGE          | kinds-1
          kinds-1           | 1b0000000100000001     | BITS_RANGE          | kinds-1
          not-before-1      | 04                     | -                   | -
          not-before-1      | 05                     | TIME_ORDER          | listed-1
          not-before-1      | f7                     | CBOR_SIMPLE         | not-before-1
          not-after-1       | f6                     | -                   | -
          not-after-1       | 20                     | CBOR_TYPE           | not-after-1
          state-1           | 81                     | RECORD_TOO_SHORT    | state-1
          state-1           | 83                     | RECORD_TOO_LONG     | state-1
          state-code-1      | 00                     | KEY_STATE           | listed-1
          state-code-1      | 01                     | -                   | -
          state-code-1      | 03                     | KEY_STATE           | listed-1
          since-1           | 1b0000003afff44180     | TIME_RANGE          | since-1
          not-after-2       | f6                     | RECORD_NULL         | not-after-2
          not-after-2       | 02                     | TIME_ORDER          | listed-2
          kinds-2           | 0f f6                  | CBOR_TYPE           | not-after-2
          status-pins       | a2                     | CBOR_TYPE           | status-pins
          pin-1             | 82                     | RECORD_TOO_SHORT    | pin-1
          pin-1             | 84                     | RECORD_TOO_LONG     | pin-1
          pin-list-1        | 19fffe                 | -                   | -
          pin-list-1        | 19ffff                 | ENTRY_ORDER         | pin-2
          pin-list-2        | 1a00010000             | STATUS_RANGE        | pin-list-2
          pin-list-2        | 1b0000000100000001     | STATUS_RANGE        | pin-list-2
          pin-list-2        | 00                     | ENTRY_ORDER         | pin-2
          pin-version-1     | 00                     | VERSION_RANGE       | pin-version-1
          pin-version-1     | 1b001fffffffffffff     | -                   | -
          pin-version-1     | 1b0020000000000000     | VERSION_RANGE       | pin-version-1
          pin-digest-1      | 581f 11*31             | DIGEST_SIZE         | pin-digest-1
          pin-digest-1      | 5821 11*33             | DIGEST_SIZE         | pin-digest-1
          pin-digest-1      | 40                     | DIGEST_SIZE         | pin-digest-1
          pin-digest-1      | f6                     | CBOR_TYPE           | pin-digest-1
          document-1        | 83                     | RECORD_TOO_SHORT    | document-1
          document-1        | 85                     | RECORD_TOO_LONG     | document-1
          document-kind-1   | 00                     | CODE_RANGE          | document-1
          document-kind-1   | 18fe                   | -                   | -
          document-kind-1   | 18ff                   | ENTRY_ORDER         | document-2
          document-kind-2   | 190100                 | CODE_RANGE          | document-2
          document-kind-2   | 01                     | ENTRY_ORDER         | document-2
          document-name-1   | 60                     | CODE_TEXT           | document-1
          document-name-1   | 74 41*20               | -                   | -
          document-name-1   | 75 41*21               | CODE_TEXT           | document-1
          document-name-1   | 6120                   | CODE_TEXT           | document-1
          document-version-1 | 00                    | VERSION_RANGE       | document-version-1
          document-version-1 | 1b0020000000000000    | VERSION_RANGE       | document-version-1
          document-digest-1 | 5821 13*33             | DIGEST_SIZE         | document-digest-1
          document-digest-2 | 581f 14*31             | DIGEST_SIZE         | document-digest-2
          """)
  void trustList(String part, String hex, String fault, String at) throws FormatException {
    Deviation.Copy copy = bytes -> TrustListDocument.decode(bytes).encode();
    Parts parts = TrustParts.trustList();
    if (at.equals("name-a+1")) {
      assertFault(
          FormatFault.valueOf(fault),
          parts.at("name-a") + 1,
          () -> copy.of(parts.with(part, hex).bytes()));
    } else {
      Deviation.check(parts, copy, part, hex, fault, at);
    }
  }

  /** Two documents of one kind stand in the order of their names, bytewise. */
  @ParameterizedTest
  @CsvSource({
    "6141, 6142, true", "6142, 6141, false", "6141, 6141, false", "6141, 624141, true",
    "624141, 6141, false", "615a, 6161, true", "612d, 612e, true", "6139, 612f, false"
  })
  void documentsOfOneKindStandByName(String first, String second, boolean ordered)
      throws FormatException {
    Deviation.check(
        TrustParts.trustList().with("document-kind-2", "01").with("document-name-1", first),
        bytes -> TrustListDocument.decode(bytes).encode(),
        "document-name-2",
        second,
        ordered ? "-" : "ENTRY_ORDER",
        "document-2");
  }

  /** The order is that of UTF-8, not of UTF-16, in which U+10400 comes before U+FF21. */
  @Test
  void issuersStandByTheBytesOfTheirNames() throws FormatException {
    Deviation.check(
        TrustParts.trustList().with("name-a", "63efbca1"),
        bytes -> TrustListDocument.decode(bytes).encode(),
        "name-b",
        "64f0909080",
        "-",
        "-");
    Deviation.check(
        TrustParts.trustList().with("name-a", "64f0909080"),
        bytes -> TrustListDocument.decode(bytes).encode(),
        "name-b",
        "63efbca1",
        "ENTRY_ORDER",
        "issuer-b");
  }

  @ParameterizedTest(name = "status list, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status-list | 85                 | RECORD_TOO_SHORT    | status-list
          status-list | 87                 | RECORD_TOO_LONG     | status-list
          kind        | 04                 | DOCUMENT_KIND       | kind
          environment | 00                 | ENVIRONMENT_UNKNOWN | environment
          list        | 00                 | -                   | -
          list        | 19ffff             | -                   | -
          list        | 1a00010000         | STATUS_RANGE        | list
          list        | 20                 | CBOR_TYPE           | list
          version     | 00                 | VERSION_RANGE       | version
          version     | 1b001fffffffffffff | -                   | -
          version     | 1b0020000000000000 | VERSION_RANGE       | version
          issued      | 00                 | -                   | -
          issued      | 1b0000003afff44180 | TIME_RANGE          | issued
          entries     | 6b                 | CBOR_TYPE           | entries
          entries     | 4a                 | STATUS_ENTRIES      | entries
          entries     | 40                 | STATUS_ENTRIES      | entries
          entries     | 4c                 | CBOR_LENGTH         | entries
          """)
  void statusList(String part, String hex, String fault, String at) throws FormatException {
    Deviation.check(
        TrustParts.statusList(),
        bytes -> StatusListDocument.decode(bytes).encode(),
        part,
        hex,
        fault,
        at);
  }

  @ParameterizedTest(name = "delta, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delta       | 83                 | RECORD_TOO_SHORT    | delta
          delta       | 85                 | RECORD_TOO_LONG     | delta
          kind        | 03                 | DOCUMENT_KIND       | kind
          environment | 03                 | ENVIRONMENT_UNKNOWN | environment
          issued      | 1b0000003afff44180 | TIME_RANGE          | issued
          lists       | 80                 | COUNT_RANGE         | lists
          lists       | a2                 | CBOR_TYPE           | lists
          list-1      | 83                 | RECORD_TOO_SHORT    | list-1
          list-1      | 85                 | RECORD_TOO_LONG     | list-1
          number-1    | 19fffe             | -                   | -
          number-1    | 19ffff             | ENTRY_ORDER         | 0
          number-2    | 00                 | ENTRY_ORDER         | 0
          number-2    | 1a00010000         | STATUS_RANGE        | number-2
          from-1      | 00                 | VERSION_RANGE       | from-1
          from-1      | 02                 | VERSION_RANGE       | list-1
          from-1      | 03                 | VERSION_RANGE       | list-1
          to-1        | 1b001fffffffffffff | -                   | -
          to-1        | 1b0020000000000000 | VERSION_RANGE       | to-1
          changes-1   | a1                 | CBOR_TYPE           | changes-1
          change-1    | 00                 | -                   | -
          change-1    | 1a0007ffff         | -                   | -
          change-1    | 1a00080000         | STATUS_CHANGE       | change-1
          change-1    | 1b7fffffffffffffff | STATUS_CHANGE      | change-1
          change-1    | 20                 | CBOR_TYPE           | change-1
          changes-2   | 9a00020001         | CBOR_LENGTH         | changes-2
          """)
  void delta(String part, String hex, String fault, String at) throws FormatException {
    Deviation.check(
        TrustParts.delta(), bytes -> StatusDelta.decode(bytes).encode(), part, hex, fault, at);
  }

  @ParameterizedTest(name = "card, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          card         | 86                 | RECORD_TOO_SHORT    | card
          card         | 88                 | RECORD_TOO_LONG     | card
          kind         | 01                 | DOCUMENT_KIND       | kind
          environment  | 00                 | ENVIRONMENT_UNKNOWN | environment
          root-version | 00                 | VERSION_RANGE       | root-version
          version      | 00                 | VERSION_RANGE       | version
          version      | 1b0020000000000000 | VERSION_RANGE       | version
          digest       | 581f 15*31         | DIGEST_SIZE         | digest
          digest       | 5821 15*33         | DIGEST_SIZE         | digest
          issued       | 02                 | -                   | -
          issued       | 00                 | CARD_VALIDITY       | 0
          expires      | 02                 | -                   | -
          expires      | 01                 | TIME_ORDER          | 0
          expires      | 00                 | TIME_ORDER          | 0
          expires      | 1a00015180         | -                   | -
          expires      | 1a00015182         | CARD_VALIDITY       | 0
          expires      | 1b0000003afff4417f | CARD_VALIDITY       | 0
          expires      | 1b0000003afff44180 | TIME_RANGE          | expires
          """)
  void card(String part, String hex, String fault, String at) throws FormatException {
    Deviation.check(
        TrustParts.card(), bytes -> FreshnessCard.decode(bytes).encode(), part, hex, fault, at);
  }
}
