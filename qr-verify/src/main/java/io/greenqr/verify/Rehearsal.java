package io.greenqr.verify;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import java.util.Arrays;

/**
 * Goes the way of a scan once before the first: classes are loaded and tables of base points are
 * built when a verifier is made, and not while a person stands at a gate.
 */
final class Rehearsal {
  /** An invented person, with all four claims: the first example of docs/spec/format.md. */
  private static final String PASS =
      "GQ1:RRQ+D9Q60CO0*:U0SL8CKQZIFN0DECHIDWY0IDCR.R/E7V50.20-RGFK3P3DGIFZVNM-D8UA7OSLQHR994WN3/"
          + "DZ34B9D3/D%73P5U*18NC4+BKXGT0XKNVGIDCRRQ200M-CCA74:6536NMG4H0.B0ZC9RJD BAITA2OA3W5VB65H0"
          + ".B0TE9.J0:UGC60IDC.PP82DCA7646.Q6VP0EN0VE9K7V3F3$I8Q12880W33P12:F905VQ7BA88LCD4D8BDE:X0 6"
          + "0F:5 ZEQ2QHO7.LIC$LF1GNY7X-ETKS3VD7ZH%4J0RS.YAFRA2/SYW7JQO:.4UT358CF5SYPKQCCB$PG0";

  private Rehearsal() {}

  /** Reads the example, and checks a signature that is none with one key of each algorithm. */
  static void of(Iterable<Snapshot.Key> keys) {
    Signed signed = new Signed();
    try {
      SignedPass pass = SignedPass.parseText(PASS);
      pass.unverifiedClaims();
      signed.read(pass);
    } catch (FormatException e) {
      throw new IllegalStateException("the example is a good one", e);
    }
    // In range for both algorithms, so that nothing is refused before it is computed.
    Arrays.fill(signed.signature(), (byte) 1);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (Snapshot.Key key : keys) {
        if (key.trusted().key().algorithm() == algorithm) {
          key.prepared().verifies(signed.message(), signed.length(), signed.signature());
          break;
        }
      }
    }
  }
}
