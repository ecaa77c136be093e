package io.greenqr.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final String OTHER = "<!-- generated: b -->\nkept\n<!-- end: b -->\n";

  @Test
  void onlyTheNamedBlockChanges() {
    String page = "head\n<!-- generated: a -->\nold\n<!-- end: a -->\n" + OTHER + "foot";
    assertEquals(
        "head\n<!-- generated: a -->\n\nnew $1\n\n<!-- end: a -->\n" + OTHER + "foot",
        Blocks.replace(page, "a", "\nnew $1\n"));
  }

  @Test
  void replacingTwiceIsReplacingOnce() {
    String once = Blocks.replace(OTHER, "b", "x");
    assertEquals(once, Blocks.replace(once, "b", "x"));
  }

  @Test
  void blockMustBeThereOnce() {
    assertThrows(IllegalArgumentException.class, () -> Blocks.replace(OTHER, "a", "x"));
    assertThrows(IllegalArgumentException.class, () -> Blocks.replace(OTHER + OTHER, "b", "x"));
    assertThrows(
        IllegalArgumentException.class, () -> Blocks.replace("<!-- generated: a -->", "a", "x"));
  }
}
