package io.greenqr.issue.symbol;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A QR Code symbol (ISO/IEC 18004): one text in the smallest version that holds it, drawn as a
 * picture in several ways. Immutable.
 *
 * <p>A text that consists of digits, capital letters and {@code space $ % * + - . / :} only, as
 * that of every pass does, takes 5.5 bits a character; any other character makes it 8 bits for all
 * of them.
 */
public final class QrSymbol {
  /** The largest version there is: 177 by 177 modules. */
  public static final int MAX_VERSION = 40;

  /** Modules of white that a symbol needs on each side (ISO/IEC 18004 section 6.3.8). */
  public static final int QUIET_ZONE = 4;

  private static final int MAX_QUIET_ZONE = 64;
  private static final int MAX_PIXELS_PER_MODULE = 64;

  private final ModuleGrid modules;
  private final int version;
  private final ErrorCorrection level;
  private final int quietZone;

  QrSymbol(ModuleGrid modules, int version, ErrorCorrection level, int quietZone) {
    this.modules = modules;
    this.version = version;
    this.level = level;
    this.quietZone = quietZone;
  }

  /**
   * The smallest symbol of a text at level {@link ErrorCorrection#M}, in any version.
   *
   * @throws IllegalArgumentException as {@link #builder} does
   * @throws SymbolTooLargeException if no version holds the text
   */
  public static QrSymbol of(String text) throws SymbolTooLargeException {
    return builder(text).build();
  }

  /**
   * Starts the symbol of a text.
   *
   * @param text at least one character, all of them printable ASCII, U+0020 to U+007E: readers
   *     agree on no other
   * @throws IllegalArgumentException if the text is empty or has another character
   */
  public static Builder builder(String text) {
    return new Builder(text);
  }

  /** The version, 1 to 40: the step in size, {@code 4 * version + 17} modules a side. */
  public int version() {
    return version;
  }

  /** Modules of a side, without the quiet zone: 21 to 177. */
  public int size() {
    return modules.size();
  }

  /** The level of error correction. */
  public ErrorCorrection level() {
    return level;
  }

  /** Modules of white on each side of the pictures. */
  public int quietZone() {
    return quietZone;
  }

  /**
   * Whether a module is dark.
   *
   * @param x column from the left, 0 to {@link #size} - 1; the quiet zone is not counted
   * @param y row from the top, likewise
   * @throws IndexOutOfBoundsException if the module is not in the symbol
   */
  public boolean module(int x, int y) {
    return modules.isDark(Objects.checkIndex(x, size()), Objects.checkIndex(y, size()));
  }

  /**
   * The symbol with its quiet zone as a black and white PNG of one bit a pixel.
   *
   * @param pixelsPerModule side of the square that a module becomes, 1 to 64
   * @throws IllegalArgumentException if the number is out of its range
   */
  public byte[] toPng(int pixelsPerModule) {
    return png(pixelsPerModule).bytes();
  }

  /**
   * The same with the resolution it is meant for, so that programs which print or place it know its
   * size in millimetres.
   *
   * @param pixelsPerModule side of the square that a module becomes, 1 to 64
   * @param dotsPerInch pixels for 25.4 mm, 1 to 10,000; of the printer, so that no module falls
   *     between its dots
   * @throws IllegalArgumentException if a number is out of its range
   */
  public byte[] toPng(int pixelsPerModule, int dotsPerInch) {
    checkRange("dots per inch", dotsPerInch, 1, 10_000);
    return png(pixelsPerModule).dotsPerInch(dotsPerInch).bytes();
  }

  private PngPicture png(int pixelsPerModule) {
    checkRange("pixels per module", pixelsPerModule, 1, MAX_PIXELS_PER_MODULE);
    return new PngPicture(this, pixelsPerModule);
  }

  /** The symbol with its quiet zone as an SVG document that fills whatever contains it. */
  public String toSvg() {
    return SvgPicture.of(this, "");
  }

  /**
   * The symbol with its quiet zone as an SVG document of a size on paper.
   *
   * @param moduleMillimetres side of a module in mm; above 0, at most 1,000
   * @throws IllegalArgumentException if the number is out of its range
   */
  public String toSvg(double moduleMillimetres) {
    if (!(moduleMillimetres > 0 && moduleMillimetres <= 1000)) {
      throw new IllegalArgumentException("millimetres per module " + moduleMillimetres);
    }
    BigDecimal side = BigDecimal.valueOf(moduleMillimetres).multiply(BigDecimal.valueOf(span()));
    String millimetres = side.stripTrailingZeros().toPlainString() + "mm";
    return SvgPicture.of(this, " width=\"" + millimetres + "\" height=\"" + millimetres + "\"");
  }

  /**
   * The symbol with its quiet zone as text for a terminal that knows 256 colours: two modules above
   * each other in one character, black on white whatever the colours of the terminal are.
   */
  public String toTerminal() {
    return TerminalPicture.of(this);
  }

  /** Modules of a side, with the quiet zone. */
  int span() {
    return size() + 2 * quietZone;
  }

  /** Whether a module of a picture is dark, counted from the corner of the quiet zone. */
  boolean isDark(int x, int y) {
    int column = x - quietZone;
    int row = y - quietZone;
    return column >= 0
        && row >= 0
        && column < size()
        && row < size()
        && modules.isDark(column, row);
  }

  static int modules(int version) {
    return 4 * version + 17;
  }

  private static void checkRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " " + value + " outside " + min + ".." + max);
    }
  }

  /** Two symbols are equal if they and their quiet zones look the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof QrSymbol that
        && quietZone == that.quietZone
        && modules.equals(that.modules);
  }

  @Override
  public int hashCode() {
    return modules.hashCode();
  }

  /** Version and level only: the modules are a pass. */
  @Override
  public String toString() {
    return "QrSymbol[" + version + "-" + level + "]";
  }

  /** What a symbol shall be like. */
  public static final class Builder {
    private final String text;
    private ErrorCorrection level = ErrorCorrection.M;
    private int maxVersion = MAX_VERSION;
    private int quietZone = QUIET_ZONE;

    private Builder(String text) {
      this.text = SymbolEncoding.checkText(text);
    }

    /** The level of error correction; {@link ErrorCorrection#M} if not set. */
    public Builder level(ErrorCorrection level) {
      this.level = Objects.requireNonNull(level);
      return this;
    }

    /**
     * The largest version to accept; {@link #MAX_VERSION} if not set. Cards and screens have a
     * largest symbol that low-end phones still read, and a text beyond it should fail here.
     *
     * @param version 1 to 40
     * @throws IllegalArgumentException if the number is out of its range
     */
    public Builder maxVersion(int version) {
      checkRange("version", version, 1, MAX_VERSION);
      this.maxVersion = version;
      return this;
    }

    /**
     * Modules of white on each side of the pictures; {@link #QUIET_ZONE} if not set. Less is right
     * only where the page around the picture is white by itself.
     *
     * @param modules 0 to 64
     * @throws IllegalArgumentException if the number is out of its range
     */
    public Builder quietZone(int modules) {
      checkRange("quiet zone", modules, 0, MAX_QUIET_ZONE);
      this.quietZone = modules;
      return this;
    }

    /**
     * Draws the symbol.
     *
     * @throws SymbolTooLargeException if the text needs a version above the allowed one
     */
    public QrSymbol build() throws SymbolTooLargeException {
      return SymbolEncoding.encode(text, level, maxVersion, quietZone);
    }
  }
}
