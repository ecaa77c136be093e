package io.greenqr.issue.symbol;

/**
 * A symbol as an SVG document, in units of a module: a white ground, so that it can be read on a
 * dark page, and all dark modules as one path, so that no hairlines show between them.
 */
final class SvgPicture {
  private SvgPicture() {}

  /**
   * The document.
   *
   * @param sizeAttributes {@code width} and {@code height} with a blank before each, or nothing
   */
  static String of(QrSymbol symbol, String sizeAttributes) {
    int span = symbol.span();
    StringBuilder svg = new StringBuilder(span * span);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(sizeAttributes)
        .append(" viewBox=\"0 0 " + span + " " + span + "\" shape-rendering=\"crispEdges\">")
        .append("<rect width=\"" + span + "\" height=\"" + span + "\" fill=\"#fff\"/>")
        .append("<path fill=\"#000\" d=\"");
    for (int y = 0; y < span; y++) {
      appendRuns(symbol, y, svg);
    }
    return svg.append("\"/></svg>\n").toString();
  }

  /** A rectangle one module high for each run of dark modules in a row. */
  private static void appendRuns(QrSymbol symbol, int y, StringBuilder svg) {
    int x = 0;
    while (x < symbol.span()) {
      int end = x;
      while (end < symbol.span() && symbol.isDark(end, y)) {
        end++;
      }
      if (end > x) {
        svg.append('M').append(x).append(' ').append(y);
        svg.append('h').append(end - x).append("v1H").append(x).append('z');
      }
      x = end + 1;
    }
  }
}
