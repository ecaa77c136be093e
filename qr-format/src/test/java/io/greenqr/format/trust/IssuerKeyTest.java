package io.greenqr.format.trust;

import static io.greenqr.format.Faults.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.Bytes;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.pass.ClaimKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerKeyTest {
  private static final CoseKey KEY = CoseKey.ed25519(new byte[32]);
  private static final Set<ClaimKind> TEST = EnumSet.of(ClaimKind.TEST);

  private static IssuerKey named(String issuer) {
    return IssuerKey.builder(issuer, KEY, TEST).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A", "Sở Y tế Thành phố Hồ Chí Minh", "CDC Đà Nẵng (F1/F2)", "Trạm y tế P.12, Q.10",
        "Johnson & Johnson's", "24/7 Lab", "ក្រសួងសុខាភិបាល", "وزارة الصحة"
      })
  void takesNamesOfAuthorities(String issuer) {
    assertEquals(issuer, named(issuer).issuer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " A",
        "A ",
        "A  B",
        "A\tB",
        "A\nB",
        "A\u00a0B",
        "A\u202eB",
        "A\u200bB",
        "A\u200dB",
        "\ufeffA",
        "A<b>",
        "A\"B",
        "A;B",
        "A|B",
        "A\u2028B",
        "\u0301A",
        "Y te\u0302\u0301",
        "A\ud83d",
        "😷",
        "A\u0000"
      })
  void rejectsNamesThatDeceiveOnAScreen(String issuer) {
    assertInvalid(FormatFault.ISSUER_NAME, () -> named(issuer));
  }

  @Test
  void countsBytesOfUtf8() {
    assertEquals(64, named("A".repeat(64)).issuer().length());
    assertInvalid(FormatFault.ISSUER_NAME, () -> named("A".repeat(65)));
    assertEquals(21, named("ế".repeat(21)).issuer().length());
    assertInvalid(FormatFault.ISSUER_NAME, () -> named("ế".repeat(22)));
  }

  @Test
  void isForOneKindAtLeast() {
    assertInvalid(
        FormatFault.STATEMENTS_EMPTY,
        () -> IssuerKey.builder("A", KEY, EnumSet.noneOf(ClaimKind.class)).build());
  }

  @Test
  void keepsItsKindsWhateverItsCallerDoes() {
    Set<ClaimKind> kinds = EnumSet.of(ClaimKind.TEST);
    IssuerKey key = IssuerKey.builder("A", KEY, kinds).build();
    kinds.add(ClaimKind.VACCINATION);
    assertEquals(TEST, key.claims());
    assertThrows(
        UnsupportedOperationException.class, () -> key.claims().add(ClaimKind.VACCINATION));
  }

  @Test
  void itsTimesAreWholeSecondsInOrder() {
    Instant first = Instant.ofEpochSecond(1_600_000_000);
    IssuerKey.Builder builder = IssuerKey.builder("A", KEY, TEST);
    assertInvalid(FormatFault.TIME_RANGE, () -> builder.notBefore(first.plusNanos(1)));
    assertInvalid(FormatFault.TIME_RANGE, () -> builder.notAfter(Instant.ofEpochSecond(-1)));
    assertInvalid(
        FormatFault.TIME_RANGE, () -> builder.notAfter(Instant.parse("+10000-01-01T00:00:00Z")));
    assertInvalid(FormatFault.TIME_ORDER, () -> builder.notBefore(first).notAfter(first).build());
    assertEquals(first, builder.notAfter(first.plusSeconds(1)).build().notBefore().orElseThrow());
  }

  @Test
  void equalityCoversEveryPart() {
    Instant time = Instant.ofEpochSecond(1);
    IssuerKey key = named("A");
    assertEquals(named("A"), key);
    assertEquals(named("A").hashCode(), key.hashCode());
    assertNotEquals(named("B"), key);
    assertNotEquals(IssuerKey.builder("A", CoseKey.ed25519(Bytes.hex("01*32")), TEST).build(), key);
    assertNotEquals(IssuerKey.builder("A", KEY, EnumSet.allOf(ClaimKind.class)).build(), key);
    assertNotEquals(IssuerKey.builder("A", KEY, TEST).notBefore(time).build(), key);
    assertNotEquals(IssuerKey.builder("A", KEY, TEST).notAfter(time).build(), key);
  }
}
