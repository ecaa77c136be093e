package io.greenqr.benchmarks.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One benchmark method with its parameters, on so many threads. */
record Case(String method, Map<String, String> parameters, int threads) {
  static final int ALL_CORES = -1;
  private static final String PACKAGE = "io.greenqr.benchmarks.";

  static Case of(String method, String... namesAndValues) {
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Case(method, parameters, 1);
  }

  Case onAllCores() {
    return new Case(method, parameters, ALL_CORES);
  }

  /** A regular expression for JMH that finds this method alone. */
  String include() {
    return "^" + (PACKAGE + method).replace(".", "\\.") + "$";
  }

  /** Whether this build has the method and the values of its parameters. */
  boolean exists() {
    try {
      Class<?> type =
          Class.forName(
              PACKAGE + method.substring(0, method.lastIndexOf('.')),
              false,
              Case.class.getClassLoader());
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        Class<?> kind = type.getField(parameter.getKey()).getType();
        if (kind.isEnum() && !names(kind).contains(" " + parameter.getValue() + " ")) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException absent) {
      return false;
    }
  }

  private static String names(Class<?> kind) {
    StringBuilder names = new StringBuilder(" ");
    for (Object constant : kind.getEnumConstants()) {
      names.append(((Enum<?>) constant).name()).append(' ');
    }
    return names.toString();
  }

  @Override
  public String toString() {
    String values =
        parameters.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
    return method
        + (values.isEmpty() ? "" : " [" + values + "]")
        + (threads == ALL_CORES ? " on all cores" : "");
  }
}
