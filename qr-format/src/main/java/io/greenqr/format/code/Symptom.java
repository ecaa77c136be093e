package io.greenqr.format.code;

/**
 * Symptoms of the last 14 days that a person declares or that are found in monitoring; {@link
 * #code()} is the bit in the set.
 */
public enum Symptom implements TableCode {
  /** Fever. */
  FEVER(0, "fever", "386661006"),
  /** Cough. */
  COUGH(1, "cough", "49727002"),
  /** Shortness of breath (dyspnoea). */
  SHORTNESS_OF_BREATH(2, "shortness-of-breath", "267036007"),
  /** Pain in the throat. */
  SORE_THROAT(3, "sore-throat", "162397003"),
  /** Nausea. */
  NAUSEA(4, "nausea", "422587007"),
  /** Vomiting. */
  VOMITING(5, "vomiting", "422400008"),
  /** Diarrhoea. */
  DIARRHOEA(6, "diarrhoea", "62315008"),
  /** Loss of the sense of smell. */
  LOSS_OF_SMELL(7, "loss-of-smell", "44169009"),
  /** Loss of taste. */
  LOSS_OF_TASTE(8, "loss-of-taste", "36955009"),
  /** Fatigue. */
  FATIGUE(9, "fatigue", "84229001"),
  /** Headache. */
  HEADACHE(10, "headache", "25064002"),
  /** Muscle pain. */
  MUSCLE_PAIN(11, "muscle-pain", "68962001"),
  /** Chest pain. */
  CHEST_PAIN(12, "chest-pain", "29857009"),
  /** Bluish skin (cyanosis): a sign of danger. */
  BLUISH_SKIN(13, "bluish-skin", "3415004"),
  /** Confusion: a sign of danger. */
  CONFUSION(14, "confusion", "40917007"),
  /** Bleeding, as into the skin: declared on health forms since before the epidemic. */
  SKIN_HAEMORRHAGE(15, "skin-haemorrhage", "131148009");

  private final int code;
  private final String jsonName;
  private final String snomed;

  Symptom(int code, String jsonName, String snomed) {
    this.code = code;
    this.jsonName = jsonName;
    this.snomed = snomed;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** The SNOMED CT concept; empty where none says the same. */
  public String snomed() {
    return snomed;
  }
}
