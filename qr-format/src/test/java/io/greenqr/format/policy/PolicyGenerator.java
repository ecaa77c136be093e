package io.greenqr.format.policy;

import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.trust.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random policies, the same ones for the same seed. Names are handed in without an order. */
final class PolicyGenerator {
  private static final String[] TEXTS = {
    "A", "Tiêm đủ liều", "{date}", "\"quoted\"", "back\\slash", "សូម", "😀", "a/b"
  };

  private final Random random;

  PolicyGenerator(long seed) {
    this.random = new Random(seed);
  }

  private String name() {
    String characters = "ABZaz019-./";
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(FormatLimits.MAX_CODE_TEXT); i > 0; i--) {
      name.append(characters.charAt(random.nextInt(characters.length())));
    }
    return name.toString();
  }

  private Set<String> names(int most) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      names.add(name());
    }
    return names;
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private Words words() {
    return Words.of(text(), text());
  }

  private JsonValue condition() {
    JsonValue condition = json(5);
    return condition.kind() == JsonValue.Kind.NULL ? JsonValue.of(true) : condition;
  }

  private JsonValue json(int levels) {
    return switch (random.nextInt(levels == 0 ? 4 : 7)) {
      case 0 -> JsonValue.of(random.nextBoolean());
      case 1 -> JsonValue.of(random.nextLong() >> random.nextInt(64));
      case 2 -> JsonValue.of(text() + "\n\u0001");
      case 3 -> JsonValue.nothing();
      case 4 -> {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(json(levels - 1));
        }
        yield JsonValue.array(elements);
      }
      default -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(text(), json(levels - 1));
        }
        yield JsonValue.object(members);
      }
    };
  }

  private PolicyRule rule(String name, List<String> roles) {
    PolicyRule.Builder rule =
        PolicyRule.builder(
            name,
            random.nextBoolean() ? TrafficLight.YELLOW : TrafficLight.RED,
            condition(),
            words(),
            words());
    if (random.nextBoolean()) {
      rule.roles(roles.subList(0, random.nextInt(roles.size() + 1)));
    }
    if (random.nextBoolean()) {
      rule.when(condition());
    }
    if (random.nextBoolean()) {
      rule.waiting(words());
    }
    return rule.build();
  }

  PolicyDocument policy() {
    List<String> roles = new ArrayList<>(names(FormatLimits.MAX_POLICY_NAMES));
    PolicyContent.Builder content = PolicyContent.builder(words()).roles(roles);
    Assurance assurance = Assurance.NONE;
    for (ClaimKind kind : ClaimKind.values()) {
      Assurance.Level[] levels = Assurance.Level.values();
      assurance = assurance.with(kind, levels[random.nextInt(levels.length)]);
    }
    content.assurance(assurance);
    for (Guard guard : Guard.values()) {
      if (guard.isLiftable() && random.nextBoolean()) {
        content.lift(guard, condition());
      }
    }
    Set<String> rules = names(12);
    rules.add(name());
    rules.forEach(name -> content.rule(rule(name, roles)));
    Instant until = Instant.ofEpochSecond(1 + random.nextInt(Integer.MAX_VALUE));
    return PolicyDocument.builder(
            random.nextBoolean() ? Environment.PRODUCTION : Environment.TEST,
            name(),
            1 + (random.nextLong() >>> (11 + random.nextInt(53))) % FormatLimits.MAX_VERSION,
            name(),
            until.minusSeconds(1 + random.nextInt((int) until.getEpochSecond())),
            until,
            content.build())
        .validFrom(until.minusSeconds(1))
        .utcOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(840 + 720 + 1) - 720)))
        .places(names(FormatLimits.MAX_POLICY_NAMES))
        .build();
  }
}
