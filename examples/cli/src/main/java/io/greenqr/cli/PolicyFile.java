package io.greenqr.cli;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.policy.PolicyContent;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A policy in a file: its JSON form, or a signed document or draft. */
final class PolicyFile {
  /** Bytes of a JSON form of the most characters, and of any document. */
  private static final int MAX_BYTES = 4 * PolicyJson.MAX_CHARS;

  private PolicyFile() {}

  /** The policy that {@code file} describes. */
  static PolicyDocument json(Path file, Console console) throws CliException {
    String json = LocalFile.text(file, console);
    try {
      return PolicyJson.read(json);
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no policy, " + LocalFile.place(e));
    }
  }

  /** The policy of either form; signatures are not verified. */
  static PolicyDocument any(Path file, Console console) throws CliException {
    if (file.toString().equals(LocalFile.STANDARD_INPUT) || isJson(file)) {
      return json(file, console);
    }
    SignedDocument document = DocumentFile.any(file);
    try {
      if (document.type() == DocumentType.POLICY) {
        return PolicyDocument.decode(document.unverifiedPayload());
      }
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no policy, at byte " + e.offset());
    }
    throw new CliException(
        GreenQr.UNREADABLE, "WRONG_DOCUMENT", file + ": a document, and no policy");
  }

  static List<PolicyDocument> all(List<Path> files, Console console) throws CliException {
    List<PolicyDocument> policies = new ArrayList<>();
    for (Path file : files) {
      policies.add(any(file, console));
    }
    return policies;
  }

  /** What a policy says, if this release can read it. */
  static PolicyContent content(Path file, PolicyDocument policy) throws CliException {
    return policy
        .content()
        .orElseThrow(
            () ->
                new CliException(
                    GreenQr.UNREADABLE,
                    "POLICY_UNREADABLE",
                    file + ": in language " + policy.language() + ", which this release lacks"));
  }

  /** A document begins with a tag of CBOR, which is no character of JSON. */
  private static boolean isJson(Path file) throws CliException {
    for (byte one : LocalFile.bytes(file, MAX_BYTES)) {
      if (one != ' ' && one != '\n' && one != '\r' && one != '\t') {
        return one == '{' || one == (byte) 0xef;
      }
    }
    return true;
  }
}
