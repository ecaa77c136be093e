package io.greenqr.verify.admission;

import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.TimeText;
import io.greenqr.verify.internal.certlogic.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tests of all passes, the newest first, as conditions see them. */
final class TestsView extends ObjectView {
  private final List<TestView> tests;
  private final ByMethod negative = new ByMethod();

  private TestsView(List<TestView> tests) {
    this.tests = tests;
  }

  /** Of tests that {@link #insert} has put together; null where there are none. */
  static @Nullable TestsView of(List<TestView> tests) {
    return tests.isEmpty() ? null : new TestsView(tests);
  }

  /** Puts a test where its time is, the newest first. */
  static void insert(List<TestView> tests, TestView test) {
    int at = 0;
    while (at < tests.size() && tests.get(at).compareTo(test) < 0) {
      at++;
    }
    // Two issuers may both state a test: it is one, as well vouched for as by the better of them.
    if (at == tests.size() || tests.get(at).compareTo(test) != 0) {
      tests.add(at, test);
    } else if (tests.get(at).assurance < test.assurance) {
      tests.set(at, test);
    }
  }

  /** The newest that fits; null where none does. */
  private @Nullable TestView newest(int resultCode, int methodCode) {
    for (int i = 0; i < tests.size(); i++) {
      TestView test = tests.get(i);
      if (test.record.resultCode() == resultCode
          && (methodCode == 0 || test.record.methodCode() == methodCode)) {
        return test;
      }
    }
    return null;
  }

  @Nullable TestView lastPositive() {
    for (int i = 0; i < tests.size(); i++) {
      if (tests.get(i).isPositive()) {
        return tests.get(i);
      }
    }
    return null;
  }

  private @Nullable TestView firstPositive() {
    for (int i = tests.size() - 1; i >= 0; i--) {
      if (tests.get(i).isPositive()) {
        return tests.get(i);
      }
    }
    return null;
  }

  private static Value orNull(@Nullable TestView test) {
    return test == null ? NullValue.NULL : test;
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "all" -> Elements.of(tests);
      case "last" -> tests.get(0);
      case "lastNegative" -> orNull(newest(TestResult.NOT_DETECTED.code(), 0));
      case "negative" -> negative;
      case "firstPositive" -> orNull(firstPositive());
      case "lastPositive" -> orNull(lastPositive());
      default -> NullValue.NULL;
    };
  }

  /** The newest negative test of each method. */
  private final class ByMethod extends ObjectView {
    @Override
    public Value member(String name) {
      int method =
          name.equals(TestMethod.ANTIGEN.jsonName())
              ? TestMethod.ANTIGEN.code()
              : name.equals(TestMethod.NUCLEIC_ACID.jsonName())
                  ? TestMethod.NUCLEIC_ACID.code()
                  : 0;
      return method == 0 ? NullValue.NULL : orNull(newest(TestResult.NOT_DETECTED.code(), method));
    }

    @Override
    public boolean isEmpty() {
      return member(TestMethod.ANTIGEN.jsonName()) == NullValue.NULL
          && member(TestMethod.NUCLEIC_ACID.jsonName()) == NullValue.NULL;
    }
  }

  /** One test. */
  static final class TestView extends ObjectView implements Comparable<TestView> {
    private final TestRecord record;
    private final long sampledAt;
    private final int assurance;
    private final TimeText sampledText;

    TestView(TestRecord record, int assurance) {
      this.record = record;
      this.sampledAt = record.sampledAt().getEpochSecond();
      this.sampledText = TimeText.at(sampledAt);
      this.assurance = assurance;
    }

    long sampledAt() {
      return sampledAt;
    }

    int assurance() {
      return assurance;
    }

    /** A result without a name is no "not detected", and must not be taken for one. */
    boolean isPositive() {
      int result = record.resultCode();
      return result != TestResult.NOT_DETECTED.code() && result != TestResult.INCONCLUSIVE.code();
    }

    /** The newest first, and of one time what is against the person; the rest tells them apart. */
    @Override
    public int compareTo(TestView that) {
      int order = Long.compare(that.sampledAt, sampledAt);
      order = order == 0 ? Boolean.compare(that.isPositive(), isPositive()) : order;
      order = order == 0 ? Integer.compare(record.resultCode(), that.record.resultCode()) : order;
      order = order == 0 ? Integer.compare(record.methodCode(), that.record.methodCode()) : order;
      return order == 0 ? facility().compareTo(that.facility()) : order;
    }

    private String facility() {
      return record.facility().isPresent() ? record.facility().get() : "";
    }

    @Override
    public Value member(String name) {
      return switch (name) {
        case "method" -> CodeNames.METHODS.name(record.methodCode());
        case "result" -> CodeNames.RESULTS.name(record.resultCode());
        case "sampledAt" -> sampledText;
        case "facility" ->
            record.facility().isPresent() ? TextValue.of(record.facility().get()) : NullValue.NULL;
        case "assurance" -> IntegerValue.of(assurance);
        default -> NullValue.NULL;
      };
    }
  }
}
