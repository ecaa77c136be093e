package io.greenqr.format.pass;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.internal.text.CodeText;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One dose of a vaccine.
 *
 * <pre>{@code
 * dose = [ product, number, of, day, ? lot ]
 * }</pre>
 */
public final class Dose {
  /** Largest dose number and course length. */
  public static final int MAX_NUMBER = 20;

  private final int productCode;
  private final int number;
  private final int of;
  private final int day;
  private final @Nullable String lot;

  /** Of values that were checked. */
  Dose(int productCode, int number, int of, int day, @Nullable String lot) {
    this.productCode = productCode;
    this.number = number;
    this.of = of;
    this.day = day;
    this.lot = lot;
  }

  static void requireInRange(int productCode, int number, int of) {
    Values.code(productCode, "product");
    requireCount(number, "number");
    requireCount(of, "of");
  }

  private static void requireCount(int value, String field) {
    InvalidValueException.require(value >= 1 && value <= MAX_NUMBER, FormatFault.DOSE_RANGE, field);
  }

  /**
   * A dose.
   *
   * @param number which dose it is, from 1; a booster may be beyond {@code of}
   * @param of doses of the full course
   * @throws InvalidValueException DOSE_RANGE, DAY_RANGE
   */
  public static Dose of(VaccineProduct product, int number, int of, LocalDate day) {
    return ofCode(product.code(), number, of, day);
  }

  /**
   * A dose of a product that this release's table may not have.
   *
   * @throws InvalidValueException CODE_RANGE, DOSE_RANGE, DAY_RANGE
   */
  public static Dose ofCode(int productCode, int number, int of, LocalDate day) {
    requireInRange(productCode, number, of);
    return new Dose(productCode, number, of, Values.day(day, "day"), null);
  }

  /**
   * The same dose with its lot.
   *
   * @throws InvalidValueException CODE_TEXT
   */
  public Dose withLot(String lotCode) {
    return new Dose(productCode, number, of, day, CodeText.require(lotCode, "lot"));
  }

  /** Number of the product in the table. */
  public int productCode() {
    return productCode;
  }

  /** The product; empty if this release's table does not have it. */
  public Optional<VaccineProduct> product() {
    return TableCode.find(VaccineProduct.class, productCode);
  }

  /** Which dose it is, from 1. */
  public int number() {
    return number;
  }

  /** Doses of the full course. */
  public int of() {
    return of;
  }

  /** The day it was given. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(day);
  }

  /** The same in days since 1970-01-01 (RFC 8943), as the pass carries it. */
  public int epochDay() {
    return day;
  }

  /** The lot it was taken from. */
  public Optional<String> lot() {
    return Optional.ofNullable(lot);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dose that
        && that.productCode == productCode
        && that.number == number
        && that.of == of
        && that.day == day
        && Objects.equals(that.lot, lot);
  }

  @Override
  public int hashCode() {
    return Objects.hash(productCode, number, of, day, lot);
  }

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "Dose";
  }
}
