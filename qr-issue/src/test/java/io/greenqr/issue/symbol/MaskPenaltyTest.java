package io.greenqr.issue.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MaskPenaltyTest {
  /** All versions, so one, two and three words a row, with 1 to 61 columns in the last. */
  static IntStream sizes() {
    return IntStream.rangeClosed(1, QrSymbol.MAX_VERSION).map(QrSymbol::modules);
  }

  /** From nearly white to nearly black, and with modules that mostly repeat one beside them. */
  @ParameterizedTest
  @MethodSource("sizes")
  void randomModulesHaveThePointsOfTheStandard(int size) {
    Random random = new Random(size);
    for (int percent = 0; percent <= 100; percent += 10) {
      assertPointsOfTheStandard(random(size, percent, 0, random));
      assertPointsOfTheStandard(random(size, percent, 60, random));
    }
  }

  /** Lines of pieces of which rule 3 is made, at every place in a word and across two. */
  @ParameterizedTest
  @MethodSource("sizes")
  void finderPatternsHaveThePointsOfTheStandard(int size) {
    Random random = new Random(size);
    List<String> pieces = List.of("#.###.#", "....", "...", ".", "#", "#.###.#....", "....#.###.#");
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < size; y++) {
      StringBuilder row = new StringBuilder();
      while (row.length() < size) {
        row.append(pieces.get(random.nextInt(pieces.size())));
      }
      rows.add(row.substring(0, size));
    }
    assertPointsOfTheStandard(rows);
  }

  private static void assertPointsOfTheStandard(List<String> rows) {
    assertEquals(new StandardPenalty(rows).points(), points(rows));
  }

  /** Features by hand; then at every place of a row and of a column on a ground that has none. */
  @ParameterizedTest
  @CsvSource({
    "....,  0",
    ".....,  3",
    "......, 4",
    "....#.....,  3",
    "#####,  3",
    "#####.....,  6",
    "#.###.#,  0",
    "#.###.#...,  0",
    "#.###.#....,  40",
    "....#.###.#,  40",
    "....#.###.#....,  40",
    "....#.###.#.###.#,  40",
    "....#.###.#.###.#....,  80",
    "....#.###.#....#.###.#....,  80"
  })
  void lineHasThePointsOfItsFeatures(String line, int points) {
    assertEquals(
        points, StandardPenalty.adjacentModules(line) + StandardPenalty.finderPatterns(line));

    for (int at = 0; at + line.length() <= 65; at++) {
      List<String> rows = new ArrayList<>(ground(65));
      String row = rows.get(32);
      rows.set(32, row.substring(0, at) + line + row.substring(at + line.length()));
      ModuleGrid grid = grid(rows);

      int expected = new StandardPenalty(rows).points();
      assertEquals(expected, MaskPenalty.of(grid, grid.transposed()));
      assertEquals(expected, MaskPenalty.of(grid.transposed(), grid));
    }
  }

  /** All light: runs in 21 rows and columns, 20 by 20 blocks, 50 % off a half. */
  @Test
  void lightSquareHasAllItsPoints() {
    int expected = 2 * 21 * (3 + 21 - 5) + 3 * 20 * 20 + 10 * 10;

    assertEquals(expected, points(Collections.nCopies(21, ".".repeat(21))));
    assertEquals(expected, points(Collections.nCopies(21, "#".repeat(21))));
  }

  @Test
  void chequersHaveNoPoints() {
    for (int size : sizes().toArray()) {
      assertEquals(0, points(ground(size)));
    }
  }

  /**
   * Of 441 modules, 5 % are 22.05: from 198.45 to 242.55 dark ones count nothing. No symbol is on
   * the edge of a step, since its modules are odd in number.
   */
  @ParameterizedTest
  @CsvSource({"242, 0", "243, 10", "264, 10", "265, 20", "199, 0", "198, 10", "177, 10", "176, 20"})
  void proportionCountsInWholeStepsOfFivePercent(int dark, int points) {
    String modules = "#".repeat(dark) + ".".repeat(441 - dark);
    List<String> rows =
        IntStream.range(0, 21).mapToObj(y -> modules.substring(21 * y, 21 * y + 21)).toList();
    StandardPenalty standard = new StandardPenalty(rows);

    assertEquals(points, standard.proportion());
    assertEquals(standard.points(), points(rows));
  }

  private static int points(List<String> rows) {
    ModuleGrid grid = grid(rows);
    return MaskPenalty.of(grid, grid.transposed());
  }

  private static ModuleGrid grid(List<String> rows) {
    ByteMatrix matrix = new ByteMatrix(rows.size(), rows.size());
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.size(); x++) {
        matrix.set(x, y, rows.get(y).charAt(x) == '#');
      }
    }
    return ModuleGrid.of(matrix);
  }

  private static List<String> ground(int size) {
    String line = "#.".repeat(size);
    return IntStream.range(0, size).mapToObj(y -> line.substring(y % 2, y % 2 + size)).toList();
  }

  private static List<String> random(int size, int darkPercent, int alikePercent, Random random) {
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < size; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < size; x++) {
        boolean dark = random.nextInt(100) < darkPercent;
        if (random.nextInt(100) >= alikePercent || x + y == 0) {
          row.append(dark ? '#' : '.');
        } else if (y == 0 || (x > 0 && random.nextBoolean())) {
          row.append(row.charAt(x - 1));
        } else {
          row.append(rows.get(y - 1).charAt(x));
        }
      }
      rows.add(row.toString());
    }
    return rows;
  }
}
