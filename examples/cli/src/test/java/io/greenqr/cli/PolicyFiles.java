package io.greenqr.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The policies of {@code examples/policies}, and a small one that tests change. */
final class PolicyFiles {
  /** Yellow before day 14 of a course, red without a declaration for the role of vendors. */
  static final String POLICY =
      """
      {"policy":"VN-SG/TRY","environment":"test","version":3,
       "issuedAt":"2021-09-14T03:00:00Z","validFrom":"2021-09-14T17:00:00Z",
       "validUntil":"2121-10-31T17:00:00Z","utcOffset":"+07:00","jurisdiction":"VN-SG",
       "places":["market"],"title":{"vi":"Vào chợ","en":"Markets"},
       "roles":["customer","vendor"],"assurance":{"vaccination":"facility"},
       "rules":[
        {"rule":"course","otherwise":"yellow",
         "condition":{"if":[{"var":"vaccination.completed.day"},
          {"not-after":[{"plusTime":[{"var":"vaccination.completed.day"},14,"day"]},
           {"plusTime":[{"var":"external.today"},0,"day"]}]},false]},
         "reason":{"vi":"Chưa đủ 14 ngày","en":"Not yet 14 days"},
         "remedy":{"vi":"Hãy tiêm","en":"Get vaccinated"},
         "wait":{"vi":"Đợi đến {date}","en":"Wait until {date}"}},
        {"rule":"declared","otherwise":"red","roles":["vendor"],
         "condition":{"===":[{"var":"declaration.area"},"79-760"]},
         "reason":{"vi":"Chưa khai báo","en":"Not declared"},
         "remedy":{"vi":"Hãy khai báo","en":"Declare"}}]}
      """;

  /** A table that holds for it. */
  static final String CASES =
      """
      {"policy":"policy.json",
       "evidence":{"two":{"name":"Bui Thi Lan","birth":"2001-10-09",
         "vaccination":[{"product":"vaxzevria","number":2,"of":2,"day":"2021-09-06"}],
         "assurance":{"vaccination":"facility"}}},
       "cases":[
        {"case":"day 13","at":"2021-09-19T23:59:59+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},"passes":["two"],
         "expect":"yellow","failed":["course"],"greenFrom":"2021-09-20T00:00:00+07:00"},
        {"case":"day 14","at":"2021-09-20T00:00:00+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},"passes":["two"],
         "expect":"green"},
        {"case":"suspended","at":"2021-09-20T00:00:00+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},
         "passes":["two",{"rejected":"STATUS_SUSPENDED"},{"rejected":"EXPIRED"}],
         "expect":"red","guards":["pass-rejected"],"greenFrom":"never"},
        {"case":"restricted, and not looked at","at":"2021-09-20T00:00:00+07:00",
         "site":{"jurisdiction":"VN-SG","place":"market","role":"customer"},
         "passes":[{"pass":"two","status":"restricted"},{"pass":"two","status":"unchecked"}],
         "expect":"yellow","guards":["status-restricted","status-unchecked"]}]}
      """;

  private static final Path POLICIES = Path.of("..", "..", "examples", "policies");

  private PolicyFiles() {}

  /** Every table of cases. */
  static List<Path> tables() {
    try (Stream<Path> files = Files.walk(POLICIES)) {
      return files.filter(it -> it.toString().endsWith("cases.json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every policy. */
  static List<Path> policies() {
    return tables().stream().map(PolicyFiles::policyOf).toList();
  }

  static Path policyOf(Path table) {
    return table.resolveSibling(
        table.getFileName().toString().replace("cases.json", "policy.json"));
  }

  /** Checks a policy with a table, which are written to {@code folder}. */
  static Run check(Path folder, String policy, String cases) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.json"), policy);
    Path table = Files.writeString(folder.resolve("cases.json"), cases);
    return Run.of("policy", "check", file.toString(), "--cases", table.toString());
  }
}
