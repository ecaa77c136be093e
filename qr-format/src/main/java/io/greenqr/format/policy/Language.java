package io.greenqr.format.policy;

/** The languages in which a policy speaks to people. */
public enum Language {
  /** Vietnamese. */
  VI("vi"),
  /** English. */
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language tag (BCP 47), which is the name of the member in the JSON form as well. */
  public String tag() {
    return tag;
  }
}
