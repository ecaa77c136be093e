package io.greenqr.verify.internal.signature;

/** For engines that gain nothing from several at a time. */
final class OneByOne implements SignatureBatch {
  private final boolean[] verdicts = new boolean[CAPACITY];
  private int count;

  @Override
  public void add(PreparedKey key, byte[] message, int length, byte[] signature) {
    verdicts[count++] = key.verifies(message, length, signature);
  }

  @Override
  public boolean[] decide() {
    count = 0;
    return verdicts;
  }
}
