package io.greenqr.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars with error bars, as an SVG picture. */
final class BarChart {
  private static final int WIDTH = 780;
  private static final int LEFT = 250;
  private static final int RIGHT = 150;
  private static final int ROW = 26;
  private static final int BAR = 16;
  private static final int PANEL_HEAD = 44;
  private static final int TOP = 62;
  private static final int BOTTOM = 34;
  private static final String OURS = "#1b7f4d";
  private static final String OTHERS = "#8a97a6";
  private static final String INK = "#1c232b";

  private final String title;
  private final String subtitle;
  private final String foot;
  private final List<Panel> panels = new ArrayList<>();

  /** One bar; {@code ours} ones have a colour of their own. */
  record Bar(String label, Estimate length, boolean ours) {}

  /** Bars with one scale. */
  record Panel(String title, List<Bar> bars) {}

  BarChart(String title, String subtitle, String foot) {
    this.title = title;
    this.subtitle = subtitle;
    this.foot = foot;
  }

  void add(Panel panel) {
    panels.add(panel);
  }

  /** The whole file. */
  String svg() {
    int height = TOP + BOTTOM;
    for (Panel panel : panels) {
      height += PANEL_HEAD + panel.bars().size() * ROW;
    }
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" font-family=\"sans-serif\">%n",
            WIDTH,
            height,
            WIDTH,
            height));
    out.append("<title>").append(escape(title)).append("</title>\n");
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(out, 20, 30, "start", 18, "bold", title);
    text(out, 20, 50, "start", 12, "normal", subtitle);
    int y = TOP;
    for (Panel panel : panels) {
      y = panel(out, panel, y);
    }
    text(out, 20, y + 22, "start", 11, "normal", foot);
    return out.append("</svg>\n").toString();
  }

  private static int panel(StringBuilder out, Panel panel, int top) {
    text(out, 20, top + 28, "start", 14, "bold", panel.title());
    double most = 0;
    for (Bar bar : panel.bars()) {
      most = Math.max(most, bar.length().mean() + error(bar));
    }
    double scale = most == 0 ? 0 : (WIDTH - LEFT - RIGHT) / most;
    int y = top + PANEL_HEAD;
    for (Bar bar : panel.bars()) {
      int middle = y + ROW / 2;
      double end = LEFT + bar.length().mean() * scale;
      text(out, LEFT - 8, middle + 4, "end", 12, bar.ours() ? "bold" : "normal", bar.label());
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
              LEFT,
              middle - BAR / 2,
              end - LEFT,
              BAR,
              bar.ours() ? OURS : OTHERS));
      double whisker = error(bar) * scale;
      whisker(out, Math.max(LEFT, end - whisker), end + whisker, middle);
      text(
          out,
          (int) (end + whisker) + 8,
          middle + 4,
          "start",
          12,
          "normal",
          Numbers.of(bar.length()));
      y += ROW;
    }
    return y;
  }

  private static void whisker(StringBuilder out, double from, double to, int y) {
    out.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f %d V%d M%.1f %d H%.1f M%.1f %d V%d\" stroke=\"%s\" fill=\"none\"/>%n",
            from,
            y - 4,
            y + 4,
            from,
            y,
            to,
            to,
            y - 4,
            y + 4,
            INK));
  }

  private static double error(Bar bar) {
    return Double.isNaN(bar.length().error()) ? 0 : bar.length().error();
  }

  private static void text(
      StringBuilder out, int x, int y, String anchor, int size, String weight, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"%d\" font-weight=\"%s\""
                + " fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            size,
            weight,
            INK,
            escape(text)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
