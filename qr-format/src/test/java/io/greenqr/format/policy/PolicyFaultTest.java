package io.greenqr.format.policy;

import static io.greenqr.format.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One part that deviates from the specification, the fault, and the part where it is found. */
class PolicyFaultTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy        | 8b                      | RECORD_TOO_SHORT    | policy
          policy        | 8d                      | RECORD_TOO_LONG     | policy
          kind          | 02                      | DOCUMENT_KIND       | kind
          environment   | 01                      | -                   | -
          environment   | 03                      | ENVIRONMENT_UNKNOWN | environment
          name          | 60                      | CODE_TEXT           | name
          name          | 6120                    | CODE_TEXT           | name
          name          | 615f                    | CODE_TEXT           | name
          name          | 75 41*21                | CODE_TEXT           | name
          name          | 74 41*20                | -                   | -
          version       | 00                      | VERSION_RANGE       | version
          version       | 1b001fffffffffffff      | -                   | -
          version       | 1b0020000000000000      | VERSION_RANGE       | version
          language      | 00                      | CODE_RANGE          | language
          language      | 1a00010000              | CODE_RANGE          | language
          language      | 02                      | -                   | -
          language      | 19ffff                  | -                   | -
          issued        | 13                      | -                   | -
          issued        | 14                      | TIME_ORDER          | policy
          from          | 13                      | -                   | -
          from          | 14                      | TIME_ORDER          | policy
          until         | 1b0000003afff4417f      | -                   | -
          until         | 1b0000003afff44180      | TIME_RANGE          | until
          offset        | 3902cf                  | -                   | -
          offset        | 3902d0                  | UTC_OFFSET          | offset
          offset        | 190348                  | -                   | -
          offset        | 190349                  | UTC_OFFSET          | offset
          offset        | 1b7fffffffffffffff      | UTC_OFFSET          | offset
          offset        | 00                      | -                   | -
          jurisdiction  | 60                      | CODE_TEXT           | jurisdiction
          places        | 98 21                   | COUNT_RANGE         | places
          place-1       | 6162                    | ENTRY_ORDER         | places
          place-1       | 6163                    | ENTRY_ORDER         | places
          place-2       | 612a                    | CODE_TEXT           | place-2
          content       | 84                      | RECORD_TOO_SHORT    | content
          content       | 86                      | RECORD_TOO_LONG     | content
          title         | 81                      | RECORD_TOO_SHORT    | title
          title         | 83                      | RECORD_TOO_LONG     | title
          vi            | 60                      | POLICY_WORDS        | title
          vi            | 610a                    | POLICY_WORDS        | title
          vi            | 617f                    | POLICY_WORDS        | title
          vi            | 63e280ae                | POLICY_WORDS        | title
          vi            | 63e280a8                | POLICY_WORDS        | title
          vi            | 63e2808f                | POLICY_WORDS        | title
          vi            | 7901f4 61*500           | -                   | -
          vi            | 7901f5 61*501           | POLICY_WORDS        | title
          en            | 60                      | POLICY_WORDS        | title
          en            | 63e1bb83                | -                   | -
          role-1        | 6173                    | ENTRY_ORDER         | roles
          role-2        | 6174                    | POLICY_RULE         | content
          assurance     | 00                      | -                   | -
          assurance     | 03                      | ASSURANCE_VALUE     | assurance
          assurance     | 18c0                    | ASSURANCE_VALUE     | assurance
          assurance     | 190100                  | ASSURANCE_VALUE     | assurance
          lifts         | 82                      | CBOR_TYPE           | lifts
          guard-1       | 00                      | CODE_RANGE          | guard-1
          guard-1       | 05                      | CBOR_KEY_DUPLICATE  | guard-2
          guard-1       | 06                      | CODE_RANGE          | guard-1
          guard-2       | 06                      | CODE_RANGE          | guard-2
          guard-2       | 07                      | CODE_RANGE          | guard-2
          guard-2       | 01                      | CBOR_KEY_ORDER      | guard-2
          guard-2       | 20                      | CODE_RANGE          | guard-2
          guard-2       | 1b0000000100000005      | CODE_RANGE          | guard-2
          lift-1        | f6                      | CBOR_TYPE           | lift-1
          lift-1        | 646e756c6c              | POLICY_CONDITION    | lift-1
          rules         | 80                      | COUNT_RANGE         | rules
          rules         | 9841 80*70              | COUNT_RANGE         | rules
          rule-1        | 86                      | RECORD_TOO_SHORT    | rule-1
          rule-1        | 89                      | RECORD_TOO_LONG     | rule-1
          name-1        | 6179                    | POLICY_RULE         | content
          name-1        | 60                      | CODE_TEXT           | name-1
          otherwise-1   | 01                      | CODE_RANGE          | otherwise-1
          otherwise-1   | 04                      | CODE_RANGE          | otherwise-1
          roles-1       | 9821                    | COUNT_RANGE         | roles-1
          role          | 6174                    | POLICY_RULE         | content
          when-1        | f6                      | -                   | -
          when-1        | 60                      | POLICY_CONDITION    | when-1
          when-1        | 646e756c6c              | POLICY_CONDITION    | when-1
          condition-1   | f6                      | CBOR_TYPE           | condition-1
          condition-1   | 627d7b                  | POLICY_CONDITION    | condition-1
          condition-1   | 6130                    | -                   | -
          condition-1   | 622030                  | POLICY_CONDITION    | condition-1
          condition-1   | 623020                  | POLICY_CONDITION    | condition-1
          condition-1   | 63312e30                | POLICY_CONDITION    | condition-1
          condition-1   | 623031                  | POLICY_CONDITION    | condition-1
          condition-1   | 6d7b2261223a302c2261223a307d | POLICY_CONDITION | condition-1
          condition-1   | 68225c7530303431 22     | POLICY_CONDITION    | condition-1
          condition-1   | 6822 5c7530303166 22    | POLICY_CONDITION    | condition-1
          condition-1   | 6822 5c7530303146 22    | -                   | -
          condition-1   | 6422 5c2f 22            | POLICY_CONDITION    | condition-1
          condition-1   | 6822 5c7564383030 22    | POLICY_CONDITION    | condition-1
          condition-1   | 7878 5b*60 5d*60        | -                   | -
          condition-1   | 787a 5b*61 5d*61        | POLICY_CONDITION    | condition-1
          condition-1   | 794000 22 61*16382 22   | -                   | -
          condition-1   | 794001 22 61*16383 22   | POLICY_CONDITION    | condition-1
          reason-1      | 82616160                | POLICY_WORDS        | reason-1
          remedy-1      | 82606161                | POLICY_WORDS        | remedy-1
          wait-1        | f6                      | RECORD_NULL         | wait-1
          wait-1        | 82606161                | POLICY_WORDS        | wait-1
          remedy-2      | f6                      | CBOR_TYPE           | remedy-2
          """)
  void aPart(String part, String hex, String fault, String at) throws FormatException {
    Parts parts = PolicyParts.policy().with(part, hex);
    byte[] bytes = parts.bytes();
    if (fault.equals("-")) {
      assertArrayEquals(bytes, PolicyParts.copy(bytes));
    } else {
      assertFault(FormatFault.valueOf(fault), parts.at(at), () -> PolicyDocument.decode(bytes));
    }
  }
}
