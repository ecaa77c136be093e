package io.greenqr.format.policy;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.cbor.RecordReader;
import io.greenqr.format.internal.text.CodeText;
import io.greenqr.format.json.JsonValue;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.trust.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the payload of a policy. */
final class PolicyReader {
  private static final int FIELDS = 12;
  private static final int CONTENT_FIELDS = 5;
  private static final int RULE_FIELDS = 7;
  private static final int WAIT = 8;

  private final RecordReader in;

  private PolicyReader(byte[] payload) {
    this.in = new RecordReader(payload);
  }

  static PolicyDocument read(byte[] payload) throws FormatException {
    if (payload.length > DocumentType.POLICY.maxBytes()) {
      throw new FormatException(FormatFault.DOCUMENT_TOO_LONG, 0);
    }
    PolicyReader reader = new PolicyReader(payload);
    PolicyDocument.Builder policy = reader.policy();
    return checked(0, () -> policy.read(payload));
  }

  /** What {@code value} gives, its fault told as one of the bytes at {@code offset}. */
  private static <T> T checked(int offset, Supplier<T> value) throws FormatException {
    try {
      return value.get();
    } catch (InvalidValueException e) {
      throw new FormatException(e.fault(), offset);
    }
  }

  private PolicyDocument.Builder policy() throws FormatException {
    in.enterRecord(FIELDS, FIELDS);
    int at = in.position();
    if (in.readUnsigned() != DocumentType.POLICY.code()) {
      throw new FormatException(FormatFault.DOCUMENT_KIND, at);
    }
    Environment environment = code(Environment.class, FormatFault.ENVIRONMENT_UNKNOWN);
    String name = codeText();
    long version = in.readVersion();
    int language = language();
    Instant issuedAt = in.readTime();
    Instant validFrom = in.readTime();
    Instant validUntil = in.readTime();
    ZoneOffset utcOffset = utcOffset();
    String jurisdiction = codeText();
    List<String> places = names();
    PolicyContent content = null;
    if (language == PolicyDocument.LANGUAGE) {
      content = content();
    } else {
      in.skip();
    }
    in.leave();
    in.requireEnd();
    return new PolicyDocument.Builder(
            environment, name, version, language, jurisdiction, issuedAt, validUntil, content)
        .validFrom(validFrom)
        .utcOffset(utcOffset)
        .places(places);
  }

  private <E extends Enum<E> & TableCode> E code(Class<E> table, FormatFault fault)
      throws FormatException {
    int at = in.position();
    return TableCode.find(table, in.readInt()).orElseThrow(() -> new FormatException(fault, at));
  }

  private String codeText() throws FormatException {
    int at = in.position();
    String text = in.readText();
    return checked(at, () -> CodeText.require(text, ""));
  }

  private int language() throws FormatException {
    int at = in.position();
    int language = in.readInt();
    if (language < 1 || language > FormatLimits.MAX_POLICY_LANGUAGE) {
      throw new FormatException(FormatFault.CODE_RANGE, at);
    }
    return language;
  }

  private ZoneOffset utcOffset() throws FormatException {
    int at = in.position();
    long minutes = in.readInteger();
    if (minutes < PolicyDocument.MIN_OFFSET_MINUTES
        || minutes > PolicyDocument.MAX_OFFSET_MINUTES) {
      throw new FormatException(FormatFault.UTC_OFFSET, at);
    }
    return ZoneOffset.ofTotalSeconds((int) minutes * 60);
  }

  private List<String> names() throws FormatException {
    int at = in.position();
    int count = in.enterList(0, FormatLimits.MAX_POLICY_NAMES);
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(codeText());
    }
    in.leave();
    // As received: a list that is sorted on the way would have several spellings.
    return checked(
        at,
        () -> {
          NameList.requireAscending(names, "");
          return names;
        });
  }

  private PolicyContent content() throws FormatException {
    int at = in.position();
    in.enterRecord(CONTENT_FIELDS, CONTENT_FIELDS);
    PolicyContent.Builder content = PolicyContent.builder(words()).roles(names());
    int bitsAt = in.position();
    long bits = in.readUnsigned();
    content.assurance(checked(bitsAt, () -> Assurance.ofBits(bits)));
    lifts(content);
    int rules = in.enterList(1, FormatLimits.MAX_POLICY_RULES);
    for (int i = 0; i < rules; i++) {
      content.rule(rule());
    }
    in.leave();
    in.leave();
    return checked(at, content::build);
  }

  private void lifts(PolicyContent.Builder content) throws FormatException {
    int pairs = in.readMap();
    long key = 0;
    for (int i = 0; i < pairs; i++) {
      int at = in.position();
      key = in.readKey(i == 0, key);
      Guard guard =
          TableCode.find(Guard.class, (int) Math.max(-1, Math.min(key, Integer.MAX_VALUE)))
              .orElseThrow(() -> new FormatException(FormatFault.CODE_RANGE, at));
      JsonValue condition = condition();
      checked(at, () -> content.lift(guard, condition));
    }
    in.leave();
  }

  private PolicyRule rule() throws FormatException {
    int at = in.position();
    int fields = in.enterRecord(RULE_FIELDS, WAIT);
    String name = codeText();
    int colourAt = in.position();
    TrafficLight otherwise = code(TrafficLight.class, FormatFault.CODE_RANGE);
    if (otherwise == TrafficLight.GREEN) {
      throw new FormatException(FormatFault.CODE_RANGE, colourAt);
    }
    List<String> roles = names();
    @Nullable JsonValue when = in.skipNull() ? null : condition();
    PolicyRule.Builder rule =
        PolicyRule.builder(name, otherwise, condition(), words(), words()).roles(roles);
    if (when != null) {
      rule.when(when);
    }
    if (in.has(fields, WAIT)) {
      rule.waiting(words());
    }
    in.leave();
    return checked(at, rule::build);
  }

  private JsonValue condition() throws FormatException {
    int at = in.position();
    return ConditionText.parse(in.readText(), at);
  }

  private Words words() throws FormatException {
    int at = in.position();
    int languages = Language.values().length;
    in.enterRecord(languages, languages);
    String vi = in.readText();
    String en = in.readText();
    in.leave();
    return checked(at, () -> Words.of(vi, en));
  }
}
