package io.greenqr.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();
  private final int columns;

  Table(String... titles) {
    columns = titles.length;
    row(titles);
    lines.add("|---".repeat(columns) + "|");
  }

  void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("a row of " + cells.length + " in " + columns);
    }
    StringBuilder line = new StringBuilder("|");
    for (String cell : cells) {
      line.append(' ').append(cell.replace("|", "\\|").replace('\n', ' ')).append(" |");
    }
    lines.add(line.toString());
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
