package io.greenqr.format.pass;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.RecordReader;
import io.greenqr.format.internal.text.CodeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Reads a claims set, field by field in the order of the specification.
 *
 * <p>Ranges are checked where the records are built, by the same code that checks an issuer's
 * input; a value out of range is reported at the start of the record that holds it.
 */
final class PassReader {
  private PassReader() {}

  static CwtClaims readClaims(RecordReader in) throws FormatException {
    int start = in.position();
    Instant expires = null;
    Instant issuedAt = null;
    Pass pass = null;
    long key = 0;
    int pairs = in.readMap();
    for (int i = 0; i < pairs; i++) {
      int keyAt = in.position();
      key = in.readKey(i == 0, key);
      if (key == CwtClaims.EXP) {
        expires = in.readTime();
      } else if (key == CwtClaims.IAT) {
        issuedAt = in.readTime();
      } else if (key == CwtClaims.PASS) {
        pass = readPass(in);
      } else {
        throw new FormatException(
            key == CwtClaims.CNF ? FormatFault.CLAIM_RESERVED : FormatFault.CLAIM_UNKNOWN, keyAt);
      }
    }
    in.leave();
    if (expires == null || issuedAt == null || pass == null) {
      throw new FormatException(FormatFault.CLAIM_MISSING, start);
    }
    try {
      return CwtClaims.of(issuedAt, expires, pass);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Pass readPass(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(2, 5);
    try {
      Subject subject = readSubject(in);
      Declaration declaration = null;
      Vaccination vaccination = null;
      Tests tests = null;
      Monitoring monitoring = null;
      long key = 0;
      int pairs = in.readMap();
      for (int i = 0; i < pairs; i++) {
        int keyAt = in.position();
        key = in.readKey(i == 0, key);
        ClaimKind kind = ClaimKind.find(key);
        if (kind == null) {
          throw new FormatException(FormatFault.STATEMENT_UNKNOWN, keyAt);
        }
        switch (kind) {
          case DECLARATION -> declaration = readDeclaration(in);
          case VACCINATION -> vaccination = readVaccination(in);
          case TEST -> tests = readTests(in);
          case MONITORING -> monitoring = readMonitoring(in);
        }
      }
      in.leave();
      StatusReference status = in.has(fields, 3) ? readStatus(in) : null;
      Assurance assurance = in.has(fields, 4) ? readAssurance(in) : Assurance.NONE;
      Extensions extensions = in.has(fields, 5) ? readExtensions(in) : Extensions.NONE;
      in.leave();
      return new Pass(
          subject, declaration, vaccination, tests, monitoring, status, assurance, extensions);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Subject readSubject(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(2, 3);
    try {
      int length = in.readTextHead();
      String name = in.readTextContent(length);
      Birth birth = readBirth(in);
      Name.requireNormalized(name, length);
      PersonId person = fields == 3 ? PersonId.read(in, in.readBytesHead()) : null;
      in.leave();
      return new Subject(name, birth, person);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Birth readBirth(RecordReader in) throws FormatException {
    int start = in.position();
    try {
      if (!in.atArray()) {
        return Birth.ofDay(in.readInteger());
      }
      int fields = in.enterRecord(1, 2);
      int year = in.readInt();
      Birth birth = fields == 1 ? Birth.ofYear(year) : Birth.of(YearMonth.of(year, in.readInt()));
      in.leave();
      return birth;
    } catch (InvalidValueException | DateTimeException e) {
      throw new FormatException(FormatFault.BIRTH_RANGE, start);
    }
  }

  private static Declaration readDeclaration(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(3, 4);
    try {
      long at = in.readSeconds();
      CodeSet<Symptom> symptoms = CodeSet.ofBits(Symptom.class, in.readUnsigned());
      CodeSet<Exposure> exposures = CodeSet.ofBits(Exposure.class, in.readUnsigned());
      String area = fields == 4 ? CodeText.require(in.readText(), "area") : null;
      in.leave();
      return new Declaration(at, symptoms, exposures, area);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Vaccination readVaccination(RecordReader in) throws FormatException {
    int count = in.enterList(1, FormatLimits.MAX_DOSES);
    Dose[] doses = new Dose[count];
    for (int i = 0; i < count; i++) {
      doses[i] = readDose(in);
    }
    in.leave();
    return new Vaccination(doses);
  }

  private static Dose readDose(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(4, 5);
    try {
      int product = in.readInt();
      int number = in.readInt();
      int of = in.readInt();
      int day = readDay(in);
      Dose.requireInRange(product, number, of);
      String lot = fields == 5 ? CodeText.require(in.readText(), "lot") : null;
      in.leave();
      return new Dose(product, number, of, day, lot);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Tests readTests(RecordReader in) throws FormatException {
    int count = in.enterList(1, FormatLimits.MAX_TESTS);
    TestRecord[] tests = new TestRecord[count];
    for (int i = 0; i < count; i++) {
      tests[i] = readTest(in);
    }
    in.leave();
    return new Tests(tests);
  }

  private static TestRecord readTest(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(3, 4);
    try {
      int method = in.readInt();
      int result = in.readInt();
      long sampledAt = in.readSeconds();
      TestRecord.requireInRange(method, result);
      String facility = fields == 4 ? CodeText.require(in.readText(), "facility") : null;
      in.leave();
      return new TestRecord(method, result, sampledAt, facility);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Monitoring readMonitoring(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(2, 4);
    try {
      int state = in.readInt();
      int since = readDay(in);
      Values.code(state, "state");
      int until =
          in.has(fields, 3) ? Monitoring.requireNotBefore(since, readDay(in)) : Monitoring.NO_DAY;
      Reading reading = in.has(fields, 4) ? readReading(in) : null;
      in.leave();
      return new Monitoring(state, since, until, reading);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Reading readReading(RecordReader in) throws FormatException {
    int start = in.position();
    int fields = in.enterRecord(3, 6);
    try {
      Reading.Builder reading = Reading.builder(in.readTime(), in.readInt(), in.readInt());
      if (in.has(fields, 4)) {
        reading.respiratoryRate(in.readInt());
      }
      if (in.has(fields, 5)) {
        reading.pulse(in.readInt());
      }
      if (in.has(fields, 6)) {
        reading.symptoms(CodeSet.ofBits(Symptom.class, in.readUnsigned()));
      }
      in.leave();
      return reading.build();
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static StatusReference readStatus(RecordReader in) throws FormatException {
    int start = in.position();
    in.enterRecord(2, 2);
    try {
      StatusReference status = StatusReference.of(in.readInt(), in.readInt());
      in.leave();
      return status;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private static Assurance readAssurance(RecordReader in) throws FormatException {
    int at = in.position();
    long bits = in.readUnsigned();
    if (bits == 0) {
      throw new FormatException(FormatFault.ASSURANCE_VALUE, at);
    }
    return Assurance.ofBits(bits);
  }

  private static Extensions readExtensions(RecordReader in) throws FormatException {
    int start = in.position();
    int pairs = in.readMap();
    if (pairs == 0 || pairs > FormatLimits.MAX_EXTENSIONS) {
      throw new FormatException(FormatFault.EXTENSION_RANGE, start);
    }
    Extensions extensions = Extensions.NONE;
    long key = 0;
    for (int i = 0; i < pairs; i++) {
      int keyAt = in.position();
      key = in.readKey(i == 0, key);
      if (key != (int) key) {
        throw new FormatException(FormatFault.EXTENSION_RANGE, keyAt);
      }
      extensions = extensions.with((int) key, in.readItem());
    }
    in.leave();
    return extensions;
  }

  private static int readDay(RecordReader in) throws FormatException {
    int at = in.position();
    long day = in.readInteger();
    if (day < FormatLimits.MIN_DAY || day > FormatLimits.MAX_DAY) {
      throw new FormatException(FormatFault.DAY_RANGE, at);
    }
    return (int) day;
  }
}
