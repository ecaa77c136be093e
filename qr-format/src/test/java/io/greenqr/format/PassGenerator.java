package io.greenqr.format;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Extensions;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Random passes, each small enough to be signed: every optional field is there or not, codes and
 * bits are of the tables or beyond them, numbers stand at their limits more often than by chance.
 * The same seed gives the same passes.
 */
public final class PassGenerator {
  private static final String[] WORDS = {
    "Nguyễn",
    "Thị",
    "Đỗ",
    "Hồng",
    "Phượng",
    "Ưng",
    "H'Hen",
    "Niê",
    "K.",
    "Mary-Ann",
    "Ó",
    "a",
    "Øyvind",
    "Łukasz",
    "ភ្នំពេញ",
    "សុខា",
    "محمد",
    "الله",
    "中村",
    "さくら",
    "Юлія",
    "𞤀𞤣𞤤𞤢𞤥",
    "क्षत्रिय"
  };
  private static final List<Assurance.Level> LEVELS = List.of(Assurance.Level.values());
  private static final String CODE_TEXT = "ABCXYZabcxyz0189-./";

  /** 0, 1, 2, … and then -1, -2, …. */
  private static final Comparator<Integer> CBOR_ORDER =
      Comparator.comparing((Integer key) -> key < 0).thenComparing(key -> Math.abs((long) key));

  private final Random random;
  private final CborGenerator items;

  public PassGenerator(long seed) {
    this.random = new Random(seed);
    this.items = new CborGenerator(random);
  }

  public CwtClaims claims() {
    long issuedAt = between(0, FormatLimits.MAX_NUMERIC_DATE - 1);
    long expires = between(issuedAt + 1, FormatLimits.MAX_NUMERIC_DATE);
    return CwtClaims.of(Instant.ofEpochSecond(issuedAt), Instant.ofEpochSecond(expires), pass());
  }

  public Pass pass() {
    Pass.Builder pass = Pass.builder(subject());
    int kinds = 1 + random.nextInt(15);
    if ((kinds & 1) != 0) {
      pass.declaration(declaration());
    }
    if ((kinds & 2) != 0) {
      pass.vaccination(Vaccination.of(list(FormatLimits.MAX_DOSES, this::dose)));
    }
    if ((kinds & 4) != 0) {
      pass.tests(Tests.of(list(FormatLimits.MAX_TESTS, this::test)));
    }
    if ((kinds & 8) != 0) {
      pass.monitoring(monitoring());
    }
    if (random.nextBoolean()) {
      pass.status(
          StatusReference.of(
              (int) between(0, FormatLimits.MAX_STATUS_LIST),
              (int) between(0, FormatLimits.STATUS_SHARD_ENTRIES - 1)));
    }
    if (random.nextBoolean()) {
      pass.assurance(assurance(kinds));
    }
    if (random.nextInt(3) == 0) {
      pass.extensions(extensions());
    }
    return pass.build();
  }

  private Assurance assurance(int kinds) {
    Assurance assurance = Assurance.NONE;
    for (ClaimKind kind : ClaimKind.values()) {
      if ((kinds >> (kind.code() - 1) & 1) != 0) {
        assurance = assurance.with(kind, LEVELS.get(random.nextInt(LEVELS.size())));
      }
    }
    return assurance;
  }

  private Subject subject() {
    Subject subject = Subject.of(name(), birth());
    if (random.nextBoolean()) {
      return subject;
    }
    byte[] person = new byte[PersonId.LENGTH];
    random.nextBytes(person);
    return subject.withPerson(PersonId.of(person));
  }

  /** One to three words, of which only the first may be long: never beyond the limit of a name. */
  private String name() {
    StringBuilder name = new StringBuilder(WORDS[random.nextInt(WORDS.length)]);
    for (int more = random.nextInt(3); more > 0; more--) {
      name.append(' ').append(WORDS[random.nextInt(7)]);
    }
    return name.toString();
  }

