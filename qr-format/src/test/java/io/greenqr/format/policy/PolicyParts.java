package io.greenqr.format.policy;

import io.greenqr.format.Parts;
import io.greenqr.format.fault.FormatException;

/** A policy written by hand from docs/spec/policy.md. */
public final class PolicyParts {
  private PolicyParts() {}

  public static Parts policy() {
    return Parts.of(
        """
        policy 8c
        kind 06
        environment 02
        name 6141
        version 01
        language 01
        issued 0a
        from 0b
        until 14
        offset 1901a4
        jurisdiction 65564e2d5347
        places 82
        place-1 6161
        place-2 6162
        content 85
        title 82
        vi 6176
        en 6165
        roles 82
        role-1 6172
        role-2 6173
        assurance 04
        lifts a2
        guard-1 02
        lift-1 6474727565
        guard-2 05
        lift-2 6130
        rules 82
        rule-1 88
        name-1 6178
        otherwise-1 02
        roles-1 81
        role 6173
        when-1 6474727565
        condition-1 6b7b22766172223a2261227d
        reason-1 8261766165
        remedy-1 8261766165
        wait-1 8261766165
        rule-2 87
        name-2 6179
        otherwise-2 03
        roles-2 80
        when-2 f6
        condition-2 6566616c7365
        reason-2 8261766165
        remedy-2 8261766165
        """);
  }

  /** What was read, built and written again: by way of JSON where this release reads it. */
  public static byte[] copy(byte[] bytes) throws FormatException {
    PolicyDocument policy = PolicyDocument.decode(bytes);
    return policy.content().isPresent()
        ? PolicyJson.read(PolicyJson.write(policy)).encode()
        : policy.encode();
  }
}
