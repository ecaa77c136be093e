package io.greenqr.format.pass;

import io.greenqr.format.internal.cbor.CborItem;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes claims as CBOR items; the order of every map is that of its encoded keys. */
final class PassWriter {
  private PassWriter() {}

  static CborItem claims(CwtClaims claims) {
    return CborItem.map()
        .put(CwtClaims.EXP, CborItem.of(claims.expires().getEpochSecond()))
        .put(CwtClaims.IAT, CborItem.of(claims.issuedAt().getEpochSecond()))
        .put(CwtClaims.PASS, pass(claims.pass()));
  }

  private static CborItem pass(Pass pass) {
    TrailingFields fields = new TrailingFields(CborItem.array());
    fields.array.add(subject(pass.subject())).add(statements(pass));
    fields.add(pass.status().map(s -> CborItem.array().add(s.list()).add(s.index())).orElse(null));
    int assurance = pass.assurance().bits();
    fields.add(assurance == 0 ? null : CborItem.of(assurance));
    fields.add(pass.extensions().isEmpty() ? null : extensions(pass.extensions()));
    return fields.array;
  }

  private static CborItem subject(Subject subject) {
    CborItem record = CborItem.array().add(CborItem.of(subject.name())).add(birth(subject.birth()));
    subject.person().ifPresent(person -> record.add(CborItem.of(person.bytes())));
    return record;
  }

  private static CborItem birth(Birth birth) {
    if (birth.date().isPresent()) {
      return CborItem.of(birth.date().get().toEpochDay());
    }
    CborItem record = CborItem.array().add(birth.year());
    birth.month().ifPresent(record::add);
    return record;
  }

  private static CborItem statements(Pass pass) {
    CborItem map = CborItem.map();
    pass.declaration().ifPresent(d -> map.put(ClaimKind.DECLARATION.code(), declaration(d)));
    pass.vaccination().ifPresent(v -> map.put(ClaimKind.VACCINATION.code(), vaccination(v)));
    pass.tests().ifPresent(t -> map.put(ClaimKind.TEST.code(), tests(t)));
    pass.monitoring().ifPresent(m -> map.put(ClaimKind.MONITORING.code(), monitoring(m)));
    return map;
  }

  private static CborItem declaration(Declaration declaration) {
    CborItem record =
        CborItem.array()
            .add(declaration.at().getEpochSecond())
            .add(declaration.symptoms().bits())
            .add(declaration.exposures().bits());
    declaration.area().ifPresent(area -> record.add(CborItem.of(area)));
    return record;
  }

  private static CborItem vaccination(Vaccination vaccination) {
    CborItem list = CborItem.array();
    for (Dose dose : vaccination.doses()) {
      CborItem record =
          CborItem.array()
              .add(dose.productCode())
              .add(dose.number())
              .add(dose.of())
              .add(dose.day().toEpochDay());
      dose.lot().ifPresent(lot -> record.add(CborItem.of(lot)));
      list.add(record);
    }
    return list;
  }

  private static CborItem tests(Tests tests) {
    CborItem list = CborItem.array();
    for (TestRecord test : tests.records()) {
      CborItem record =
          CborItem.array()
              .add(test.methodCode())
              .add(test.resultCode())
              .add(test.sampledAt().getEpochSecond());
      test.facility().ifPresent(facility -> record.add(CborItem.of(facility)));
      list.add(record);
    }
    return list;
  }

  private static CborItem monitoring(Monitoring monitoring) {
    TrailingFields fields = new TrailingFields(CborItem.array());
    fields.array.add(monitoring.stateCode()).add(monitoring.since().toEpochDay());
    fields.add(monitoring.until().map(day -> CborItem.of(day.toEpochDay())).orElse(null));
    fields.add(monitoring.reading().map(PassWriter::reading).orElse(null));
    return fields.array;
  }

  private static CborItem reading(Reading reading) {
    TrailingFields fields = new TrailingFields(CborItem.array());
    fields.array.add(reading.at().getEpochSecond()).add(reading.temperature()).add(reading.spo2());
    fields.add(item(reading.respiratoryRate()));
    fields.add(item(reading.pulse()));
    fields.add(reading.symptoms().map(set -> CborItem.of(set.bits())).orElse(null));
    return fields.array;
  }

  private static @Nullable CborItem item(OptionalInt value) {
    return value.isPresent() ? CborItem.of(value.getAsInt()) : null;
  }

  private static CborItem extensions(Extensions extensions) {
    CborItem map = CborItem.map();
    for (int key : extensions.keys()) {
      map.put(key, CborItem.decoded(extensions.value(key)));
    }
    return map;
  }

  /** Optional fields at the end of a record: null where one follows, left out where none does. */
  private static final class TrailingFields {
    final CborItem array;
    private int absent;

    TrailingFields(CborItem array) {
      this.array = array;
    }

    void add(@Nullable CborItem field) {
      if (field == null) {
        absent++;
        return;
      }
      for (; absent > 0; absent--) {
        array.add(CborItem.nothing());
      }
      array.add(field);
    }
  }
}
