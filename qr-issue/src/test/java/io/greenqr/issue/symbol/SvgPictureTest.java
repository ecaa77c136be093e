package io.greenqr.issue.symbol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class SvgPictureTest {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");

  // The module has no use for an XML parser; only its tests have.
  static {
    SvgPictureTest.class
        .getModule()
        .addReads(ModuleLayer.boot().findModule("java.xml").orElseThrow());
  }

  @Test
  void documentIsOnePathOnWhite() throws Exception {
    QrSymbol symbol = QrSymbol.of(Texts.pass(250));

    Element svg = parse(symbol.toSvg());

    assertEquals("http://www.w3.org/2000/svg", svg.getNamespaceURI());
    assertEquals("0 0 61 61", svg.getAttribute("viewBox"));
    assertEquals("crispEdges", svg.getAttribute("shape-rendering"));
    assertFalse(svg.hasAttribute("width"));
    assertEquals(2, svg.getChildNodes().getLength());
    assertEquals("#fff", only(svg, "rect").getAttribute("fill"));
    assertEquals("#000", only(svg, "path").getAttribute("fill"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void pathCoversTheDarkModules(int quietZone) throws Exception {
    QrSymbol symbol = QrSymbol.builder(Texts.pass(250)).quietZone(quietZone).build();
    boolean[][] expected = new boolean[symbol.span()][symbol.span()];
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        expected[y + quietZone][x + quietZone] = symbol.module(x, y);
      }
    }

    String path = only(parse(symbol.toSvg()), "path").getAttribute("d");

    boolean[][] drawn = new boolean[symbol.span()][symbol.span()];
    Matcher run = RUN.matcher(path);
    int end = 0;
    while (run.lookingAt()) {
      int left = Integer.parseInt(run.group(1));
      assertEquals(run.group(1), run.group(4));
      for (int x = left; x < left + Integer.parseInt(run.group(3)); x++) {
        drawn[Integer.parseInt(run.group(2))][x] = true;
      }
      end = run.end();
      run.region(end, path.length());
    }
    assertEquals(path.length(), end);
    assertArrayEquals(expected, drawn);
  }

  /** A comma as decimal separator, as in Viet Nam, would be no length in SVG. */
  @Test
  void sizeInMillimetresIsWrittenAlikeInEveryLocale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("vi-VN"));
    try {
      Element svg = parse(QrSymbol.of(Texts.pass(250)).toSvg(0.45));

      assertEquals("27.45mm", svg.getAttribute("width"));
      assertEquals("27.45mm", svg.getAttribute("height"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1000.5, Double.NaN, Double.POSITIVE_INFINITY})
  void millimetresHaveARange(double millimetres) throws Exception {
    QrSymbol symbol = QrSymbol.of("A");

    assertThrows(IllegalArgumentException.class, () -> symbol.toSvg(millimetres));
  }

  private static Element parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg.stripTrailing())))
        .getDocumentElement();
  }

  private static Element only(Element svg, String name) {
    assertEquals(1, svg.getElementsByTagName(name).getLength());
    return (Element) svg.getElementsByTagName(name).item(0);
  }
}
