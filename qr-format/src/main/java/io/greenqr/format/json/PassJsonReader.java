package io.greenqr.format.json;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads the records of the JSON form, one method each. */
final class PassJsonReader {
  private PassJsonReader() {}

  static Pass pass(JsonRecord json) throws FormatException {
    Subject subject = Subject.of(json.text("name"), birth(json.text("birth")));
    if (json.has("person")) {
      subject = subject.withPerson(PersonId.of(json.hex("person")));
    }
    Pass.Builder pass = Pass.builder(subject);
    if (json.has("declaration")) {
      pass.declaration(json.record("declaration", PassJsonReader::declaration));
    }
    if (json.has("vaccination")) {
      pass.vaccination(Vaccination.of(json.records("vaccination", PassJsonReader::dose)));
    }
    if (json.has("test")) {
      pass.tests(Tests.of(json.records("test", PassJsonReader::test)));
    }
    if (json.has("monitoring")) {
      pass.monitoring(json.record("monitoring", PassJsonReader::monitoring));
    }
    if (json.has("status")) {
      pass.status(json.record("status", PassJsonReader::status));
    }
    if (json.has("assurance")) {
      pass.assurance(json.record("assurance", PassJsonReader::assurance));
    }
    if (json.has("extensions")) {
      pass.extensions(json.record("extensions", PassJsonReader::extensions));
    }
    return pass.build();
  }

  /** A year, year and month, or full date: the length says which. */
  private static Birth birth(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Birth.ofYear(YearMonth.parse(text + "-01").getYear());
        case 7 -> Birth.of(YearMonth.parse(text));
        default -> Birth.of(LocalDate.parse(text));
      };
    } catch (DateTimeException e) {
      throw new InvalidValueException(FormatFault.JSON_DATE, "birth");
    }
  }

  private static Declaration declaration(JsonRecord json) throws FormatException {
    Declaration declaration =
        Declaration.of(
            json.time("at"),
            CodeSet.ofBits(Symptom.class, json.bits("symptoms", Symptom.class)),
            CodeSet.ofBits(Exposure.class, json.bits("exposures", Exposure.class)));
    return json.has("area") ? declaration.withArea(json.text("area")) : declaration;
  }

  private static Dose dose(JsonRecord json) throws FormatException {
    Dose dose =
        Dose.ofCode(
            json.code("product", VaccineProduct.class),
            json.integer("number"),
            json.integer("of"),
            json.day("day"));
    return json.has("lot") ? dose.withLot(json.text("lot")) : dose;
  }

  private static TestRecord test(JsonRecord json) throws FormatException {
    TestRecord test =
        TestRecord.ofCodes(
            json.code("method", TestMethod.class),
            json.code("result", TestResult.class),
            json.time("sampledAt"));
    return json.has("facility") ? test.withFacility(json.text("facility")) : test;
  }

  private static Monitoring monitoring(JsonRecord json) throws FormatException {
    Monitoring monitoring =
        Monitoring.ofCode(json.code("state", MonitoringState.class), json.day("since"));
    if (json.has("until")) {
      monitoring = monitoring.withUntil(json.day("until"));
    }
    Reading reading = json.optionalRecord("reading", PassJsonReader::reading);
    return reading == null ? monitoring : monitoring.withReading(reading);
  }

  private static Reading reading(JsonRecord json) throws FormatException {
    Reading.Builder reading =
        Reading.builder(json.time("at"), json.tenths("temperature"), json.integer("spo2"));
    if (json.has("respiratoryRate")) {
      reading.respiratoryRate(json.integer("respiratoryRate"));
    }
    if (json.has("pulse")) {
      reading.pulse(json.integer("pulse"));
    }
    if (json.has("symptoms")) {
      reading.symptoms(CodeSet.ofBits(Symptom.class, json.bits("symptoms", Symptom.class)));
    }
    return reading.build();
  }

  private static StatusReference status(JsonRecord json) throws FormatException {
    return StatusReference.of(json.integer("list"), json.integer("index"));
  }

  private static Assurance assurance(JsonRecord json) throws FormatException {
    Assurance assurance = Assurance.NONE;
    for (ClaimKind kind : ClaimKind.values()) {
      if (json.has(kind.jsonName())) {
        assurance = assurance.with(kind, json.named(kind.jsonName(), Assurance.Level.class));
      }
    }
    return assurance;
  }

  private static Extensions extensions(JsonRecord json) throws FormatException {
    Extensions extensions = Extensions.NONE;
    for (String name : json.names()) {
      int key;
      try {
        key = Integer.parseInt(name);
      } catch (NumberFormatException e) {
        throw new InvalidValueException(FormatFault.EXTENSION_RANGE, name);
      }
      // One spelling: parseInt takes "+1", "01" and digits of other scripts as well.
      InvalidValueException.require(
          Integer.toString(key).equals(name), FormatFault.EXTENSION_RANGE, name);
      extensions = extensions.with(key, json.hex(name));
    }
    InvalidValueException.require(!extensions.isEmpty(), FormatFault.EXTENSION_RANGE, "");
    return extensions;
  }
}
