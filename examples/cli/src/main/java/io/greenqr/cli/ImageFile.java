package io.greenqr.cli;

import io.greenqr.verify.reader.LuminancePlane;
import io.greenqr.verify.reader.QrReader;
import io.greenqr.verify.reader.QrReading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture file as a plane of luminance. */
final class ImageFile {
  /** Photographs of phones have up to some 30 MB. */
  private static final int MAX_BYTES = 1 << 26;

  /** Pixels of the largest picture that is opened at all; phones have cameras of 200 million. */
  private static final long MAX_SOURCE_PIXELS = 1 << 28;

  /** Pixels that are decoded: of larger pictures every second or third row and column. */
  private static final long MAX_PIXELS = 1 << 24;

  /** There is no next frame: a picture may take as long as it needs. */
  private static final Duration TIME_BUDGET = Duration.ofMinutes(1);

  private final QrReader reader = QrReader.builder().timeBudget(TIME_BUDGET).build();

  /** Reads the code in a picture; a picture without one is an answer, not a failure. */
  QrReading read(Path file) throws CliException {
    byte[] bytes = LocalFile.bytes(file, MAX_BYTES);
    BufferedImage image;
    // In memory: ImageIO would put a copy of the picture into the folder for temporary files.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      image = decode(in, file);
    } catch (IOException | RuntimeException e) {
      // The decoders of the JDK throw both on damaged files.
      throw notAnImage(file);
    }
    return reader.read(plane(image));
  }

  private static CliException notAnImage(Path file) {
    return new CliException(
        GreenQr.UNREADABLE, "IMAGE_UNREADABLE", file + ": no picture that can be read");
  }

  /** Size first: a small file may claim a picture that fills the memory. */
  private static BufferedImage decode(ImageInputStream in, Path file)
      throws IOException, CliException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw notAnImage(file);
    }
    ImageReader decoder = readers.next();
    try {
      decoder.setInput(in, true, true);
      int width = decoder.getWidth(0);
      int height = decoder.getHeight(0);
      if ((long) width * height > MAX_SOURCE_PIXELS) {
        throw new CliException(
            GreenQr.UNREADABLE, "IMAGE_TOO_LARGE", file + ": " + width + "x" + height + " pixels");
      }
      int step = 1;
      while ((long) (width / step) * (height / step) > MAX_PIXELS
          || Math.max(width, height) / step >= LuminancePlane.MAX_SIDE) {
        step++;
      }
      ImageReadParam param = decoder.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      return decoder.read(0, param);
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
