package io.greenqr.issue.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The points of a symbol as ISO/IEC 18004 section 7.8.3.1 has them, feature by feature, counted on
 * lines of {@code #} for dark and {@code .} for light: slow and plain.
 */
final class StandardPenalty {
  private static final Pattern RUN = Pattern.compile("#+|\\.+");

  private final List<String> rows;

  /** Of a symbol, from top to bottom. */
  StandardPenalty(List<String> rows) {
    this.rows = rows;
  }

  int points() {
    int points = blocks() + proportion();
    for (List<String> lines : List.of(rows, columns())) {
      for (String line : lines) {
        points += adjacentModules(line) + finderPatterns(line);
      }
    }
    return points;
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (int x = 0; x < rows.size(); x++) {
      StringBuilder column = new StringBuilder();
      for (String row : rows) {
        column.append(row.charAt(x));
      }
      columns.add(column.toString());
    }
    return columns;
  }

  /** Adjacent modules of one colour in a line, 5 + i of them: 3 + i points. */
  static int adjacentModules(String line) {
    int points = 0;
    Matcher run = RUN.matcher(line);
    while (run.find()) {
      int modules = run.end() - run.start();
      if (modules >= 5) {
        points += 3 + (modules - 5);
      }
    }
    return points;
  }

  /**
   * A block of m by n modules of one colour: 3 (m - 1) (n - 1) points, which is 3 for each place of
   * two by two modules in it.
   */
  int blocks() {
    int points = 0;
    for (int y = 1; y < rows.size(); y++) {
      for (int x = 1; x < rows.size(); x++) {
        String block =
            rows.get(y - 1).substring(x - 1, x + 1) + rows.get(y).substring(x - 1, x + 1);
        if (block.equals("####") || block.equals("....")) {
          points += 3;
        }
      }
    }
    return points;
  }

  /**
   * Dark, light, dark, light, dark in the ratio 1:1:3:1:1, preceded or followed by a light area 4
   * modules wide: 40 points. What is outside the symbol is no module of it, so not light.
   */
  static int finderPatterns(String line) {
    int points = 0;
    for (int at = line.indexOf("#.###.#"); at >= 0; at = line.indexOf("#.###.#", at + 1)) {
      if (line.startsWith("....", at - 4) || line.startsWith("....", at + 7)) {
        points += 40;
      }
    }
    return points;
  }

  /** Dark modules are 50 ± 5 k to 50 ± 5 (k + 1) % of all: 10 k points. */
  int proportion() {
    long dark = String.join("", rows).chars().filter(module -> module == '#').count();
    long all = (long) rows.size() * rows.size();
    int k = 0;
    while (100 * Math.abs(2 * dark - all) >= 2 * all * 5 * (k + 1)) {
      k++;
    }
    return 10 * k;
  }
}
