package io.greenqr.verify.internal.certlogic;

import io.greenqr.format.json.JsonValue;
import io.greenqr.format.json.JsonValue.Kind;
import io.greenqr.verify.fault.CertLogicException;
import io.greenqr.verify.fault.CertLogicFault;
import io.greenqr.verify.internal.certlogic.Comparisons.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From JSON to nodes. */
final class Compiler {
  private int nodes;

  private Compiler() {}

  static Node compile(JsonValue expression) throws CertLogicException {
    return new Compiler().node(expression, Place.root());
  }

  private Node node(JsonValue json, Place place) throws CertLogicException {
    if (place.depth > Limits.MAX_DEPTH) {
      throw place.fault(CertLogicFault.TOO_DEEP);
    }
    count(1, place);
    return switch (json.kind()) {
      case NULL, NUMBER -> throw place.fault(CertLogicFault.LITERAL);
      case BOOLEAN, INTEGER, STRING -> new Literals.Constant(Value.of(json));
      case ARRAY -> Literals.array(nodes(json.elements(), place));
      case OBJECT -> operation(json.members(), place);
    };
  }

  private void count(int more, Place place) throws CertLogicException {
    nodes += more;
    if (nodes > Limits.MAX_NODES) {
      throw place.fault(CertLogicFault.TOO_LARGE);
    }
  }

  private Node[] nodes(List<JsonValue> json, Place place) throws CertLogicException {
    Node[] compiled = new Node[json.size()];
    for (int i = 0; i < compiled.length; i++) {
      compiled[i] = node(json.get(i), place.element(i));
    }
    return compiled;
  }

  private Node operation(Map<String, JsonValue> members, Place place) throws CertLogicException {
    if (members.size() != 1) {
      throw place.fault(CertLogicFault.OPERATION_FORM);
    }
    Map.Entry<String, JsonValue> member = members.entrySet().iterator().next();
    JsonValue json = member.getValue();
    String name = member.getKey();
    return switch (name) {
      case "var" -> access(json, place.operands(name));
      case "if" -> new Conditions.If(operands(name, json, 3, 3, place));
      case "and" -> new Conditions.And(operands(name, json, 2, Integer.MAX_VALUE, place));
      case "!" -> new Conditions.Not(operands(name, json, 1, 1, place));
      case "===" -> new Comparisons.Same(operands(name, json, 2, 2, place));
      case "in" -> new Comparisons.In(operands(name, json, 2, 2, place));
      case "+" -> new Operations.Add(operands(name, json, 2, 2, place));
      case "<", ">", "<=", ">=" ->
          new Comparisons.Integers(order(name), operands(name, json, 2, 3, place));
      case "before", "after", "not-after", "not-before" ->
          new Comparisons.DateTimes(order(name), operands(name, json, 2, 3, place));
      case "plusTime" -> plusTime(listOf(name, json, 3, 3, place), place.operands(name));
      case "dccDateOfBirth" ->
          folded(new DateOperations.BirthDate(operands(name, json, 1, 1, place)[0]));
      case "reduce" -> reduce(listOf(name, json, 3, 3, place), place.operands(name));
      case "extractFromUVCI", "extractFromUCI" ->
          fragment(listOf(name, json, 2, 2, place), place.operands(name));
      default -> throw place.fault(CertLogicFault.UNKNOWN_OPERATION);
    };
  }

  private static Order order(String operator) {
    return switch (operator) {
      case "<", "before" -> Order.LESS;
      case ">", "after" -> Order.GREATER;
      case "<=", "not-after" -> Order.AT_MOST;
      default -> Order.AT_LEAST;
    };
  }

  private Node[] operands(String name, JsonValue json, int min, int max, Place place)
      throws CertLogicException {
    return nodes(listOf(name, json, min, max, place), place.operands(name));
  }

  private static List<JsonValue> listOf(String name, JsonValue json, int min, int max, Place place)
      throws CertLogicException {
    if (json.kind() != Kind.ARRAY) {
      throw place.operands(name).fault(CertLogicFault.OPERATION_FORM);
    }
    List<JsonValue> operands = json.elements();
    if (operands.size() < min || operands.size() > max) {
      throw place.operands(name).fault(CertLogicFault.ARGUMENT_COUNT);
    }
    return operands;
  }

  private Node access(JsonValue path, Place place) throws CertLogicException {
    @Nullable DataAccess access = path.kind() == Kind.STRING ? DataAccess.of(path.text()) : null;
    if (access == null) {
      throw place.fault(CertLogicFault.PATH);
    }
    count(access.cost(), place);
    return access;
  }

  private Node plusTime(List<JsonValue> operands, Place place) throws CertLogicException {
    Node text = node(operands.get(0), place.element(0));
    long amount = integer(operands.get(1), place.element(1));
    JsonValue unit = operands.get(2);
    @Nullable Duration duration =
        unit.kind() == Kind.STRING ? Duration.of(amount, unit.text()) : null;
    if (duration == null) {
      throw place.element(2).fault(CertLogicFault.TIME_UNIT);
    }
    return folded(new DateOperations.PlusTime(text, duration));
  }

  /** A date that the expression writes out is read once; one that is none waits for its turn. */
  private static Node folded(DateOperations.FromText node) {
    if (!(node.operand instanceof Literals.Constant)) {
      return node;
    }
    try {
      return new Literals.Constant(node.evaluate(new Scope(NullValue.NULL, null)));
    } catch (Fault notADate) {
      return node;
    }
  }

  private Node reduce(List<JsonValue> operands, Place place) throws CertLogicException {
    Node operand = node(operands.get(0), place.element(0));
    int before = nodes;
    Node lambda = node(operands.get(1), place.element(1));
    int steps = nodes - before;
    Node initial = node(operands.get(2), place.element(2));
    return new Operations.Reduce(operand, lambda, initial, steps);
  }

  private Node fragment(List<JsonValue> operands, Place place) throws CertLogicException {
    Node operand = node(operands.get(0), place.element(0));
    return new Operations.Fragment(operand, integer(operands.get(1), place.element(1)));
  }

  private static long integer(JsonValue json, Place place) throws CertLogicException {
    if (json.kind() != Kind.INTEGER) {
      throw place.fault(CertLogicFault.INTEGER_CONSTANT);
    }
    return json.integerValue();
  }
}
