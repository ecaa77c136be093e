package io.greenqr.benchmarks.peer;

import ch.admin.bag.covidcertificate.sdk.core.decoder.CertificateDecoder;
import ch.admin.bag.covidcertificate.sdk.core.decoder.chain.Base45Service;
import ch.admin.bag.covidcertificate.sdk.core.decoder.chain.DecompressionService;
import ch.admin.bag.covidcertificate.sdk.core.decoder.chain.PrefixIdentifierService;
import ch.admin.bag.covidcertificate.sdk.core.decoder.chain.TimestampService;
import ch.admin.bag.covidcertificate.sdk.core.decoder.chain.VerificationCoseService;
import ch.admin.bag.covidcertificate.sdk.core.models.healthcert.CertType;
import ch.admin.bag.covidcertificate.sdk.core.models.healthcert.CertificateHolder;
import ch.admin.bag.covidcertificate.sdk.core.models.state.DecodeState;
import ch.admin.bag.covidcertificate.sdk.core.models.trustlist.Jwk;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.util.BigIntegers;

/**
 * The Swiss SDK. Its verifier checks signature, revocation and rules on the threads of a pool, from
 * where CPU time of one thread cannot be told; this is its decoder, and then the steps of its check
 * of the signature in their order, on the thread of the caller. Revocation and rules are left out.
 */
final class SwissScan {
  private static final int KEY_ID_LENGTH = 8;
  private static final int COORDINATE = 32;

  private final List<Jwk> trusted;

  private SwissScan(List<Jwk> trusted) {
    this.trusted = trusted;
  }

  static Peer.Scan of(X509Certificate certificate) {
    ECPublicKey key = (ECPublicKey) certificate.getPublicKey();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      Jwk trusted =
          Jwk.Companion.fromXY(
              Base64.getEncoder().encodeToString(Arrays.copyOf(digest, KEY_ID_LENGTH)),
              base64(key.getW().getAffineX()),
              base64(key.getW().getAffineY()),
              "sig");
      return new SwissScan(List.of(trusted))::content;
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("every JDK has SHA-256 and DER", e);
    }
  }

  private CertificateHolder content(String text) throws SignatureException {
    if (!(CertificateDecoder.decode(text) instanceof DecodeState.SUCCESS decoded)) {
      throw new SignatureException("not decoded");
    }
    CertificateHolder holder = decoded.getCertificateHolder();
    CertType type = holder.getCertType();
    String body = PrefixIdentifierService.INSTANCE.decode(holder.getQrCodeData());
    byte[] compressed = body == null ? null : Base45Service.INSTANCE.decode(body);
    byte[] cose = compressed == null ? null : DecompressionService.INSTANCE.decode(compressed);
    if (cose == null
        || type == null
        || !VerificationCoseService.INSTANCE.decode(trusted, cose, type)
        || TimestampService.INSTANCE.decode(holder, Instant.now()) != null) {
      throw new SignatureException("not verified");
    }
    return holder;
  }

  private static String base64(BigInteger coordinate) {
    return Base64.getEncoder()
        .encodeToString(BigIntegers.asUnsignedByteArray(COORDINATE, coordinate));
  }
}
