package io.greenqr.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A byte string in named parts, so that a test says which part it spoils and where the fault must
 * be reported. Written by hand from the specification: no line of the library takes part.
 */
public final class Parts {
  private final Map<String, String> parts;

  private Parts(Map<String, String> parts) {
    this.parts = parts;
  }

  /** Lines of a name and the hexadecimal bytes of the part. */
  public static Parts of(String lines) {
    Map<String, String> parts = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              parts.put(line.substring(0, space), line.substring(space + 1));
            });
    return new Parts(parts);
  }

  /** A claims set that has every field once. */
  public static Parts claims() {
    return of(
        """
        claims a3
        exp-key 04
        exp 1a6140c200
        iat-key 06
        iat 1a61409c80
        pass-key 3a00010000
        pass 85
        subject 83
        name 634e616d
        birth 19148a
        person 480102030405060708
        statements a4
        declaration-key 01
        declaration 84
        declaration-at 1a61409000
        symptoms 00
        exposures 02
        area 65564e2d3739
        vaccination-key 02
        doses 81
        dose 85
        product 03
        number 01
        of 02
        day 1949d4
        lot 634c2d31
        test-key 03
        tests 81
        test 84
        method 01
        result 01
        sampled 1a61400000
        facility 624831
        monitoring-key 04
        monitoring 84
        state 01
        since 1949e0
        until 1949ee
        reading 86
        reading-at 1a61408000
        temperature 190172
        spo2 1861
        respiratory-rate 10
        pulse 1850
        reading-symptoms 01
        status 82
        list 07
        index 190400
        assurance 18a9
        extensions a1
        extension-key 05
        extension 00
        """);
  }

  /** An envelope of algorithm ESP256 around a payload of one byte, with r = s = 1. */
  public static Parts envelope() {
    return of(
        """
        tag d2
        array 84
        protected 49
        header a2
        alg-key 01
        alg 28
        kid-key 04
        kid 4411223344
        unprotected a0
        payload 4100
        signature 5840
        r 00*31 01
        s 00*31 01
        """);
  }

  /** The same with other bytes for one part; {@code -} leaves it out. */
  public Parts with(String part, String hex) {
    if (!parts.containsKey(part)) {
      throw new IllegalArgumentException(part);
    }
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put(part, hex.equals("-") ? "" : hex);
    return new Parts(changed);
  }

  public byte[] bytes() {
    return joined(null);
  }

  /** Where {@code part} begins. */
  public int at(String part) {
    if (!parts.containsKey(part)) {
      throw new IllegalArgumentException(part);
    }
    return joined(part).length;
  }

  private byte[] joined(String end) {
    StringBuilder hex = new StringBuilder();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (part.getKey().equals(end)) {
        break;
      }
      hex.append(' ').append(part.getValue());
    }
    return hex.toString().isBlank() ? new byte[0] : Bytes.hex(hex.toString());
  }
}
