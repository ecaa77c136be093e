package io.greenqr.benchmarks.peer;

import io.greenqr.benchmarks.Corretto;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A system that turns the text of an EU certificate into its verified content. */
public enum Peer {
  /** DIGG's library with the provider that the JDK gives it. */
  DIGG {
    @Override
    Scan with(X509Certificate certificate) {
      return DiggScan.of(certificate);
    }
  },
  /** The same, with BouncyCastle as the first provider of the process. */
  DIGG_BOUNCY_CASTLE {
    @Override
    Scan with(X509Certificate certificate) {
      return DiggScan.of(certificate);
    }

    @Override
    void install() {
      first(new BouncyCastleProvider());
    }
  },
  /** The same, with Corretto's provider as the first of the process. */
  DIGG_CORRETTO {
    @Override
    Scan with(X509Certificate certificate) {
      return DiggScan.of(certificate);
    }

    @Override
    void install() {
      first(Corretto.provider());
    }
  },
  /** The Swiss SDK with the provider that the JDK gives it. */
  SWISS {
    @Override
    Scan with(X509Certificate certificate) {
      return SwissScan.of(certificate);
    }
  };

  /** Chooses the provider of the process: before certificates are read, for it makes their keys. */
  void install() {}

  /** Makes the system trust one certificate. */
  abstract Scan with(X509Certificate certificate);

  private static void first(Provider provider) {
    Security.removeProvider(provider.getName());
    Security.insertProviderAt(provider, 1);
  }

  /** One way from text to verified content. */
  interface Scan {
    /** The content; throws whatever the system throws if the text does not verify. */
    Object content(String text) throws Exception;
  }
}
