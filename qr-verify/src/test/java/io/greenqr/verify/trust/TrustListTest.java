package io.greenqr.verify.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.TestIssuer;
import io.greenqr.verify.TestPasses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrustListTest {
  private static TrustFault faultOf(TrustList.Builder builder) {
    return assertThrows(TrustException.class, builder::build).fault();
  }

  @Test
  void keepsItsKeysInOrder() throws Exception {
    List<TrustedKey> keys = new ArrayList<>();
    for (int secret = 1; secret <= 20; secret++) {
      TestIssuer issuer = secret % 2 == 0 ? TestIssuer.p256(secret) : TestIssuer.ed25519(secret);
      keys.add(issuer.trusted());
    }
    TrustList list = TrustList.of(keys.toArray(new TrustedKey[0]));
    assertEquals(keys, list.keys());
    assertEquals("TrustList[pinned, 20 keys]", list.toString());
  }

  @Test
  void anEmptyListTrustsNobody() throws Exception {
    TrustList list = TrustList.builder().build();
    assertEquals(List.of(), list.keys());
    assertEquals(Optional.empty(), list.asOf());
    byte[] pass = TestIssuer.ed25519(1).sign(TestPasses.vaccination()).bytes();
    assertEquals(
        "KEY_UNKNOWN", PassVerifier.of(list, TestPasses.at(TestPasses.NOW)).verify(pass).code());
  }

  @Test
  void holdsFiveThousandKeysAndNotOneMore() throws Exception {
    TrustList.Builder builder = TrustList.builder();
    for (int secret = 1; secret <= TrustList.MAX_KEYS; secret++) {
      builder.add(TestIssuer.ed25519(secret).trusted());
    }
    assertEquals(5_000, builder.build().keys().size());
    builder.add(TestIssuer.ed25519(TrustList.MAX_KEYS + 1).trusted());
    assertEquals(TrustFault.TOO_MANY_KEYS, faultOf(builder));
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void refusesTwoStatementsAboutOneKeyWhateverTheySay(SignatureAlgorithm algorithm)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 1);
    TrustedKey forTests = TrustedKey.of(issuer.statement(EnumSet.of(ClaimKind.TEST)).build());
    TrustList.Builder same = TrustList.builder().add(issuer.trusted()).add(issuer.trusted());
    assertEquals(TrustFault.KEY_DUPLICATE, faultOf(same));
    TrustList.Builder other = TrustList.builder().add(issuer.trusted()).add(forTests);
    assertEquals(TrustFault.KEY_DUPLICATE, faultOf(other));
  }

  @Test
  void doesNotChangeWithItsBuilderNorThroughItsLists() throws Exception {
    TrustedKey first = TestIssuer.ed25519(1).trusted();
    TrustList.Builder builder = TrustList.builder().add(first).asOf(TestPasses.NOW);
    TrustList list = builder.build();
    builder.add(TestIssuer.ed25519(2).trusted()).asOf(Instant.EPOCH);
    assertEquals(List.of(first), list.keys());
    assertEquals(Optional.of(TestPasses.NOW), list.asOf());
    TrustedKey third = TestIssuer.ed25519(3).trusted();
    assertThrows(UnsupportedOperationException.class, () -> list.keys().add(third));
    assertThrows(UnsupportedOperationException.class, () -> first.claims().clear());
  }

  @Test
  void aTrustedKeyIsWhatItsStatementSays() throws Exception {
    TestIssuer issuer = TestIssuer.p256(5);
    var statement = issuer.statement(EnumSet.of(ClaimKind.TEST)).notBefore(TestPasses.IAT).build();
    TrustedKey key = TrustedKey.of(statement);
    assertEquals(statement, key.statement());
    assertEquals("Issuer 5", key.issuer());
    assertEquals(issuer.key(), key.key());
    assertEquals(EnumSet.of(ClaimKind.TEST), key.claims());
    assertEquals(TrustedKey.of(statement), key);
    assertEquals(TrustedKey.of(statement).hashCode(), key.hashCode());
    assertTrue(!key.equals(issuer.trusted()), "another statement about the same key");
    assertTrue(key.toString().contains("Issuer 5"), key.toString());
  }
}
