package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that are drawn, and pictures that are read. */
class PicturesTest {
  @TempDir Path folder;

  @Test
  void aLargePhotographIsReadAndSmallerPicturesAroundItToo() throws Exception {
    Issuer issuer = Issuer.make(folder, "p256");
    String png = folder.resolve("pass.png").toString();
    issuer.issue("pass-all-four", "--png", png);
    Path photograph = photograph(ImageIO.read(new File(png)), 6000, 4500);
    assertTrue(Files.size(photograph) > 2_000_000, "as large as a photograph");
    String absent = folder.resolve("absent.png").toString();
    Path white = folder.resolve("white.png");
    ImageIO.write(white(50, 50), "png", white.toFile());
    Run run =
        Run.of(
            "verify",
            "--trust",
            issuer.pub(),
            "--at",
            Issuer.NEXT_DAY,
            "--json",
            "--image",
            png,
            absent,
            photograph.toString(),
            white.toString());
    assertEquals(3, run.code());
    assertEquals("greenqr: FILE_MISSING: " + absent + ": does not exist\n", run.err());
    List<String> answers = run.out().lines().toList();
    assertEquals(3, answers.size());
    assertEquals("ACCEPTED", member(answers.get(0), "code"));
    assertEquals(png, member(answers.get(0), "image"));
    assertEquals("ACCEPTED", member(answers.get(1), "code"));
    assertEquals(photograph.toString(), member(answers.get(1), "image"));
    assertEquals(
        "{\"image\":\"" + white + "\",\"outcome\":\"rejected\",\"code\":\"NO_SYMBOL\"}",
        answers.get(2));
  }

  @Test
  void theSvgIsWellFormed() throws Exception {
    Issuer issuer = Issuer.make(folder, "ed25519");
    Path svg = folder.resolve("pass.svg");
    issuer.issue("pass-test", "--svg", svg.toString());
    assertEquals(
        "svg",
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(svg.toFile())
            .getDocumentElement()
            .getTagName());
  }

  private static String member(String json, String name) throws IOException {
    return new ObjectMapper().readTree(json).get(name).textValue();
  }

  private static BufferedImage white(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  /** A symbol somewhere in a picture of noise, which does not compress. */
  private Path photograph(BufferedImage symbol, int width, int height) throws IOException {
    BufferedImage image = white(width, height);
    Random random = new Random(20210920);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += 3) {
        image.setRGB(x, y, 0xe0e0e0 | (random.nextInt() & 0x1f1f1f));
      }
    }
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(symbol, 1500, 900, 2400, 2400, null);
    graphics.dispose();
    Path file = folder.resolve("photograph.jpg");
    ImageIO.write(image, "jpg", file.toFile());
    return file;
  }
}
