/** From a pass to signed text and a QR picture. For servers. */
module io.greenqr.issue {
  requires transitive io.greenqr.format;
  requires com.google.zxing;
  requires org.bouncycastle.provider;
  requires static org.jspecify;

  exports io.greenqr.issue;
  exports io.greenqr.issue.key;
  exports io.greenqr.issue.status;
  exports io.greenqr.issue.symbol;
  exports io.greenqr.issue.trust;
}
