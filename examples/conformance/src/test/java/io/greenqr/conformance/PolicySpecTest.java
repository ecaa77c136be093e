package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.policy.Guard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The specification of policies names what the code has. */
class PolicySpecTest {
  @Test
  void guardsAreThoseOfTheTable() throws IOException {
    List<List<String>> documented = new ArrayList<>();
    Documents.rows(Documents.section(Documents.read("docs/spec/policy.md"), "## 7. Guards"))
        .forEach(row -> documented.add(List.of(row.get(0), row.get(1), row.get(3))));
    List<List<String>> guards = new ArrayList<>();
    for (Guard guard : Guard.values()) {
      guards.add(
          List.of(Integer.toString(guard.code()), guard.jsonName(), guard.colour().jsonName()));
      assertEquals(guard.code() <= 5, guard.isLiftable());
    }
    assertEquals(guards, documented);
  }
}
