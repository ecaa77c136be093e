package io.greenqr.format.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One spoiled value of a document that is otherwise right: its member is named, its value is not.
 */
class PassJsonFaultTest {
  static final String DOCUMENT =
      """
      {"name":"Nguyễn Thị Hồng","birth":"1984-05-25","person":"3f9c21d7a04be856",
      "declaration":{"at":"2021-09-20T07:15:00+07:00","symptoms":["fever",31],"exposures":[],"area":"VN-79"},
      "vaccination":[{"product":"vaxzevria","number":1,"of":2,"day":"2021-06-22","lot":"L-1"},
      {"product":999,"number":2,"of":2,"day":"2021-09-14"}],
      "test":[{"method":"antigen","result":"not-detected","sampledAt":"2021-09-19T23:40:00Z","facility":"H1"}],
      "monitoring":{"state":"released","since":"2021-09-16","until":"2021-09-30",
      "reading":{"at":"2021-09-16T01:00:00Z","temperature":36.8,"spo2":98,"respiratoryRate":16,"pulse":74,"symptoms":[]}},
      "status":{"list":7,"index":1024},"assurance":{"vaccination":"registry","test":"facility"},
      "extensions":{"5":"00","-1":"f6"}}
      """;

  /** The third column is the new value again as far as it may not appear in a message. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name":"Nguyễn Thị Hồng"   | "x":1                          | JSON_MISSING    | /name
          "Nguyễn Thị Hồng"          | null                           | JSON_TYPE       | /name
          "Nguyễn Thị Hồng"          | 424242                         | JSON_TYPE       | /name
          "Nguyễn Thị Hồng"          | ["Secret"]                     | JSON_TYPE       | /name
          "Nguyễn Thị Hồng"          | ""                             | NAME_LENGTH     | /name
          "Nguyễn Thị Hồng"          | "Secret  Name"                 | NAME_CHARACTER  | /name
          "Nguyễn Thị Hồng"          | "Secret\\u202e"                | NAME_CHARACTER  | /name
          "Nguyễn Thị Hồng"          | "Secret\\ud83d"                | NAME_CHARACTER  | /name
          "Nguyễn Thị Hồng"          | "Secre\\u0074e\\u0301"         | CBOR_NOT_NFC    | /name
          "1984-05-25"               | "1984-02-30"                   | JSON_DATE       | /birth
          "1984-05-25"               | "1985-02-29"                   | JSON_DATE       | /birth
          "1984-05-25"               | "1984-13"                      | JSON_DATE       | /birth
          "1984-05-25"               | "84"                           | JSON_DATE       | /birth
          "1984-05-25"               | "+1984"                        | JSON_DATE       | /birth
          "1984-05-25"               | "1984-5-25"                    | JSON_DATE       | /birth
          "1984-05-25"               | "25.05.1984"                   | JSON_DATE       | /birth
          "1984-05-25"               | "1984-05-25T00:00:00Z"         | JSON_DATE       | /birth
          "1984-05-25"               | "１９８４"                     | JSON_DATE       | /birth
          "1984-05-25"               | "1849"                         | BIRTH_RANGE     | /birth
          "1984-05-25"               | "2200-01"                      | BIRTH_RANGE     | /birth
          "1984-05-25"               | "+12021-01-01"                 | BIRTH_RANGE     | /birth
          "1984-05-25"               | 19840525                       | JSON_TYPE       | /birth
          "3f9c21d7a04be856"         | "3F9C21D7A04BE856"             | JSON_VALUE      | /person
          "3f9c21d7a04be856"         | "3f9c21d7a04be85"              | JSON_VALUE      | /person
          "3f9c21d7a04be856"         | "3f9c21d7a04be8"               | PERSON_SIZE     | /person
          "3f9c21d7a04be856"         | ""                             | PERSON_SIZE     | /person
          "3f9c21d7a04be856"         | "3f9c21d7a04be85g"             | JSON_VALUE      | /person
          "3f9c21d7a04be856"         | "３f9c21d7a04be856"            | JSON_VALUE      | /person
          "3f9c21d7a04be856"         | null                           | JSON_TYPE       | /person
          "2021-09-20T07:15:00+07:00" | "2021-09-20T07:15:00"         | JSON_DATE       | /declaration/at
          "2021-09-20T07:15:00+07:00" | "2021-09-20"                  | JSON_DATE       | /declaration/at
          "2021-09-20T07:15:00+07:00" | "2021-09-31T07:15:00Z"        | JSON_DATE       | /declaration/at
          "2021-09-20T07:15:00+07:00" | "2021-09-20T24:00:00Z"        | JSON_DATE       | /declaration/at
          "2021-09-20T07:15:00+07:00" | "2021-09-20T23:59:60Z"        | JSON_DATE       | /declaration/at
          "2021-09-20T07:15:00+07:00" | "2021-09-20T07:15:00+19:00"   | JSON_DATE       | /declaration/at
          "2021-09-20T07:15:00+07:00" | "2021-09-20T07:15:00.5Z"      | TIME_RANGE      | /declaration/at
          "2021-09-20T07:15:00+07:00" | "1969-12-31T23:59:59Z"        | TIME_RANGE      | /declaration/at
          "2021-09-20T07:15:00+07:00" | "+10000-01-01T00:00:00Z"      | TIME_RANGE      | /declaration/at
          "2021-09-20T07:15:00+07:00" | 1632096900                    | JSON_TYPE       | /declaration/at
          ["fever",31]               | ["fever","secret"]             | JSON_CODE       | /declaration/symptoms
          ["fever",31]               | ["Fever"]                      | JSON_CODE       | /declaration/symptoms
          ["fever",31]               | ["fever",0]                    | JSON_VALUE      | /declaration/symptoms
          ["fever",31]               | ["fever","fever"]              | JSON_VALUE      | /declaration/symptoms
          ["fever",31]               | [31,"cough",1]                 | JSON_VALUE      | /declaration/symptoms
          ["fever",31]               | [32]                           | BITS_RANGE      | /declaration/symptoms
          ["fever",31]               | [-1]                           | BITS_RANGE      | /declaration/symptoms
          ["fever",31]               | [4294967296]                   | JSON_TYPE       | /declaration/symptoms
          ["fever",31]               | [1.0]                          | JSON_TYPE       | /declaration/symptoms
          ["fever",31]               | [null]                         | JSON_TYPE       | /declaration/symptoms
          ["fever",31]               | "fever"                        | JSON_TYPE       | /declaration/symptoms
          ["fever",31]               | null                           | JSON_TYPE       | /declaration/symptoms
          "VN-79"                    | "Secret Street"                | CODE_TEXT       | /declaration/area
          "VN-79"                    | ""                             | CODE_TEXT       | /declaration/area
          "vaxzevria"                | "secretvax"                    | JSON_CODE       | /vaccination/0/product
          "vaxzevria"                | 0                              | CODE_RANGE      | /vaccination/0/product
          "vaxzevria"                | 65536                          | CODE_RANGE      | /vaccination/0/product
          "vaxzevria"                | 3.0                            | JSON_TYPE       | /vaccination/0/product
          "vaxzevria"                | null                           | JSON_TYPE       | /vaccination/0/product
          "product":999              | "products":999                 | JSON_MISSING    | /vaccination/1/product
          "number":2                 | "number":"2"                   | JSON_TYPE       | /vaccination/1/number
          "number":2                 | "number":2.0                   | JSON_TYPE       | /vaccination/1/number
          "number":2                 | "number":2e0                   | JSON_TYPE       | /vaccination/1/number
          "number":2                 | "number":21                    | DOSE_RANGE      | /vaccination/1/number
          "number":2                 | "number":-1                    | DOSE_RANGE      | /vaccination/1/number
          "number":2                 | "number":2147483648            | JSON_VALUE      | /vaccination/1/number
          "number":2                 | "number":4294967298            | JSON_VALUE      | /vaccination/1/number
          "number":2                 | "number":18446744073709551618  | JSON_VALUE      | /vaccination/1/number
          "number":2                 | "number":1e999999999           | JSON_TYPE       | /vaccination/1/number
          "number":2                 | "number":true                  | JSON_TYPE       | /vaccination/1/number
          "2021-09-14"               | "2021-09-31"                   | JSON_DATE       | /vaccination/1/day
          "2021-09-14"               | "1849-12-31"                   | DAY_RANGE       | /vaccination/1/day
          "2021-09-14"               | "2200-01-01"                   | DAY_RANGE       | /vaccination/1/day
          "lot":"L-1"                | "lot":"ThisLotIsMuchTooLong1"  | CODE_TEXT       | /vaccination/0/lot
          "lot":"L-1"                | "lot":null                     | JSON_TYPE       | /vaccination/0/lot
          "lot":"L-1"                | "batch":"Secret"               | JSON_UNKNOWN    | /vaccination/0/batch
          "not-detected"             | "negative"                     | JSON_CODE       | /test/0/result
          "not-detected"             | ["detected"]                   | JSON_TYPE       | /test/0/result
          "facility":"H1"            | "facility":"H 1"               | CODE_TEXT       | /test/0/facility
          "until":"2021-09-30"       | "until":"2021-09-15"           | DAY_RANGE       | /monitoring/until
          "released"                 | "free"                         | JSON_CODE       | /monitoring/state
          36.8                       | 36.85                          | JSON_VALUE      | /monitoring/reading/temperature
          36.8                       | "36.8"                         | JSON_TYPE       | /monitoring/reading/temperature
          36.8                       | 1e999999999                    | JSON_VALUE      | /monitoring/reading/temperature
          36.8                       | -1e-999999999                  | JSON_VALUE      | /monitoring/reading/temperature
          36.8                       | 98765432109876543210           | JSON_VALUE      | /monitoring/reading/temperature
          36.8                       | 1e9                            | JSON_VALUE      | /monitoring/reading/temperature
          36.8                       | 368                            | READING_RANGE   | /monitoring/reading/temperature
          36.8                       | 19.9                           | READING_RANGE   | /monitoring/reading/temperature
          "spo2":98                  | "spo2":101                     | READING_RANGE   | /monitoring/reading/spo2
          "spo2":98                  | "spo2":98.0                    | JSON_TYPE       | /monitoring/reading/spo2
          "respiratoryRate":16       | "respiratoryRate":121          | READING_RANGE   | /monitoring/reading/respiratoryRate
          "pulse":74                 | "pulse":-74                    | READING_RANGE   | /monitoring/reading/pulse
          "pulse":74                 | "heartRate":74                 | JSON_UNKNOWN    | /monitoring/reading/heartRate
          {"list":7,"index":1024}    | "7/1024"                       | JSON_TYPE       | /status
          {"list":7,"index":1024}    | {"list":7}                     | JSON_MISSING    | /status/index
          "list":7                   | "list":65536                   | STATUS_RANGE    | /status/list
          "index":1024               | "index":131072                 | STATUS_RANGE    | /status/index
          "registry"                 | "governor"                     | JSON_CODE       | /assurance/vaccination
          "registry"                 | 2                              | JSON_TYPE       | /assurance/vaccination
          "test":"facility"          | "recovery":"facility"          | JSON_UNKNOWN    | /assurance/recovery
          {"5":"00","-1":"f6"}       | {}                             | EXTENSION_RANGE | /extensions
          {"5":"00","-1":"f6"}       | {"-1":"f6","5":"00"}           | CBOR_KEY_ORDER  | /extensions/5
          "5":"00"                   | "05":"00"                      | EXTENSION_RANGE | /extensions/05
          "5":"00"                   | "+5":"00"                      | EXTENSION_RANGE | /extensions/+5
          "5":"00"                   | "٥":"00"                       | EXTENSION_RANGE | /extensions/٥
          "5":"00"                   | "2147483648":"00"              | EXTENSION_RANGE | /extensions/2147483648
          "5":"00"                   | "5":""                         | CBOR_TRUNCATED  | /extensions/5
          "5":"00"                   | "5":"F6"                       | JSON_VALUE      | /extensions/5
          "5":"00"                   | "5":"1805"                     | CBOR_NOT_SHORTEST | /extensions/5
          "5":"00"                   | "5":"0102"                     | CBOR_TRAILING   | /extensions/5
          "5":"00"                   | "5":5                          | JSON_TYPE       | /extensions/5
          """)
  void namesTheMemberAndNotItsValue(
      String value, String replacement, FormatFault fault, String member) {
    String json = DOCUMENT.replace(value, replacement);
    assertNotEquals(DOCUMENT, json);
    FormatException e = assertThrows(FormatException.class, () -> PassJson.read(json));
    assertEquals(fault, e.fault());
    assertEquals(member, e.member().orElse(""));
    assertEquals(fault + " in " + member, e.getMessage());
    assertShowsNothing(e);
  }

  /** Neither through a cause nor through a suppressed exception. */
  static void assertShowsNothing(FormatException e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains("Secret"), trace::toString);
    assertFalse(trace.toString().contains("Nguyễn"), trace::toString);
    assertNull(e.getCause());
    assertEquals(0, e.getSuppressed().length);
  }
}