  private Birth birth() {
    LocalDate day = day();
    return switch (random.nextInt(4)) {
      case 0 -> Birth.ofYear(day.getYear());
      case 1 -> Birth.of(YearMonth.from(day));
      default -> Birth.of(day);
    };
  }

  private Declaration declaration() {
    Declaration declaration =
        Declaration.of(
            time(), CodeSet.ofBits(Symptom.class, bits()), CodeSet.ofBits(Exposure.class, bits()));
    return random.nextBoolean() ? declaration.withArea(codeText()) : declaration;
  }

  private Dose dose() {
    Dose dose = Dose.ofCode(code(11), count(), count(), day());
    return random.nextBoolean() ? dose.withLot(codeText()) : dose;
  }

  private int count() {
    return (int) between(1, Dose.MAX_NUMBER);
  }

  private TestRecord test() {
    TestRecord test = TestRecord.ofCodes(code(2), code(3), time());
    return random.nextBoolean() ? test.withFacility(codeText()) : test;
  }

  private Monitoring monitoring() {
    LocalDate since = day();
    Monitoring monitoring = Monitoring.ofCode(code(4), since);
    if (random.nextBoolean()) {
      long until = between(since.toEpochDay(), FormatLimits.MAX_DAY);
      monitoring = monitoring.withUntil(LocalDate.ofEpochDay(until));
    }
    return random.nextBoolean() ? monitoring.withReading(reading()) : monitoring;
  }

  private Reading reading() {
    Reading.Builder reading =
        Reading.builder(time(), (int) between(200, 450), (int) between(0, 100));
    if (random.nextBoolean()) {
      reading.respiratoryRate((int) between(0, 120));
    }
    if (random.nextBoolean()) {
      reading.pulse((int) between(0, 300));
    }
    if (random.nextBoolean()) {
      reading.symptoms(CodeSet.ofBits(Symptom.class, bits()));
    }
    return reading.build();
  }

  private Extensions extensions() {
    TreeSet<Integer> keys = new TreeSet<>(CBOR_ORDER);
    int count = (int) between(1, FormatLimits.MAX_EXTENSIONS);
    while (keys.size() < count) {
      keys.add(random.nextInt() >> random.nextInt(32));
    }
    Extensions extensions = Extensions.NONE;
    int room = 150;
    for (int key : keys) {
      byte[] value = items.item(5);
      boolean fits = value.length <= room;
      extensions = extensions.with(key, fits ? value : new byte[] {0});
      room -= fits ? value.length : 0;
    }
    return extensions;
  }

  private interface Source<T> {
    T next();
  }

  private <T> List<T> list(int most, Source<T> source) {
    List<T> list = new ArrayList<>();
    for (long left = between(1, most); left > 0; left--) {
      list.add(source.next());
    }
    return list;
  }

  /** Mostly a code of the table, else any. */
  private int code(int known) {
    return (int) between(1, random.nextInt(4) > 0 ? known : FormatLimits.MAX_CODE);
  }

  private long bits() {
    return random.nextInt(4) == 0 ? 0 : between(0, FormatLimits.MAX_BITS);
  }

  private Instant time() {
    return Instant.ofEpochSecond(between(0, FormatLimits.MAX_NUMERIC_DATE));
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(between(FormatLimits.MIN_DAY, FormatLimits.MAX_DAY));
  }

  private String codeText() {
    StringBuilder text = new StringBuilder();
    for (long left = between(1, FormatLimits.MAX_CODE_TEXT); left > 0; left--) {
      text.append(CODE_TEXT.charAt(random.nextInt(CODE_TEXT.length())));
    }
    return text.toString();
  }

  private long between(long least, long most) {
    return switch (random.nextInt(16)) {
      case 0 -> least;
      case 1 -> most;
      default -> least + (long) (random.nextDouble() * (most - least + 1));
    };
  }
}
