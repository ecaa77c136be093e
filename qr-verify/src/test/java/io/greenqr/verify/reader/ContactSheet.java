package io.greenqr.verify.reader;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture with small copies of frames, and under each a field for every reader. */
final class ContactSheet {
  private static final int COLUMNS = 6;
  private static final int TILE_WIDTH = 200;
  private static final int TILE_HEIGHT = 150;
  private static final int FIELDS = 14;
  private static final int GAP = 4;
  private static final int HEAD = 22;

  /** Enough to see what a camera saw, in a file that stays small. */
  private static final int GREYS = 16;

  private static final Color READ = new Color(0x2E9E4F);
  private static final Color WRONG = new Color(0xD0021B);
  private static final Color NOTHING = new Color(0xBBBBBB);

  private final BufferedImage image;
  private final Graphics2D canvas;
  private int tiles;

  ContactSheet(int tiles, List<String> readers) {
    int rows = (tiles + COLUMNS - 1) / COLUMNS;
    int width = COLUMNS * (TILE_WIDTH + GAP) + GAP;
    image =
        new BufferedImage(
            width, HEAD + rows * tileStep(), BufferedImage.TYPE_BYTE_INDEXED, palette());
    canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    canvas.setColor(Color.BLACK);
    StringBuilder legend = new StringBuilder();
    for (int i = 0; i < readers.size(); i++) {
      legend.append(i + 1).append(' ').append(readers.get(i).replace("`", "")).append("     ");
    }
    canvas.drawString(legend + "green: read     grey: nothing     red: wrong", GAP, HEAD - 7);
  }

  private static int tileStep() {
    return TILE_HEIGHT + 2 * FIELDS + GAP;
  }

  void add(String title, byte[] pixels, List<FrameTally.Mark> marks) {
    int left = GAP + tiles % COLUMNS * (TILE_WIDTH + GAP);
    int top = HEAD + tiles / COLUMNS * tileStep();
    tiles++;
    draw(pixels, left, top);
    canvas.setColor(Color.BLACK);
    canvas.drawString(title, left, top + TILE_HEIGHT + FIELDS - 3);
    int width = TILE_WIDTH / marks.size();
    for (int i = 0; i < marks.size(); i++) {
      canvas.setColor(
          switch (marks.get(i)) {
            case READ -> READ;
            case WRONG -> WRONG;
            case NOTHING -> NOTHING;
          });
      int x = left + i * width;
      int y = top + TILE_HEIGHT + FIELDS;
      canvas.fillRect(x, y, width - 2, FIELDS - 2);
      canvas.setColor(Color.WHITE);
      canvas.drawString(String.valueOf(i + 1), x + width / 2 - 4, y + FIELDS - 3);
    }
  }

  /** Each pixel is the mean of those of the frame that it stands for. */
  private void draw(byte[] pixels, int left, int top) {
    for (int y = 0; y < TILE_HEIGHT; y++) {
      for (int x = 0; x < TILE_WIDTH; x++) {
        int grey = mean(pixels, x, y) * (GREYS - 1) / 255;
        image.getRaster().setSample(left + x, top + y, 0, grey);
      }
    }
  }

  private static int mean(byte[] pixels, int x, int y) {
    int fromX = x * CameraFrame.WIDTH / TILE_WIDTH;
    int toX = (x + 1) * CameraFrame.WIDTH / TILE_WIDTH;
    int fromY = y * CameraFrame.HEIGHT / TILE_HEIGHT;
    int toY = (y + 1) * CameraFrame.HEIGHT / TILE_HEIGHT;
    int sum = 0;
    for (int row = fromY; row < toY; row++) {
      for (int column = fromX; column < toX; column++) {
        sum += pixels[row * CameraFrame.WIDTH + column] & 0xFF;
      }
    }
    return sum / ((toX - fromX) * (toY - fromY));
  }

  /** The greys, and the three colours after them. */
  private static IndexColorModel palette() {
    int size = GREYS + 3;
    byte[] red = new byte[size];
    byte[] green = new byte[size];
    byte[] blue = new byte[size];
    for (int i = 0; i < GREYS; i++) {
      red[i] = (byte) (i * 255 / (GREYS - 1));
      green[i] = red[i];
      blue[i] = red[i];
    }
    Color[] colors = {READ, WRONG, NOTHING};
    for (int i = 0; i < colors.length; i++) {
      red[GREYS + i] = (byte) colors[i].getRed();
      green[GREYS + i] = (byte) colors[i].getGreen();
      blue[GREYS + i] = (byte) colors[i].getBlue();
    }
    return new IndexColorModel(8, size, red, green, blue);
  }

  void write(Path file) throws IOException {
    ImageIO.write(image, "png", file.toFile());
  }
}
