package io.greenqr.verify.admission;

import io.greenqr.format.pass.Declaration;
import io.greenqr.verify.internal.certlogic.IntegerValue;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.TimeText;
import io.greenqr.verify.internal.certlogic.Value;

/** A health declaration as conditions see it. */
final class DeclarationView extends ObjectView {
  private final Declaration declaration;
  private final long at;
  private final int assurance;
  private final TimeText atText;

  DeclarationView(Declaration declaration, int assurance) {
    this.declaration = declaration;
    this.at = declaration.at().getEpochSecond();
    this.atText = TimeText.at(at);
    this.assurance = assurance;
  }

  long at() {
    return at;
  }

  /** Of two of one time the one that declares something comes after the other. */
  boolean isAfter(DeclarationView that) {
    return at != that.at ? at > that.at : compareContent(that) > 0;
  }

  /** Only that it is an order counts: the person chooses which pass is shown first. */
  private int compareContent(DeclarationView that) {
    int order = Boolean.compare(that.isClear(), isClear());
    order = order == 0 ? Long.compare(symptoms(), that.symptoms()) : order;
    order = order == 0 ? Long.compare(exposures(), that.exposures()) : order;
    order = order == 0 ? area().compareTo(that.area()) : order;
    return order == 0 ? Integer.compare(assurance, that.assurance) : order;
  }

  private long symptoms() {
    return declaration.symptoms().bits();
  }

  private long exposures() {
    return declaration.exposures().bits();
  }

  private String area() {
    return declaration.area().isPresent() ? declaration.area().get() : "";
  }

  private boolean isClear() {
    return declaration.symptoms().isEmpty() && declaration.exposures().isEmpty();
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "at" -> atText;
      case "symptoms" -> CodeNames.SYMPTOMS.names(declaration.symptoms());
      case "exposures" -> CodeNames.EXPOSURES.names(declaration.exposures());
      case "area" ->
          declaration.area().isPresent() ? TextValue.of(declaration.area().get()) : NullValue.NULL;
      case "assurance" -> IntegerValue.of(assurance);
      default -> NullValue.NULL;
    };
  }
}
