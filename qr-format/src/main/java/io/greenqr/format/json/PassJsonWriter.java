package io.greenqr.format.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.TableCode;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import java.math.BigDecimal;
import java.util.Optional;

/** Writes the records of the JSON form, one method each. */
final class PassJsonWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PassJsonWriter() {}

  static ObjectNode pass(Pass pass) {
    ObjectNode json = JSON.objectNode();
    Subject subject = pass.subject();
    json.put("name", subject.name());
    json.put("birth", subject.birth().iso());
    subject.person().ifPresent(person -> json.put("person", Hex.encode(person.bytes())));
    pass.declaration().ifPresent(d -> json.set("declaration", declaration(d)));
    pass.vaccination()
        .ifPresent(
            v -> {
              ArrayNode doses = json.putArray("vaccination");
              v.doses().forEach(dose -> doses.add(dose(dose)));
            });
    pass.tests()
        .ifPresent(
            t -> {
              ArrayNode tests = json.putArray("test");
              t.records().forEach(test -> tests.add(test(test)));
            });
    pass.monitoring().ifPresent(m -> json.set("monitoring", monitoring(m)));
    pass.status()
        .ifPresent(s -> json.putObject("status").put("list", s.list()).put("index", s.index()));
    if (!pass.assurance().equals(Assurance.NONE)) {
      assurance(pass, json.putObject("assurance"));
    }
    if (!pass.extensions().isEmpty()) {
      ObjectNode extensions = json.putObject("extensions");
      for (int key : pass.extensions().keys()) {
        extensions.put(Integer.toString(key), Hex.encode(pass.extensions().value(key)));
      }
    }
    return json;
  }

  private static void assurance(Pass pass, ObjectNode json) {
    for (ClaimKind kind : pass.kinds()) {
      Assurance.Level level = pass.assurance().level(kind);
      if (level != Assurance.Level.SELF_DECLARED) {
        json.put(kind.jsonName(), level.jsonName());
      }
    }
  }

  private static ObjectNode declaration(Declaration declaration) {
    ObjectNode json = JSON.objectNode().put("at", declaration.at().toString());
    json.set("symptoms", set(declaration.symptoms()));
    json.set("exposures", set(declaration.exposures()));
    declaration.area().ifPresent(area -> json.put("area", area));
    return json;
  }

  private static ObjectNode dose(Dose dose) {
    ObjectNode json = JSON.objectNode();
    code(json, "product", dose.product(), dose.productCode());
    json.put("number", dose.number()).put("of", dose.of()).put("day", dose.day().toString());
    dose.lot().ifPresent(lot -> json.put("lot", lot));
    return json;
  }

  private static ObjectNode test(TestRecord test) {
    ObjectNode json = JSON.objectNode();
    code(json, "method", test.method(), test.methodCode());
    code(json, "result", test.result(), test.resultCode());
    json.put("sampledAt", test.sampledAt().toString());
    test.facility().ifPresent(facility -> json.put("facility", facility));
    return json;
  }

  private static ObjectNode monitoring(Monitoring monitoring) {
    ObjectNode json = JSON.objectNode();
    code(json, "state", monitoring.state(), monitoring.stateCode());
    json.put("since", monitoring.since().toString());
    monitoring.until().ifPresent(until -> json.put("until", until.toString()));
    monitoring.reading().ifPresent(reading -> json.set("reading", reading(reading)));
    return json;
  }

  private static ObjectNode reading(Reading reading) {
    ObjectNode json =
        JSON.objectNode()
            .put("at", reading.at().toString())
            .put("temperature", BigDecimal.valueOf(reading.temperature(), 1))
            .put("spo2", reading.spo2());
    reading.respiratoryRate().ifPresent(rate -> json.put("respiratoryRate", rate));
    reading.pulse().ifPresent(pulse -> json.put("pulse", pulse));
    reading.symptoms().ifPresent(symptoms -> json.set("symptoms", set(symptoms)));
    return json;
  }

  private static void code(
      ObjectNode json, String name, Optional<? extends TableCode> entry, int code) {
    if (entry.isPresent()) {
      json.put(name, entry.get().jsonName());
    } else {
      json.put(name, code);
    }
  }

  private static <E extends Enum<E> & TableCode> ArrayNode set(CodeSet<E> set) {
    ArrayNode json = JSON.arrayNode();
    for (E entry : set.known()) {
      json.add(entry.jsonName());
    }
    for (int bit = 0; bit < 32; bit++) {
      if ((set.unknownBits() >>> bit & 1) != 0) {
        json.add(bit);
      }
    }
    return json;
  }
}
