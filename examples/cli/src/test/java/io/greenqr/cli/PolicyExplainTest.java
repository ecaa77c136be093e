package io.greenqr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.policy.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy in words. */
class PolicyExplainTest {
  @TempDir Path folder;

  private Run explain(String... more) throws Exception {
    String file = Files.writeString(folder.resolve("policy.json"), PolicyFiles.POLICY).toString();
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"policy", "explain", file}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.of(args);
  }

  @Test
  void saysWhereWhenForWhomAndWhat() throws Exception {
    Run run = explain();
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .startsWith(
                """
                Markets
                policy: VN-SG/TRY, version 3, test
                where: VN-SG: market
                in force from: 2021-09-15 00:00:00 (UTC+07:00), 2021-09-14T17:00:00Z
                until: 2121-11-01 00:00:00 (UTC+07:00), 2121-10-31T17:00:00Z
                roles: customer, vendor
                declaration counts if vouched for at least by: self-declared
                vaccination counts if vouched for at least by: facility
                """),
        run.out());
    assertTrue(
        run.out()
            .endsWith(
                """
                rule: course, otherwise YELLOW
                  for: everybody
                  holds if: there is vaccination.completed.day and vaccination.completed.day\
                 + 14 days ≤ today
                  reason: Not yet 14 days
                  remedy: Get vaccinated
                  wait: Wait until {date}
                rule: declared, otherwise RED
                  for: vendor
                  holds if: declaration.area = "79-760"
                  reason: Not declared
                  remedy: Declare
                """),
        run.out());
  }

  @Test
  void speaksVietnamese() throws Exception {
    Run run = explain("--lang", "vi");
    assertTrue(run.out().startsWith("Vào chợ\n"), run.out());
    assertTrue(
        run.out()
            .contains(
                "điều kiện: course, nếu không đạt thì VÀNG\n"
                    + "  cho: mọi người\n"
                    + "  đạt nếu: có vaccination.completed.day và vaccination.completed.day"
                    + " + 14 ngày ≤ hôm nay\n"),
        run.out());
    assertTrue(run.out().contains("tiêm chủng được tính nếu"), run.out());
    assertEquals(2, explain("--lang", "fr").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"!\":[{\"var\":\"tests.last\"}]}; there is no tests.last",
        "{\"!\":[{\"!\":[{\"var\":\"tests.last\"}]}]}; there is tests.last",
        "{\"!\":[{\"===\":[{\"var\":\"status\"},\"valid\"]}]}; status ≠ \"valid\"",
        "{\"!\":[{\"in\":[\"fever\",{\"var\":\"a\"}]}]}; \"fever\" not in a",
        "{\"if\":[{\"var\":\"a\"},true,{\"var\":\"b\"}]}; there is a or there is b",
        "{\"if\":[{\"var\":\"a\"},{\"var\":\"b\"},true]}; if there is a then there is b",
        "{\"if\":[{\"var\":\"a\"},false,{\"var\":\"b\"}]}; not (there is a) and there is b",
        "{\"and\":[{\"if\":[true,true,false]},{\"var\":\"b\"}]}; (true or false) and there is b",
        "{\"<=\":[50,{\"var\":\"pulse\"},120]}; 50 ≤ pulse ≤ 120",
        "{\"before\":[{\"plusTime\":[{\"var\":\"d\"},-1,\"month\"]},{\"dccDateOfBirth\":"
            + "[{\"var\":\"person.birth\"}]}]}; d − 1 month < latest day of person.birth",
        "{\"===\":[{\"+\":[{\"var\":\"n\"},1]},{\"if\":[{\"var\":\"a\"},1,2]}]};"
            + " n + 1 = (if there is a then 1, otherwise 2)",
        "{\"===\":[{\"extractFromUVCI\":[{\"var\":\"ci\"},1]},\"A\"]}; part 1 of ci = \"A\"",
        "{\">\":[{\"reduce\":[{\"var\":\"l\"},{\"+\":[{\"var\":\"accumulator\"},1]},0]},2]};"
            + " fold(l, accumulator + 1, 0) > 2"
      })
  void conditionsReadAsPeopleWriteThem(String condition, String words) throws Exception {
    assertEquals(List.of(words), new ConditionWords(Language.EN).lines(JsonValue.parse(condition)));
  }

  private static List<Path> policies() {
    return PolicyFiles.policies();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void noJsonIsLeftInTheExamples(Path policy) {
    for (String language : new String[] {"vi", "en"}) {
      Run run = Run.of("policy", "explain", policy.toString(), "--lang", language);
      assertEquals(0, run.code(), run.err());
      assertFalse(run.out().contains("\":"), run.out());
      assertFalse(run.out().contains("plusTime"), run.out());
    }
  }

  @Test
  void aConditionThatDoesNotCompileIsNotExplained() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("p.json"), PolicyFiles.POLICY.replace("\"===\"", "\"!==\""));
    Run run = Run.of("policy", "explain", file.toString());
    assertEquals(3, run.code());
    SchemeFolder.refused("UNKNOWN_OPERATION", run);
    assertTrue(run.err().endsWith("/rules/1/condition\n"), run.err());
  }
}
