package io.greenqr.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key signs the kinds of claims it is trusted for, and no pass that has another one as well. */
class KeyUseTest {
  private static List<EnumSet<ClaimKind>> subsets() {
    List<EnumSet<ClaimKind>> subsets = new ArrayList<>();
    for (int bits = 1; bits < 16; bits++) {
      EnumSet<ClaimKind> subset = EnumSet.noneOf(ClaimKind.class);
      for (ClaimKind kind : ClaimKind.values()) {
        if ((bits & (1 << (kind.code() - 1))) != 0) {
          subset.add(kind);
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void aPassIsAcceptedIfAndOnlyIfItsKeyMaySignEveryKindInIt(SignatureAlgorithm algorithm)
      throws Exception {
    TestIssuer issuer = TestIssuer.of(algorithm, 21);
    int accepted = 0;
    for (EnumSet<ClaimKind> carried : subsets()) {
      byte[] bytes = issuer.sign(TestPasses.claims(carried)).bytes();
      for (EnumSet<ClaimKind> allowed : subsets()) {
        TrustList trust = TrustList.of(TrustedKey.of(issuer.statement(allowed).build()));
        Verification verification =
            PassVerifier.of(trust, TestPasses.at(TestPasses.NOW)).verify(bytes);
        EnumSet<ClaimKind> foreign = EnumSet.copyOf(carried);
        foreign.removeAll(allowed);
        assertEquals(
            foreign.isEmpty() ? "ACCEPTED" : "KEY_CLAIM_KIND",
            verification.code(),
            carried + " signed by a key for " + allowed);
        accepted += foreign.isEmpty() ? 1 : 0;
      }
    }
    // Pairs of a set and a non-empty subset of it: 3^4 less those with an empty subset.
    assertEquals(81 - 16, accepted);
  }
}
