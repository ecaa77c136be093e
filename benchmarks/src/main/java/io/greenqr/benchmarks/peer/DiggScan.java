package io.greenqr.benchmarks.peer;

import java.security.cert.X509Certificate;
import java.util.List;
import se.digg.dgc.service.impl.DefaultDGCDecoder;
import se.digg.dgc.signatures.impl.DefaultDGCSignatureVerifier;

/** dgc-create-validate: its decoder verifies. */
final class DiggScan {
  private DiggScan() {}

  static Peer.Scan of(X509Certificate certificate) {
    List<X509Certificate> trusted = List.of(certificate);
    return new DefaultDGCDecoder(new DefaultDGCSignatureVerifier(), (country, keyId) -> trusted)
        ::decode;
  }
}
