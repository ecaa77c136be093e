package io.greenqr.format.json;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.pass.Pass;

/**
 * The JSON form of a pass (docs/spec/json.md): what issuers feed from their databases and what
 * applications print. It is never signed.
 *
 * <p>Reading is strict: unknown or repeated members, wrong types, dates that do not exist and
 * values that the format cannot carry are faults that name the member.
 */
public final class PassJson {
  /** Characters of a document. */
  public static final int MAX_CHARS = 65_536;

  private PassJson() {}

  /**
   * Reads a pass.
   *
   * @throws FormatException with a fault of layer JSON or PAYLOAD and the member that has it
   */
  public static Pass read(String json) throws FormatException {
    return JsonDocument.read(json, PassJsonReader::pass);
  }

  /** Writes {@code pass} on one line; {@link #read} gives an equal pass. */
  public static String write(Pass pass) {
    return PassJsonWriter.pass(pass).toString();
  }

  /** Writes {@code pass} with line breaks, for people. */
  public static String writeIndented(Pass pass) {
    return PassJsonWriter.pass(pass).toPrettyString();
  }
}
