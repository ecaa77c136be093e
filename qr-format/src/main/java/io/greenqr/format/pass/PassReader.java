package io.greenqr.format.pass;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.CborCursor;
import io.greenqr.format.internal.cbor.RecordReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a claims set, field by field in the order of the specification.
 *
 * <p>Ranges are checked where the records are built, by the same code that checks an issuer's
 * input; a value out of range is reported at the start of the record that holds it.
 */
final class PassReader {
  private final CborCursor cursor;
  private final RecordReader records;

  PassReader(CborCursor cursor) {
    this.cursor = cursor;
    this.records = new RecordReader(cursor);
  }

  CwtClaims readClaims() throws FormatException {
    int start = cursor.position();
    Instant expires = null;
    Instant issuedAt = null;
    Pass pass = null;
    long key = 0;
    int pairs = cursor.readMap();
    for (int i = 0; i < pairs; i++) {
      int keyAt = cursor.position();
      key = cursor.readKey(i == 0, key);
      if (key == CwtClaims.EXP) {
        expires = records.readTime();
      } else if (key == CwtClaims.IAT) {
        issuedAt = records.readTime();
      } else if (key == CwtClaims.PASS) {
        pass = readPass();
      } else {
        throw new FormatException(
            key == CwtClaims.CNF ? FormatFault.CLAIM_RESERVED : FormatFault.CLAIM_UNKNOWN, keyAt);
      }
    }
    cursor.leave();
    if (expires == null || issuedAt == null || pass == null) {
      throw new FormatException(FormatFault.CLAIM_MISSING, start);
    }
    try {
      return CwtClaims.of(issuedAt, expires, pass);
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private Pass readPass() throws FormatException {
    int start = cursor.position();
    int fields = records.enterRecord(2, 5);
    try {
      Pass.Builder pass = Pass.builder(readSubject());
      readStatements(pass);
      if (records.has(fields, 3)) {
        pass.status(readStatus());
      }
      if (records.has(fields, 4)) {
        int at = cursor.position();
        long bits = cursor.readUnsigned();
        if (bits == 0) {
          throw new FormatException(FormatFault.ASSURANCE_VALUE, at);
        }
        pass.assurance(Assurance.ofBits(bits));
      }
      if (records.has(fields, 5)) {
        pass.extensions(readExtensions());
      }
      cursor.leave();
      return pass.build();
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private Subject readSubject() throws FormatException {
    int start = cursor.position();
    int fields = records.enterRecord(2, 3);
    try {
      Subject subject = Subject.of(cursor.readText(), readBirth());
      if (fields == 3) {
        subject = subject.withPerson(PersonId.of(cursor.readBytes()));
      }
      cursor.leave();
      return subject;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private Birth readBirth() throws FormatException {
    int start = cursor.position();
    try {
      if (!cursor.atArray()) {
        return Birth.of(LocalDate.ofEpochDay(cursor.readInteger()));
      }
      int fields = records.enterRecord(1, 2);
      int year = records.readInt();
      Birth birth =
          fields == 1 ? Birth.ofYear(year) : Birth.of(YearMonth.of(year, records.readInt()));
      cursor.leave();
      return birth;
    } catch (InvalidValueException | DateTimeException e) {
      throw new FormatException(FormatFault.BIRTH_RANGE, start);
    }
  }

  private void readStatements(Pass.Builder pass) throws FormatException {
    long key = 0;
    int pairs = cursor.readMap();
    for (int i = 0; i < pairs; i++) {
      int keyAt = cursor.position();
      key = cursor.readKey(i == 0, key);
      ClaimKind kind =
          key < 0 || key > FormatLimits.MAX_CODE
              ? null
              : TableCode.find(ClaimKind.class, (int) key).orElse(null);
      if (kind == null) {
        throw new FormatException(FormatFault.STATEMENT_UNKNOWN, keyAt);
      }
      switch (kind) {
        case DECLARATION -> pass.declaration(readDeclaration());
        case VACCINATION -> pass.vaccination(readVaccination());
        case TEST -> pass.tests(readTests());
        case MONITORING -> pass.monitoring(readMonitoring());
      }
    }
    cursor.leave();
  }

  private Declaration readDeclaration() throws FormatException {
    int start = cursor.position();
    int fields = records.enterRecord(3, 4);
    try {
      Declaration declaration =
          Declaration.of(
              records.readTime(),
              CodeSet.ofBits(Symptom.class, cursor.readUnsigned()),
              CodeSet.ofBits(Exposure.class, cursor.readUnsigned()));
      if (fields == 4) {
        declaration = declaration.withArea(cursor.readText());
      }
      cursor.leave();
      return declaration;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private Vaccination readVaccination() throws FormatException {
    int count = records.enterList(1, FormatLimits.MAX_DOSES);
    List<Dose> doses = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int start = cursor.position();
      int fields = records.enterRecord(4, 5);
      try {
        Dose dose = Dose.ofCode(records.readInt(), records.readInt(), records.readInt(), readDay());
        doses.add(fields == 5 ? dose.withLot(cursor.readText()) : dose);
      } catch (InvalidValueException e) {
        throw new FormatException(e.fault(), start);
      }
      cursor.leave();
    }
    cursor.leave();
    return Vaccination.of(doses);
  }

  private Tests readTests() throws FormatException {
    int count = records.enterList(1, FormatLimits.MAX_TESTS);
    List<TestRecord> tests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int start = cursor.position();
      int fields = records.enterRecord(3, 4);
      try {
        TestRecord test =
            TestRecord.ofCodes(records.readInt(), records.readInt(), records.readTime());
        tests.add(fields == 4 ? test.withFacility(cursor.readText()) : test);
      } catch (InvalidValueException e) {
        throw new FormatException(e.fault(), start);
      }
      cursor.leave();
    }
    cursor.leave();
    return Tests.of(tests);
  }

  private Monitoring readMonitoring() throws FormatException {
    int start = cursor.position();
    int fields = records.enterRecord(2, 4);
    try {
      Monitoring monitoring = Monitoring.ofCode(records.readInt(), readDay());
      if (records.has(fields, 3)) {
        monitoring = monitoring.withUntil(readDay());
      }
      if (records.has(fields, 4)) {
        monitoring = monitoring.withReading(readReading());
      }
      cursor.leave();
      return monitoring;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private Reading readReading() throws FormatException {
    int start = cursor.position();
    int fields = records.enterRecord(3, 6);
    try {
      Reading.Builder reading =
          Reading.builder(records.readTime(), records.readInt(), records.readInt());
      if (records.has(fields, 4)) {
        reading.respiratoryRate(records.readInt());
      }
      if (records.has(fields, 5)) {
        reading.pulse(records.readInt());
      }
      if (records.has(fields, 6)) {
        reading.symptoms(CodeSet.ofBits(Symptom.class, cursor.readUnsigned()));
      }
      cursor.leave();
      return reading.build();
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private StatusReference readStatus() throws FormatException {
    int start = cursor.position();
    records.enterRecord(2, 2);
    try {
      StatusReference status = StatusReference.of(records.readInt(), records.readInt());
      cursor.leave();
      return status;
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), start);
    }
  }

  private Extensions readExtensions() throws FormatException {
    int start = cursor.position();
    int pairs = cursor.readMap();
    if (pairs == 0 || pairs > FormatLimits.MAX_EXTENSIONS) {
      throw new FormatException(FormatFault.EXTENSION_RANGE, start);
    }
    Extensions extensions = Extensions.NONE;
    long key = 0;
    for (int i = 0; i < pairs; i++) {
      int keyAt = cursor.position();
      key = cursor.readKey(i == 0, key);
      if (key != (int) key) {
        throw new FormatException(FormatFault.EXTENSION_RANGE, keyAt);
      }
      extensions = extensions.with((int) key, cursor.readItem());
    }
    cursor.leave();
    return extensions;
  }

  private LocalDate readDay() throws FormatException {
    int at = cursor.position();
    long day = cursor.readInteger();
    if (day < FormatLimits.MIN_DAY || day > FormatLimits.MAX_DAY) {
      throw new FormatException(FormatFault.DAY_RANGE, at);
    }
    return LocalDate.ofEpochDay(day);
  }
}
