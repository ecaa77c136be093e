package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertFault;
import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.Bytes;
import io.greenqr.format.CborGenerator;
import io.greenqr.format.Parts;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.ClaimKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of docs/spec/trust.md at the last value and one beyond, written and read. */
class TrustLimitsTest {
  private static final Instant T0 = Instant.ofEpochSecond(1_600_000_000);
  private static final byte[] DIGEST = new byte[32];

  private static CoseKey key(int number) {
    return CoseKey.ed25519(Bytes.hex("00*28 " + String.format("%08x", number)));
  }

  private static List<CoseKey> keys(int count) {
    List<CoseKey> keys = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      keys.add(key(i));
    }
    return keys;
  }

  /** An item of {@code count} parts of the same length, the last two bytes of which count. */
  private static byte[] list(int count, String each, int digits) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < count; i++) {
      hex.append(each.replace("#", String.format("%0" + digits + "x", i)));
    }
    byte[] content = count == 0 ? new byte[0] : Bytes.hex(hex.toString());
    return Bytes.concat(CborGenerator.head(4, count), content);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 1", "16, 16", "7, 7"})
  void aRoleHasOneToSixteenKeysAndAThresholdTheyCanReach(int count, int threshold) {
    RoleKeys role = RoleKeys.of(threshold, keys(count));
    assertEquals(count, role.keys().size());
    assertEquals(key(1), role.keys().get(0));
    assertInvalid(FormatFault.THRESHOLD_RANGE, () -> RoleKeys.of(0, keys(count)));
    assertInvalid(FormatFault.THRESHOLD_RANGE, () -> RoleKeys.of(-1, keys(count)));
    assertInvalid(FormatFault.THRESHOLD_RANGE, () -> RoleKeys.of(count + 1, keys(count)));
    assertInvalid(FormatFault.COUNT_RANGE, () -> RoleKeys.of(1, keys(17)));
    assertInvalid(FormatFault.COUNT_RANGE, () -> RoleKeys.of(1, keys(0)));
    List<CoseKey> twice = keys(2);
    twice.add(key(2));
    assertInvalid(FormatFault.KEY_ORDER, () -> RoleKeys.of(1, twice));
  }

  @Test
  void aRoleIsReadWithUpToSixteenKeys() throws FormatException {
    Parts root = TrustParts.root().with("root-key-1", "-").with("root-key-2", "-");
    String each = "a301012006215820" + "00".repeat(31) + "#";
    byte[] sixteen = root.with("root-keys", hex(list(16, each, 2))).bytes();
    assertArrayEquals(sixteen, RootDocument.decode(sixteen).encode());
    byte[] more = root.with("root-keys", hex(list(17, each, 2))).bytes();
    assertFault(FormatFault.COUNT_RANGE, root.at("root-keys"), () -> RootDocument.decode(more));
  }

  @Test
  void aRootHasTheFourRolesAndOthersUpTo63() {
    Map<Integer, RoleKeys> roles = new TreeMap<>();
    for (int role = 1; role <= 63; role++) {
      roles.put(role, RoleKeys.of(1, keys(1)));
    }
    Environment test = Environment.TEST;
    RootDocument root = RootDocument.of(test, 1, T0, T0.plusSeconds(1), roles);
    assertEquals(63, root.roles().size());
    for (int missing = 1; missing <= 4; missing++) {
      Map<Integer, RoleKeys> fewer = new TreeMap<>(roles);
      fewer.remove(missing);
      assertInvalid(
          FormatFault.ROLE_MISSING, () -> RootDocument.of(test, 1, T0, T0.plusSeconds(1), fewer));
    }
    for (int other : new int[] {0, -1, 64}) {
      Map<Integer, RoleKeys> more = new TreeMap<>(roles);
      more.put(other, RoleKeys.of(1, keys(1)));
      assertInvalid(
          FormatFault.ROLE_RANGE, () -> RootDocument.of(test, 1, T0, T0.plusSeconds(1), more));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, (1L << 53) - 2, (1L << 53) - 1})
  void versionsRunFrom1To2Pow53Minus1(long version) {
    assertEquals(version, TrustVersion.of(version, 1).rootVersion());
    assertEquals(version, TrustVersion.of(1, version).version());
    assertEquals(version, StatusPin.of(0, version, DIGEST).version());
    assertEquals(version, DocumentPin.of(1, "A", version, DIGEST).version());
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1L << 53, Long.MAX_VALUE})
  void otherVersionsAreRefused(long version) {
    FormatFault fault = FormatFault.VERSION_RANGE;
    StatusEntries entries = StatusEntries.allValid(4);
    assertInvalid(fault, () -> TrustVersion.of(version, 1));
    assertInvalid(fault, () -> TrustVersion.of(1, version));
    assertInvalid(fault, () -> StatusPin.of(0, version, DIGEST));
    assertInvalid(fault, () -> DocumentPin.of(1, "A", version, DIGEST));
    assertInvalid(fault, () -> HeldList.of(0, version, entries));
    assertInvalid(fault, () -> StatusListDocument.of(Environment.TEST, 0, version, T0, entries));
    assertInvalid(fault, () -> ListChanges.between(0, version, entries, 5, entries));
    assertInvalid(fault, () -> ListChanges.between(0, 1, entries, version, entries));
    Map<Integer, RoleKeys> roles = new TreeMap<>();
    for (Role role : Role.values()) {
      roles.put(role.code(), RoleKeys.of(1, keys(1)));
    }
    assertInvalid(
        fault, () -> RootDocument.of(Environment.TEST, version, T0, T0.plusSeconds(1), roles));
  }

  /** The pair is compared root first: what a thief counted under an old root binds nobody. */
  @Test
  void theOrderOfTrustListsIsThatOfTheirRootsFirst() {
    TrustVersion driven = TrustVersion.of(1, (1L << 53) - 1);
    TrustVersion fresh = TrustVersion.of(2, 1);
    assertEquals(-1, Integer.signum(driven.compareTo(fresh)));
    assertEquals(1, Integer.signum(fresh.compareTo(driven)));
    assertEquals(-1, Integer.signum(TrustVersion.of(2, 1).compareTo(TrustVersion.of(2, 2))));
    assertEquals(0, fresh.compareTo(TrustVersion.of(2, 1)));
    assertEquals(fresh, TrustVersion.of(2, 1));
    assertEquals("2.1", fresh.toString());
  }

  @Test
  void listNumbersRunFrom0To65535() {
    StatusEntries entries = StatusEntries.allValid(4);
    assertEquals(65_535, StatusPin.of(65_535, 1, DIGEST).list());
    for (int list : new int[] {-1, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      FormatFault fault = FormatFault.STATUS_RANGE;
      assertInvalid(fault, () -> StatusPin.of(list, 1, DIGEST));
      assertInvalid(fault, () -> HeldList.of(list, 1, entries));
      assertInvalid(fault, () -> StatusListDocument.of(Environment.TEST, list, 1, T0, entries));
      assertInvalid(fault, () -> ListChanges.between(list, 1, entries, 2, entries));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void digestsHave32Bytes(int length) {
    byte[] digest = new byte[length];
    assertInvalid(FormatFault.DIGEST_SIZE, () -> StatusPin.of(0, 1, digest));
    assertInvalid(FormatFault.DIGEST_SIZE, () -> DocumentPin.of(1, "A", 1, digest));
    assertInvalid(
        FormatFault.DIGEST_SIZE,
        () ->
            FreshnessCard.of(
                Environment.TEST, TrustVersion.of(1, 1), digest, T0, T0.plusSeconds(1)));
  }

  @Test
  void aCardHoldsForADayAtMost() {
    TrustVersion version = TrustVersion.of(1, 1);
    Environment test = Environment.TEST;
    assertEquals(
        T0.plusSeconds(86_400),
        FreshnessCard.of(test, version, DIGEST, T0, T0.plusSeconds(86_400)).expires());
    assertInvalid(
        FormatFault.CARD_VALIDITY,
        () -> FreshnessCard.of(test, version, DIGEST, T0, T0.plusSeconds(86_401)));
    assertInvalid(FormatFault.TIME_ORDER, () -> FreshnessCard.of(test, version, DIGEST, T0, T0));
    assertInvalid(
        FormatFault.TIME_RANGE, () -> FreshnessCard.of(test, version, DIGEST, T0, T0.plusNanos(1)));
  }

  private static TrustListDocument.Builder list() {
    return TrustListDocument.builder(
        Environment.TEST, TrustVersion.of(1, 1), T0, T0.plusSeconds(1), T0.plusSeconds(2));
  }

  private static IssuerKey listed(String issuer, int number) {
    return IssuerKey.builder(issuer, key(number), EnumSet.of(ClaimKind.TEST)).build();
  }

  @Test
  void aTrustListHasUpTo5000Keys() throws FormatException {
    TrustListDocument.Builder builder = list();
    for (int i = 5_000; i > 0; i--) {
      builder.key(listed(i > 2_500 ? "A" : "B", i));
    }
    TrustListDocument full = builder.build();
    byte[] payload = full.encode();
    assertEquals(full, TrustListDocument.decode(payload));
    assertInvalid(FormatFault.COUNT_RANGE, () -> builder.key(listed("C", 1)).build());

    String each = "82a301012006215820" + "00".repeat(30) + "#01";
    assertListed(5_000, 0, each, "-");
    assertListed(5_001, 0, each, "COUNT_RANGE");
    assertListed(2_500, 2_500, each, "-");
    assertListed(2_500, 2_501, each, "COUNT_RANGE");
    assertListed(5_000, 1, each, "COUNT_RANGE");
  }

  private static void assertListed(int first, int second, String each, String fault)
      throws FormatException {
    byte[] issuers =
        second == 0
            ? Bytes.concat(Bytes.hex("81 82 6141"), list(first, each, 4))
            : Bytes.concat(
                Bytes.hex("82 82 6141"),
                list(first, each, 4),
                Bytes.hex("82 6142"),
                list(second, each, 4));
    byte[] payload =
        Bytes.concat(
            Bytes.hex("8b 02 01 01 01 01 02 02 03"),
            issuers,
            new byte[] {(byte) 0x80, (byte) 0x80});
    assertDecoded(payload, fault);
  }

  private static void assertDecoded(byte[] payload, String fault) throws FormatException {
    if (fault.equals("-")) {
      assertArrayEquals(payload, TrustListDocument.decode(payload).encode());
    } else {
      assertFault(FormatFault.valueOf(fault), () -> TrustListDocument.decode(payload));
    }
  }

  @Test
  void aTrustListPinsUpTo1024StatusListsAnd256Documents() throws FormatException {
    TrustListDocument.Builder builder = list();
    for (int i = 1_023; i >= 0; i--) {
      builder.status(StatusPin.of(i, 1, DIGEST));
      builder.status(StatusPin.of(i, 2, DIGEST));
    }
    for (int i = 255; i > 0; i--) {
      builder.document(DocumentPin.of(i, "A", 1, DIGEST));
      builder.document(DocumentPin.of(i, "A", 2, DIGEST));
    }
    builder.document(DocumentPin.of(1, "B", 1, DIGEST));
    TrustListDocument full = builder.build();
    assertEquals(1_024, full.statusPins().size());
    assertEquals(2, full.statusPins().get(0).version());
    assertEquals(256, full.documentPins().size());
    assertEquals(full, TrustListDocument.decode(full.encode()));
    TrustListDocument.Builder more =
        full.successor(TrustVersion.of(1, 2), T0, T0.plusSeconds(1), T0.plusSeconds(1));
    assertInvalid(
        FormatFault.COUNT_RANGE, () -> more.status(StatusPin.of(1_024, 1, DIGEST)).build());
    assertInvalid(
        FormatFault.COUNT_RANGE,
        () ->
            full.successor(TrustVersion.of(1, 2), T0, T0.plusSeconds(1), T0.plusSeconds(1))
                .document(DocumentPin.of(2, "B", 1, DIGEST))
                .build());

    byte[] head = Bytes.hex("8b 02 01 01 01 01 02 02 03 80");
    String status = "8319#015820" + "00".repeat(32);
    byte[] none = {(byte) 0x80};
    // Numbers below 256 would not be in their shortest form.
    String shifted = status.replace("#", "1#");
    assertDecoded(Bytes.concat(head, list(1_024, shifted, 3), none), "-");
    assertDecoded(Bytes.concat(head, list(1_025, shifted, 3), none), "COUNT_RANGE");
    String document = "840163#015820" + "00".repeat(32);
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 257; i++) {
      names.append(
          document.replace("#", hex(String.format("%03d", i).getBytes(StandardCharsets.US_ASCII))));
    }
    byte[] all = Bytes.hex(names.toString());
    byte[] most = Arrays.copyOf(all, all.length / 257 * 256);
    assertDecoded(Bytes.concat(head, none, Bytes.hex("990100"), most), "-");
    assertDecoded(Bytes.concat(head, none, Bytes.hex("990101"), all), "COUNT_RANGE");
  }

  @Test
  void aDeltaHas1To1024Lists() throws FormatException {
    assertInvalid(
        FormatFault.COUNT_RANGE,
        () -> StatusDelta.of(Environment.TEST, T0, Collections.emptyList()));
    StatusEntries entries = StatusEntries.allValid(4);
    List<ListChanges> lists = new ArrayList<>();
    for (int i = 1_024; i > 0; i--) {
      lists.add(ListChanges.between(i, 1, entries, 2, entries));
    }
    StatusDelta full = StatusDelta.of(Environment.TEST, T0, lists);
    assertEquals(full, StatusDelta.decode(full.encode()));
    lists.add(ListChanges.between(1, 1, entries, 2, entries));
    assertInvalid(FormatFault.COUNT_RANGE, () -> StatusDelta.of(Environment.TEST, T0, lists));
    assertInvalid(
        FormatFault.ENTRY_ORDER,
        () -> StatusDelta.of(Environment.TEST, T0, lists.subList(1_023, 1_025)));
    byte[] head = Bytes.hex("84 04 01 00");
    byte[] more = Bytes.concat(head, list(1_025, "84191#010280", 3));
    assertFault(FormatFault.COUNT_RANGE, 4, () -> StatusDelta.decode(more));
    byte[] most = Bytes.concat(head, list(1_024, "84191#010280", 3));
    assertArrayEquals(most, StatusDelta.decode(most).encode());
  }

  @Test
  void aListChangesInUpTo131072Entries() throws FormatException {
    byte[] head = Bytes.hex("84 04 01 00 81 84 00 01 02 9a");
    byte[] most = Bytes.concat(head, Bytes.hex("00020000 01*131072"));
    StatusDelta delta = StatusDelta.decode(most);
    assertEquals(131_072, delta.lists().get(0).count());
    assertArrayEquals(most, delta.encode());
    StatusEntries all = delta.lists().get(0).apply(StatusEntries.allValid(131_072)).orElseThrow();
    assertEquals(131_072, all.count(PassStatus.REVOKED));
    byte[] more = Bytes.concat(head, Bytes.hex("00020001 01*131073"));
    assertFault(FormatFault.COUNT_RANGE, 9, () -> StatusDelta.decode(more));
  }

  @ParameterizedTest
  @CsvSource({
    "4, true",
    "0, false",
    "-4, false",
    "3, false",
    "5, false",
    "131072, true",
    "131076, false",
    "131071, false"
  })
  void entriesAreFoursUpTo131072(int count, boolean fits) {
    if (fits) {
      assertEquals(count, StatusEntries.allValid(count).size());
    } else {
      assertInvalid(FormatFault.STATUS_ENTRIES, () -> StatusEntries.allValid(count));
    }
  }
}
