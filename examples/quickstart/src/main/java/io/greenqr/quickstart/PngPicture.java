package io.greenqr.quickstart;

import io.greenqr.verify.reader.LuminancePlane;
import io.greenqr.verify.reader.QrReader;
import io.greenqr.verify.reader.QrReading;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads a picture file as a camera would deliver it: a plane of luminance, one byte a pixel. */
final class PngPicture {
  private PngPicture() {}

  static String readText(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] luminance = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        // The picture is black and white: any channel is its luminance.
        luminance[y * width + x] = (byte) image.getRGB(x, y);
      }
    }
    // README: read
    QrReading reading = QrReader.create().read(LuminancePlane.of(luminance, width, height, width));
    if (reading instanceof QrReading.Text text) {
      return text.text();
    }
    // README: end
    throw new IOException("no code was read: " + reading);
  }
}
