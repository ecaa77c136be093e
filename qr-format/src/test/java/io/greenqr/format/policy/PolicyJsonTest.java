package io.greenqr.format.policy;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authors write, and what is said where they err. */
class PolicyJsonTest {
  static final String DOCUMENT =
      """
      {"policy":"VN-SG-2021","environment":"test","version":7,
       "issuedAt":"2021-09-14T03:00:00Z","validFrom":"2021-09-15T00:00:00+07:00",
       "validUntil":"2021-10-31T17:00:00Z","utcOffset":"+07:00","jurisdiction":"VN-SG",
       "places":["shop","market"],"title":{"vi":"Chợ","en":"Markets"},
       "roles":["customer","seller"],"assurance":{"vaccination":"facility"},
       "lifts":{"positive-test":{"!":[{"var":"released"}]}},
       "rules":[{"rule":"course","otherwise":"yellow","roles":["customer"],"when":{"var":"a"},
        "condition":{">=":[{"var":"vaccination.count"},2]},
        "reason":{"vi":"Chưa đủ mũi","en":"Not complete"},"remedy":{"vi":"Tiêm","en":"Do"},
        "wait":{"vi":"Từ {date}","en":"From {date}"}}]}
      """;

  @Test
  void readsWhatAuthorsWrite() throws FormatException {
    PolicyDocument policy = PolicyJson.read(DOCUMENT);
    assertEquals("2021-09-14T17:00:00Z", policy.validFrom().toString());
    assertEquals("[market, shop]", policy.places().toString());
    PolicyRule rule = policy.content().orElseThrow().rules().get(0);
    assertEquals("{\">=\":[{\"var\":\"vaccination.count\"},2]}", rule.condition().toJson());
    assertEquals("From {date}", rule.waiting().orElseThrow().toString());
    assertEquals(policy, PolicyDocument.decode(policy.encode()));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "VN-SG-2021"           | "VN SG"            | CODE_TEXT       | /policy
          "VN-SG-2021"           | 5                  | JSON_TYPE       | /policy
          "policy":              | "polices":         | JSON_MISSING    | /policy
          "version":7            | "version":7,"x":1  | JSON_UNKNOWN    | /x
          "version":7            | "version":7,"language":1 | JSON_UNKNOWN | /language
          "version":7            | "version":7.5      | JSON_TYPE       | /version
          "version":7            | "version":"7"      | JSON_TYPE       | /version
          "version":7            | "version":0        | VERSION_RANGE   | /version
          "version":7            | "version":9007199254740992 | VERSION_RANGE | /version
          "version":7            | "version":18446744073709551616 | JSON_TYPE | /version
          "version":7            | "version":null     | JSON_TYPE       | /version
          "test"                 | "Test"             | JSON_CODE       | /environment
          "2021-09-14T03:00:00Z" | "2021-09-14"       | JSON_DATE       | /issuedAt
          "2021-09-14T03:00:00Z" | "2021-09-14T03:00:00.5Z" | TIME_RANGE | /issuedAt
          "2021-09-14T03:00:00Z" | "2021-11-14T03:00:00Z" | TIME_ORDER  | /validUntil
          "2021-10-31T17:00:00Z" | "2021-09-14T17:00:00Z" | TIME_ORDER  | /validUntil
          "utcOffset":"+07:00"   | "utcOffset":"+7"   | UTC_OFFSET      | /utcOffset
          "utcOffset":"+07:00"   | "utcOffset":"+00:00" | UTC_OFFSET    | /utcOffset
          "utcOffset":"+07:00"   | "utcOffset":"+15:00" | UTC_OFFSET    | /utcOffset
          "utcOffset":"+07:00"   | "utcOffset":"+07:00:01" | UTC_OFFSET | /utcOffset
          "utcOffset":"+07:00"   | "utcOffset":"Saigon" | UTC_OFFSET    | /utcOffset
          ["shop","market"]      | []                 | JSON_VALUE      | /places
          ["shop","market"]      | ["shop","shop"]    | ENTRY_ORDER     | /places
          ["shop","market"]      | ["a shop"]         | CODE_TEXT       | /places
          ["shop","market"]      | ["shop",1]         | JSON_TYPE       | /places
          ["shop","market"]      | "shop"             | JSON_TYPE       | /places
          "vi":"Chợ"             | "vi":""            | POLICY_WORDS    | /title/vi
          "vi":"Chợ"             | "vi":"a\\nb"       | POLICY_WORDS    | /title/vi
          "vi":"Chợ"             | "vi":"a\\ud800"    | POLICY_WORDS    | /title/vi
          "vi":"Chợ"             | "vi":"Cho\\u0323"  | CBOR_NOT_NFC    | /title/vi
          "en":"Markets"         | "en":"M","fr":"M"  | JSON_UNKNOWN    | /title/fr
          ["customer","seller"]  | []                 | JSON_VALUE      | /roles
          ["customer","seller"]  | ["seller"]         | POLICY_RULE     | /rules
          "facility"             | "doctor"           | JSON_CODE       | /assurance/vaccination
          {"vaccination"         | {"vaccine"         | JSON_UNKNOWN    | /assurance/vaccine
          "positive-test"        | "positive"         | JSON_UNKNOWN    | /lifts/positive
          "positive-test"        | "person-doubtful"  | CODE_RANGE      | /lifts/person-doubtful
          {"!":[{"var":"released"}]} | null           | JSON_TYPE       | /lifts/positive-test
          "rule":"course"        | "rule":""          | CODE_TEXT       | /rules/0/rule
          "yellow"               | "green"            | CODE_RANGE      | /rules/0/otherwise
          "yellow"               | "orange"           | JSON_CODE       | /rules/0/otherwise
          ["customer"]           | ["guest"]          | POLICY_RULE     | /rules
          "when":{"var":"a"}     | "when":null        | JSON_TYPE       | /rules/0/when
          "condition":           | "conditions":      | JSON_MISSING    | /rules/0/condition
          vaccination.count      | \\udc00            | POLICY_CONDITION | /rules/0/condition
          vaccination.count      | o\\u0323           | POLICY_CONDITION | /rules/0/condition
          "reason":{             | "reason":"x","r":{ | JSON_TYPE       | /rules/0/reason
          "en":"Do"              | "en":7             | JSON_TYPE       | /rules/0/remedy/en
          "wait":{               | "waits":{          | JSON_UNKNOWN    | /rules/0/waits
          """)
  void namesTheMember(String from, String to, FormatFault fault, String member) {
    String changed = DOCUMENT.replace(from, to.replace("\\\\", "\\"));
    FormatException e = assertFault(fault, () -> PolicyJson.read(changed));
    assertEquals(member, e.member().orElse(""));
  }

  @Test
  void isOneObjectAndNothingElse() {
    assertFault(FormatFault.JSON_SYNTAX, () -> PolicyJson.read(""));
    assertFault(FormatFault.JSON_SYNTAX, () -> PolicyJson.read(DOCUMENT + "x"));
    assertFault(FormatFault.JSON_TYPE, () -> PolicyJson.read("[]"));
    assertFault(
        FormatFault.JSON_SYNTAX,
        () -> PolicyJson.read(DOCUMENT.replace("\"version\":7", "\"version\":7,\"version\":7")));
    StringBuilder blanks = new StringBuilder(DOCUMENT);
    while (blanks.length() <= PolicyJson.MAX_CHARS) {
      blanks.append(' ');
    }
    assertFault(FormatFault.JSON_SYNTAX, () -> PolicyJson.read(blanks.toString()));
  }
}
