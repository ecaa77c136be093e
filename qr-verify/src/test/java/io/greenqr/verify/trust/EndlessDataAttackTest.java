package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustListDocument;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TUF, endless data: what is too large is refused before memory is taken for it. */
class EndlessDataAttackTest {
  private static final StatusListDocument STATUS = TestScheme.status(1, 1);
  private static final TestBundle HELD = TestBundle.of(TestScheme.list(1, 1), STATUS);

  private static void assertRefused(String fault, long most, byte[] bundle) throws Throwable {
    TrustSync sync = TestScheme.sync();
    assertTrue(sync.apply(bundle).toString().contains(fault), sync.apply(bundle).toString());
    long bytes = Allocation.of(() -> sync.apply(bundle));
    assertTrue(bytes < most, bytes + " bytes");
  }

  @Test
  void endlessData_aBundleOfMoreThan32MiBIsNotLookedAt() throws Throwable {
    byte[] bundle = Arrays.copyOf(HELD.bytes(), FormatLimits.MAX_BUNDLE_BYTES + 1);
    assertRefused("DOCUMENT_TOO_LONG", 10_000, bundle);
    byte[] most = Arrays.copyOf(HELD.bytes(), FormatLimits.MAX_BUNDLE_BYTES);
    assertRefused("CBOR_TRAILING", 200_000, most);
  }

  /** Counts and lengths that the file does not have: where each head stands, a larger one. */
  @Test
  void endlessData_countsAndLengthsAreNotBelieved() throws Throwable {
    byte[] bundle = HELD.bytes();
    for (int i = 0; i < bundle.length; i++) {
      int major = (bundle[i] & 0xff) >>> 5;
      if (major < 2 || major > 5) {
        continue;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bundle, 0, i);
      out.write(major << 5 | 26);
      out.write(new byte[] {0x7f, -1, -1, -1}, 0, 4);
      out.write(bundle, i + 1, bundle.length - i - 1);
      TrustSync sync = TestScheme.sync();
      byte[] lie = out.toByteArray();
      long bytes = Allocation.of(() -> sync.apply(lie));
      assertTrue(bytes < 1_000_000, bytes + " bytes at " + i);
    }
  }

  @Test
  void endlessData_aBundleWith65RootsIsNotLookedAt() throws Throwable {
    SignedDocument[] chain = new SignedDocument[64];
    Arrays.fill(chain, TestScheme.root(1));
    byte[] bundle = TestBundle.of(TestScheme.list(1, 1)).roots(chain).bytes();
    // The array of 64 roots behind the mark: one root more in it, and its head says so.
    assertEquals(0x40, bundle[7]);
    byte[] one = Splice.item(chain[0].bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bundle, 0, 7);
    out.write(0x41);
    out.write(one, 0, one.length);
    out.write(bundle, 8, bundle.length - 8);
    assertRefused("COUNT_RANGE", 10_000, out.toByteArray());
  }

  /** 48 kilobytes that inflate to 48 megabytes, signed by the status key and pinned. */
  @ParameterizedTest
  @ValueSource(ints = {32_768, 32_769, 48_000_000})
  void endlessData_aStatusListThatInflatesWithoutEndStopsAtItsBound(int inflated) throws Throwable {
    StatusListDocument zeros = TestScheme.status(1, 1);
    byte[] before = zeros.encode();
    byte[] stream = deflate(new byte[TestScheme.ENTRIES / 4]);
    int head = before.length - stream.length - 1;
    byte[] bomb = Splice.item(deflate(new byte[inflated]));
    byte[] payload = Arrays.copyOf(before, head + bomb.length);
    System.arraycopy(bomb, 0, payload, head, bomb.length);
    assertTrue(payload.length < DocumentType.STATUS_LIST.maxBytes(), "bytes: " + payload.length);
    SignedDocument signed =
        TestScheme.sign(DocumentType.STATUS_LIST, payload, TestScheme.keys(Role.STATUS));
    TestBundle bundle = TestBundle.of(TestScheme.list(1, 1).status(zeros.pin())).statuses(signed);
    boolean fits = inflated == FormatLimits.MAX_STATUS_BYTES;
    assertRefused(fits ? "NOT_PINNED" : "STATUS_ENTRIES", 2_000_000, bundle.bytes());
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[100_000];
    int length = deflater.deflate(out);
    assertTrue(deflater.finished());
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /** The bound keeps nothing out that fits: 31 documents of 1 MiB. */
  @Test
  void aBundleOf31MiBIsTaken() throws Exception {
    TrustListDocument.Builder list = TestScheme.list(1, 1);
    BundledDocument[] documents = new BundledDocument[31];
    Random random = new Random(1);
    for (int i = 0; i < documents.length; i++) {
      byte[] bytes = new byte[BundledDocument.MAX_BYTES];
      random.nextBytes(bytes);
      documents[i] = BundledDocument.of(1, "large-" + (char) ('A' + i / 10) + i % 10, bytes);
      list.document(documents[i].pin(1));
    }
    TrustStore store = TrustStore.inMemory();
    TrustSync sync = TrustSync.open(TestScheme.anchor(), store);
    assertEquals("UPDATED", sync.apply(TestBundle.of(list).documents(documents).bytes()).code());
    TrustSync restarted = TrustSync.open(TestScheme.anchor(), store);
    assertTrue(restarted.trust().document(1, "large-A0").isPresent());
  }
}
