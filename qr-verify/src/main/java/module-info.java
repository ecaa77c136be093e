/** From text or camera frame to a verification. No network, no private keys, no logging. */
module io.greenqr.verify {
  requires transitive io.greenqr.format;
  requires com.google.zxing;
  requires org.bouncycastle.provider;
  requires static org.jspecify;

  exports io.greenqr.verify;
  exports io.greenqr.verify.certlogic;
  exports io.greenqr.verify.fault;
  exports io.greenqr.verify.admission;
  exports io.greenqr.verify.reader;
  exports io.greenqr.verify.trust;
}
