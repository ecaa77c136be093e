package io.greenqr.verify.internal.certlogic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Days, months and texts are those of java.time. */
class DatesTest {
  private static final Random RANDOM = new Random(400);

  private static long any() {
    return Dates.MIN_MILLIS + (long) (RANDOM.nextDouble() * (Dates.MAX_MILLIS - Dates.MIN_MILLIS));
  }

  @Test
  void everyDayOfFourCenturiesAndItsNeighbours() {
    long first = LocalDate.of(-1, 12, 1).toEpochDay();
    for (long day = first; day < first + 150_000; day++) {
      assertDay(day);
    }
    for (int i = 0; i < 50_000; i++) {
      assertDay(Math.floorDiv(any(), Dates.DAY));
    }
    assertDay(Math.floorDiv(Dates.MIN_MILLIS, Dates.DAY));
    assertDay(Math.floorDiv(Dates.MAX_MILLIS, Dates.DAY));
  }

  private static void assertDay(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    long civil = Dates.civil(day);
    assertEquals(date.getYear(), Dates.year(civil));
    assertEquals(date.getMonthValue(), Dates.month(civil));
    assertEquals(date.getDayOfMonth(), Dates.dayOf(civil));
    assertEquals(day, Dates.day(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
    assertEquals(date.lengthOfMonth(), Dates.lengthOfMonth(date.getYear(), date.getMonthValue()));
  }

  @Test
  void monthsKeepTheDayAndTheTime() {
    for (int i = 0; i < 50_000; i++) {
      long millis = any();
      long months = RANDOM.nextInt(2_400_000) - 1_200_000L;
      LocalDateTime date = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDateTime();
      assertEquals(
          date.withDayOfMonth(1)
              .plusMonths(months)
              .plusDays(date.getDayOfMonth() - 1)
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli(),
          Dates.plusMonths(millis, months));
    }
  }

  @Test
  void textsOfInstantsReadBack() throws NaiveCertLogic.NoValue {
    for (int i = 0; i < 20_000; i++) {
      long millis = any();
      assertEquals(millis, DateText.instant(Dates.milliText(millis)));
      long second = Math.floorDiv(millis, 1000L);
      TimeText text = TimeText.at(second);
      assertEquals(second * 1000, text.millis());
      assertEquals(second * 1000, NaiveCertLogic.millis(text.text()));
      TimeText day = TimeText.day((int) Math.floorDiv(millis, Dates.DAY));
      assertEquals(LocalDate.ofEpochDay(Math.floorDiv(millis, Dates.DAY)).toString(), day.text());
      assertEquals(day.millis(), NaiveCertLogic.millis(day.text()));
    }
  }

  @Test
  void anAbsurdClockIsTheNearestInstantOfTheCalendar() {
    assertEquals("9999-12-31T23:59:59Z", TimeText.clock(Long.MAX_VALUE).text());
    assertEquals("0000-01-01T00:00:00Z", TimeText.at(Long.MIN_VALUE).text());
    assertEquals("9999-12-31", TimeText.today(Integer.MAX_VALUE, 0).text());
    assertEquals("0000-01-01", TimeText.day(Integer.MIN_VALUE).text());
    assertEquals("1970-01-01", TimeText.day(0).text());
    assertThrows(IllegalArgumentException.class, () -> TimeText.today(0, 1_441));
  }

  /** Texts that are almost dates: one character is another, one more or one less. */
  @Test
  void readsTheTextsThatTheSpecificationHas() {
    String[] texts = {
      "2021",
      "2020-02",
      "2020-02-29",
      "2021-06-30T23:59:59",
      "2021-06-30T23:59:59Z",
      "2021-06-30T23:59:59.123+7",
      "2021-06-30T09:59:59-0730",
      "2021-06-30T23:09:59.5+7:30",
      "2021-06-30T23:59:09+07:00",
      "2021-06-30T23:59:59+730"
    };
    String characters = "0123456789-+:.TZ 9";
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder(texts[RANDOM.nextInt(texts.length)]);
      for (int changes = RANDOM.nextInt(3); changes > 0; changes--) {
        int at = RANDOM.nextInt(text.length());
        char character = characters.charAt(RANDOM.nextInt(characters.length()));
        switch (RANDOM.nextInt(3)) {
          case 0 -> text.setCharAt(at, character);
          case 1 -> text.insert(at, character);
          default -> text.deleteCharAt(at);
        }
      }
      assertEquals(naive(text.toString()), read(text.toString()), text.toString());
    }
  }

  private static String naive(String text) {
    try {
      return Dates.milliText(NaiveCertLogic.millis(text));
    } catch (NaiveCertLogic.NoValue e) {
      return e.fault.name();
    }
  }

  private static String read(String text) {
    try {
      return Dates.milliText(Duration.zero().addTo(DateText.instant(text)));
    } catch (Fault e) {
      return e.code.name();
    }
  }
}
