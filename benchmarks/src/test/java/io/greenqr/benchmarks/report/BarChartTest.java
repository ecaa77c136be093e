package io.greenqr.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BarChartTest {
  @Test
  void pictureIsWellFormedWhateverTheLabels() throws Exception {
    Document picture = parse(chart("a < b & \"c\" > d"));
    assertEquals("svg", picture.getDocumentElement().getLocalName());
    assertTrue(picture.getDocumentElement().getTextContent().contains("a < b & \"c\" > d"));
  }

  @Test
  void barsAreAsLongAsTheirFigures() throws Exception {
    NodeList boxes = parse(chart("x")).getElementsByTagName("rect");
    double whole = width((Element) boxes.item(1));
    double half = width((Element) boxes.item(2));
    assertEquals(whole / 2, half, 0.1);
  }

  @Test
  void everyBarHasAnErrorBarWithinThePicture() throws Exception {
    Document picture = parse(chart("x"));
    assertEquals(2, picture.getElementsByTagName("path").getLength());
    String path = ((Element) picture.getElementsByTagName("path").item(0)).getAttribute("d");
    double right = Double.parseDouble(path.replaceFirst(".* H([0-9.]+) .*", "$1"));
    assertTrue(right < 780, path);
  }

  private static String chart(String label) {
    BarChart chart = new BarChart(label, label, label);
    chart.add(
        new BarChart.Panel(
            label,
            List.of(
                new BarChart.Bar(label, new Estimate(1_000, 100), true),
                new BarChart.Bar(label, new Estimate(500, Double.NaN), false))));
    return chart.svg();
  }

  private static double width(Element box) {
    return Double.parseDouble(box.getAttribute("width"));
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
