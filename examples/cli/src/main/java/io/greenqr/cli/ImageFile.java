package io.greenqr.cli;

import io.greenqr.verify.reader.LuminancePlane;
import io.greenqr.verify.reader.QrReader;
import io.greenqr.verify.reader.QrReading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture file as a plane of luminance. */
final class ImageFile {
  private final QrReader reader = QrReader.create();

  /** Reads the code in a picture; a picture without one is an answer, not a failure. */
  QrReading read(Path file) throws CliException {
    BufferedImage image;
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(LocalFile.bytes(file)))) {
      image = decode(in);
    } catch (IOException | RuntimeException e) {
      // The decoders of the JDK throw both on damaged files.
      image = null;
    }
    if (image == null) {
      throw new CliException(GreenQr.UNREADABLE, file + ": no picture that can be read");
    }
    return reader.read(plane(image));
  }

  /** Size first: a small file may claim a picture that fills the memory. */
  private static @Nullable BufferedImage decode(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      return null;
    }
    ImageReader decoder = readers.next();
    try {
      decoder.setInput(in, true, true);
      int width = decoder.getWidth(0);
      int height = decoder.getHeight(0);
      boolean bounded =
          width <= LuminancePlane.MAX_SIDE
              && height <= LuminancePlane.MAX_SIDE
              && (long) width * height <= 1 << 25;
      return bounded ? decoder.read(0) : null;
    } finally {
      decoder.dispose();
    }
  }

  /** Luma of ITU-R BT.601 over white: transparent pixels are paper. */
  private static LuminancePlane plane(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] luminance = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int argb = image.getRGB(x, y);
        int luma =
            (299 * (argb >> 16 & 0xff) + 587 * (argb >> 8 & 0xff) + 114 * (argb & 0xff)) / 1000;
        int alpha = argb >>> 24;
        luminance[y * width + x] = (byte) ((luma * alpha + 255 * (255 - alpha)) / 255);
      }
    }
    return LuminancePlane.of(luminance, width, height, width);
  }
}
