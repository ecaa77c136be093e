package io.greenqr.verify.admission;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person wants to enter, and as what. */
public final class Site {
  private final String jurisdiction;
  private final String place;
  private final @Nullable String role;

  private Site(String jurisdiction, String place, @Nullable String role) {
    this.jurisdiction = Objects.requireNonNull(jurisdiction);
    this.place = Objects.requireNonNull(place);
    this.role = role;
  }

  /**
   * A place.
   *
   * @param jurisdiction as policies name it: ISO 3166, such as {@code VN-SG}
   * @param place class of the place as policies name it, such as {@code market}
   */
  public static Site of(String jurisdiction, String place) {
    return new Site(jurisdiction, place, null);
  }

  /** The same, entered in a role that policies name, such as {@code customer}. */
  public Site withRole(String name) {
    return new Site(jurisdiction, place, Objects.requireNonNull(name));
  }

  /** Whose rules hold here. */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** Class of the place. */
  public String place() {
    return place;
  }

  /** In which role the person enters, if one was said. */
  public Optional<String> role() {
    return Optional.ofNullable(role);
  }

  @Nullable String roleOrNull() {
    return role;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Site that
        && that.jurisdiction.equals(jurisdiction)
        && that.place.equals(place)
        && Objects.equals(that.role, role);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jurisdiction, place, role);
  }

  /** All of it: a site is no person. */
  @Override
  public String toString() {
    return "Site[" + jurisdiction + ", " + place + (role == null ? "" : ", " + role) + "]";
  }
}
