package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.DocumentSignature;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.FreshnessCard;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusEntries;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.key.SigningException;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.verify.trust.TrustAnchor;
import io.greenqr.verify.trust.TrustStore;
import io.greenqr.verify.trust.TrustSync;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example of the specification of trust is what the code makes, reads and applies. */
class TrustExampleTest {
  private static final String DOCUMENT = "docs/spec/trust.md";
  private static final Instant ISSUED = Instant.parse("2021-09-20T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2021-09-21T00:00:00Z");
  private static final StatusEntries BEFORE = StatusEntries.ofBits(Wire.bytes("e4000000"));
  private static final StatusEntries AFTER = StatusEntries.ofBits(Wire.bytes("e5000080"));

  @Test
  void root() throws IOException {
    RootDocument root =
        RootDocument.of(
            Environment.TEST,
            1,
            ISSUED,
            Instant.parse("2022-09-20T00:00:00Z"),
            Map.of(
                1, only(SchemeKeys.ROOT_2),
                2, only(SchemeKeys.LIST_2),
                3, only(SchemeKeys.STATUS_1),
                4, only(SchemeKeys.FRESHNESS_1)));
    assertExample("root", sign(DocumentType.ROOT, root.encode(), SchemeKeys.ROOT_2));
  }

  private static RoleKeys only(SigningKey key) {
    return RoleKeys.of(1, List.of(key.publicKey()));
  }

  @Test
  void trustList() throws IOException {
    SignedDocument list = list(2, AFTER, NEXT);
    assertExample("trust list", list);
    assertEquals(
        Wire.hex(list.toBeSigned(SchemeKeys.LIST_2.publicKey())), example("trust list tbs"));
  }

  private static SignedDocument list(long version, StatusEntries entries, Instant issued) {
    TrustListDocument list =
        TrustListDocument.builder(
                Environment.TEST,
                TrustVersion.of(1, version),
                issued,
                Instant.parse("2021-09-28T00:00:00Z"),
                Instant.parse("2021-10-12T00:00:00Z"))
            .statusExpires(Instant.parse("2021-09-27T00:00:00Z"))
            .key(
                IssuerKey.builder(
                        "TEST ONLY scheme",
                        TestKeys.MAIN.publicKey(),
                        EnumSet.allOf(ClaimKind.class))
                    .build())
            .status(StatusPin.of(7, version, entries.digest()))
            .build();
    return sign(DocumentType.TRUST_LIST, list.encode(), SchemeKeys.LIST_2);
  }

  /** The code would compress the entries, so the payload is read, and only its signature made. */
  @Test
  void statusList() throws IOException, FormatException {
    byte[] payload = document("status list", DocumentType.STATUS_LIST).unverifiedPayload();
    assertEquals(
        StatusListDocument.of(Environment.TEST, 7, 1, ISSUED, BEFORE),
        StatusListDocument.decode(payload));
    assertExample("status list", sign(DocumentType.STATUS_LIST, payload, SchemeKeys.STATUS_1));
  }

  @Test
  void statusDelta() throws IOException {
    StatusDelta delta =
        StatusDelta.of(
            Environment.TEST, NEXT, List.of(ListChanges.between(7, 1, BEFORE, 2, AFTER)));
    assertExample(
        "status delta", sign(DocumentType.STATUS_DELTA, delta.encode(), SchemeKeys.STATUS_1));
  }

  @Test
  void freshnessCard() throws IOException {
    FreshnessCard card =
        FreshnessCard.of(
            Environment.TEST,
            TrustVersion.of(1, 2),
            list(2, AFTER, NEXT).digest(),
            Instant.parse("2021-09-27T18:00:00Z"),
            Instant.parse("2021-09-28T18:00:00Z"));
    SignedDocument signed =
        sign(DocumentType.FRESHNESS_CARD, card.encode(), SchemeKeys.FRESHNESS_1);
    assertExample("freshness card", signed);
    assertEquals(FreshnessCard.text(signed) + "\n", block("freshness card text"));
  }

  @Test
  void appliedAsTheTextSays() throws Exception {
    SignedDocument root = document("root", DocumentType.ROOT);
    SignedDocument list = document("trust list", DocumentType.TRUST_LIST);
    SignedDocument status = document("status list", DocumentType.STATUS_LIST);
    SignedDocument delta = document("status delta", DocumentType.STATUS_DELTA);
    byte[] bundle =
        TrustBundle.of(List.of(root), list, List.of(), List.of(delta), List.of()).bytes();
    String document = Documents.read(DOCUMENT);
    assertTrue(document.contains("version 1: " + bundle.length + " bytes"));
    assertTrue(document.contains(Wire.hex(TestKeys.sha256(bundle))));

    byte[] first =
        TrustBundle.of(
                List.of(root), list(1, BEFORE, ISSUED), List.of(status), List.of(), List.of())
            .bytes();
    TrustSync holding = open(root);
    assertEquals("UPDATED", holding.apply(first).code());
    assertEquals("UPDATED", holding.apply(bundle).code());
    assertEquals(List.of(), holding.trust().absentStatusLists());
    String card = block("freshness card text").trim();
    assertEquals("REFRESHED", holding.refresh(card, Instant.parse("2021-09-28T00:00:00Z")).code());

    TrustSync empty = open(root);
    assertEquals("UPDATED", empty.apply(bundle).code());
    assertEquals(List.of(7), empty.trust().absentStatusLists());
  }

  private static TrustSync open(SignedDocument root) throws Exception {
    return TrustSync.open(TrustAnchor.of(root.bytes()), TrustStore.inMemory());
  }

  private static SignedDocument sign(DocumentType type, byte[] payload, SigningKey key) {
    SignedDocument draft = SignedDocument.of(type, payload, List.of());
    try {
      return draft.with(
          DocumentSignature.of(
              key.publicKey(), key.signer().sign(draft.toBeSigned(key.publicKey()))));
    } catch (SigningException e) {
      throw new AssertionError(e);
    }
  }

  /** The bytes, their numbers in the text above them, and the signer in the table of keys. */
  private static void assertExample(String what, SignedDocument document) throws IOException {
    assertEquals(Wire.hex(document.bytes()), example(what));
    String text = Documents.read(DOCUMENT);
    String above = text.substring(0, text.indexOf("<!-- example: " + what + " -->"));
    String paragraph = above.substring(above.lastIndexOf("\n### "));
    String sizes = document.bytes().length + " bytes, " + document.unverifiedPayload().length;
    assertTrue(paragraph.contains("\n" + sizes + " of them"), () -> what + ": " + sizes);
    assertTrue(text.contains("| `" + document.signatures().get(0).keyId() + "` |"), what);
  }

  private static SignedDocument document(String what, DocumentType type)
      throws IOException, FormatException {
    return SignedDocument.parse(Wire.bytes(example(what)), type);
  }

  private static String block(String what) throws IOException {
    return Documents.block(Documents.read(DOCUMENT), "example: " + what);
  }

  /** The hexadecimal digits of a block, whose lines may have comments. */
  private static String example(String what) throws IOException {
    return block(what).replaceAll("#[^\\n]*|\\s", "");
  }
}
