package io.greenqr.issue.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.issue.key.SigningKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** People with keys, a moment, and a scheme as they set it up. Their private keys are numbers. */
final class Scheme {
  static final Instant NOW = Instant.parse("2021-10-04T03:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Duration DAY = Duration.ofDays(1);
  static final Instant ROOT_END = NOW.plus(Duration.ofDays(365));
  static final ListTimes TIMES = ListTimes.of(NOW, DAY, DAY.multipliedBy(3));

  static final SigningKey AN = ed25519(1);
  static final SigningKey BINH = p256(2);
  static final SigningKey CHI = ed25519(3);
  static final SigningKey DUNG = p256(4);
  static final SigningKey EM = ed25519(5);
  static final SigningKey STATUS = ed25519(10);
  static final SigningKey FRESH = p256(11);
  static final SigningKey ISSUER = p256(12);

  /** Has the identifier of {@link #TWIN_B}. */
  static final SigningKey TWIN_A = ed25519(80_426);

  /** Has the identifier of {@link #TWIN_A}. */
  static final SigningKey TWIN_B = ed25519(94_589);

  private Scheme() {}

  static SigningKey ed25519(int secret) {
    return SigningKey.generate(SignatureAlgorithm.ED25519, number(secret));
  }

  static SigningKey p256(int secret) {
    return SigningKey.generate(SignatureAlgorithm.ESP256, number(secret));
  }

  private static SecureRandom number(int secret) {
    return new SecureRandom() {
      private static final long serialVersionUID = 1L;

      @Override
      public void nextBytes(byte[] bytes) {
        byte[] number = BigInteger.valueOf(secret).toByteArray();
        System.arraycopy(number, 0, bytes, bytes.length - number.length, number.length);
      }
    };
  }

  static List<CoseKey> keys(SigningKey... people) {
    return Stream.of(people).map(SigningKey::publicKey).toList();
  }

  /** Roots and lists by two of three; status and cards by one key each. */
  static RootEditor editor(Environment environment) {
    return RootEditor.first(environment)
        .role(Role.ROOT, 2, keys(AN, BINH, CHI))
        .role(Role.LIST, 2, keys(AN, BINH, CHI))
        .role(Role.STATUS, 1, keys(STATUS))
        .role(Role.FRESHNESS, 1, keys(FRESH));
  }

  static RootEditor editor() {
    return editor(Environment.PRODUCTION);
  }

  static SchemeRoots roots(Environment environment) throws PublishException {
    return SchemeRoots.first(sign(editor(environment).draft(NOW, ROOT_END), AN, CHI));
  }

  static SchemeRoots roots() throws PublishException {
    return roots(Environment.PRODUCTION);
  }

  static DocumentDraft sign(DocumentDraft draft, SigningKey... people) throws PublishException {
    DocumentDraft signed = draft;
    for (SigningKey person : people) {
      signed = signed.sign(person.signer());
    }
    return signed;
  }

  static SignedDocument signedList(SchemeRoots roots, DocumentDraft draft) throws PublishException {
    return sign(draft, AN, BINH).complete(roots.newest().role(Role.LIST));
  }

  static SignedDocument signed(StatusListDocument list) throws PublishException {
    return signedStatus(DocumentDraft.of(list));
  }

  static SignedDocument signed(StatusDelta delta) throws PublishException {
    return signedStatus(DocumentDraft.of(delta));
  }

  private static SignedDocument signedStatus(DocumentDraft draft) throws PublishException {
    return sign(draft, STATUS).complete(roots().newest().role(Role.STATUS));
  }

  static IssuerKey issuer(CoseKey key) {
    return statement(key).build();
  }

  static IssuerKey.Builder statement(CoseKey key) {
    return IssuerKey.builder("Health Department", key, EnumSet.allOf(ClaimKind.class));
  }

  static PublishException refused(PublishFault fault, Executable action) {
    PublishException e = assertThrows(PublishException.class, action);
    assertEquals(fault, e.fault());
    return e;
  }

  static void refused(PublishFault fault, String detail, Executable action) {
    PublishException e = refused(fault, action);
    assertEquals(detail, e.detail().orElse(""));
    assertEquals(fault + " in " + detail, e.getMessage());
  }
}
