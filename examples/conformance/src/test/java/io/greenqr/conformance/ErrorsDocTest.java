package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.greenqr.format.fault.FormatFault;
import io.greenqr.issue.IssueFault;
import io.greenqr.issue.key.KeyFault;
import io.greenqr.issue.status.AllocationFault;
import io.greenqr.issue.trust.PublishFault;
import io.greenqr.verify.Rejection;
import io.greenqr.verify.admission.AdmissionCode;
import io.greenqr.verify.fault.CertLogicFault;
import io.greenqr.verify.reader.Refusal;
import io.greenqr.verify.trust.PolicyFault;
import io.greenqr.verify.trust.TrustFault;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stable code is explained in its place, and nothing is explained that does not exist. */
class ErrorsDocTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Rejection.class,
        TrustFault.class,
        PolicyFault.class,
        AdmissionCode.class,
        Refusal.class,
        IssueFault.class,
        KeyFault.class,
        AllocationFault.class,
        PublishFault.class,
        CertLogicFault.class
      })
  <E extends Enum<E>> void everyCodeHasItsRow(Class<E> codes) throws IOException {
    assertEquals(names(Stream.of(codes.getEnumConstants())), documented(codes.getName()));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatFaultHasItsRowUnderItsLayer(FormatFault.Layer layer) throws IOException {
    assertEquals(
        names(Stream.of(FormatFault.values()).filter(fault -> fault.layer() == layer)),
        documented(FormatFault.class.getName() + " " + layer));
  }

  /** Rejections are the steps of the procedure, so their order is part of what they mean. */
  @Test
  void rejectionsAreTheStepsOfTheSpecification() throws IOException {
    String section =
        Documents.section(Documents.read("docs/spec/format.md"), "## 12. Verification");
    assertEquals(
        names(Stream.of(Rejection.values())),
        Documents.rows(section).stream().map(cells -> cells.get(2)).toList());
  }

  private static List<String> names(Stream<? extends Enum<?>> constants) {
    return constants.<String>map(Enum::name).toList();
  }

  private static List<String> documented(String codes) throws IOException {
    String table = Documents.marked(Documents.read("docs/errors.md"), "codes: " + codes);
    return Documents.rows(table).stream().map(cells -> cells.get(0)).toList();
  }
}
