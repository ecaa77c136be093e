package io.greenqr.format.trust;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Status entries as a zlib stream (RFC 1950) and back. */
final class StatusDeflation {
  private StatusDeflation() {}

  /** The shortest stream, for what every checkpoint fetches. */
  static byte[] deflate(StatusEntries entries) {
    return deflate(entries, Deflater.BEST_COMPRESSION);
  }

  /** A stream that is quick to make, for what a verifier stores at each update. */
  static byte[] deflateQuickly(StatusEntries entries) {
    return deflate(entries, Deflater.BEST_SPEED);
  }

  private static byte[] deflate(StatusEntries entries, int level) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(entries.rawBits());
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[4096];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Inflates one stream that is all of {@code stream}.
   *
   * <p>A kilobyte can inflate to a megabyte: the output has room for one byte more than a list may
   * have, and a stream that fills it is refused. The loop ends as soon as a step brings neither an
   * end nor a byte, so a stream that is cut, or that wants a dictionary, cannot hold it up.
   *
   * @param at where to report a fault
   */
  static StatusEntries inflate(byte[] stream, int at) throws FormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stream);
      byte[] out = new byte[FormatLimits.MAX_STATUS_BYTES + 1];
      int length = 0;
      while (!inflater.finished()) {
        int inflated = inflater.inflate(out, length, out.length - length);
        length += inflated;
        if ((inflated == 0 && !inflater.finished()) || length == out.length) {
          throw new FormatException(FormatFault.STATUS_ENTRIES, at);
        }
      }
      // Bytes behind the stream would be signed and mean nothing.
      if (length == 0 || inflater.getRemaining() != 0) {
        throw new FormatException(FormatFault.STATUS_ENTRIES, at);
      }
      return new StatusEntries(Arrays.copyOf(out, length));
    } catch (DataFormatException e) {
      throw new FormatException(FormatFault.STATUS_ENTRIES, at);
    } finally {
      inflater.end();
    }
  }
}
