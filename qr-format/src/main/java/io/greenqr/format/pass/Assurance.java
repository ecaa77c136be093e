package io.greenqr.format.pass;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import java.util.Set;

/**
 * Who vouches for each kind of claim in a pass.
 *
 * <pre>{@code
 * assurance = 1..255   ; two bits a kind: declaration 0-1, vaccination 2-3, tests 4-5, monitoring 6-7
 * }</pre>
 */
public final class Assurance {
  /** All claims are self-declared; a pass then leaves the field out. */
  public static final Assurance NONE = new Assurance(0);

  /** Who vouches for a claim. */
  public enum Level implements TableCode {
    /** Nobody but the person. */
    SELF_DECLARED(0, "self-declared"),
    /** A facility entered it. */
    FACILITY(1, "facility"),
    /** A national or regional registry holds it. */
    REGISTRY(2, "registry");

    private final int code;
    private final String jsonName;

    Level(int code, String jsonName) {
      this.code = code;
      this.jsonName = jsonName;
    }

    @Override
    public int code() {
      return code;
    }

    @Override
    public String jsonName() {
      return jsonName;
    }
  }

  /** In the order of their codes, in an array that is not made anew for each claim. */
  private static final Level[] LEVELS = Level.values();

  private final int bits;

  private Assurance(int bits) {
    this.bits = bits;
  }

  /**
   * The assurance with these bits.
   *
   * @throws InvalidValueException ASSURANCE_VALUE beyond 8 bits, or for a level of 3, which is not
   *     assigned
   */
  public static Assurance ofBits(long bits) {
    // A pair of set bits is level 3: the high bits of the pairs, moved down, meet the low ones.
    InvalidValueException.require(
        bits >= 0 && bits <= 0xff && ((bits >>> 1) & bits & 0x55) == 0,
        FormatFault.ASSURANCE_VALUE,
        "assurance");
    return new Assurance((int) bits);
  }

  /** The same with {@code level} for {@code kind}. */
  public Assurance with(ClaimKind kind, Level level) {
    int shift = shift(kind);
    return new Assurance((bits & ~(3 << shift)) | (level.code() << shift));
  }

  /** Who vouches for the claim of {@code kind}. */
  public Level level(ClaimKind kind) {
    // Level 3 is refused on entry.
    return LEVELS[(bits >>> shift(kind)) & 3];
  }

  /** Whether no level is given to a kind that is not among {@code kinds}. */
  boolean isOnlyFor(Set<ClaimKind> kinds) {
    for (ClaimKind kind : ClaimKind.ALL) {
      if ((bits >>> shift(kind) & 3) != 0 && !kinds.contains(kind)) {
        return false;
      }
    }
    return true;
  }

  /** The number that stands in the pass; 0 where the field is absent. */
  public int bits() {
    return bits;
  }

  private static int shift(ClaimKind kind) {
    return 2 * (kind.code() - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assurance that && that.bits == bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public String toString() {
    return "Assurance[" + bits + "]";
  }
}
