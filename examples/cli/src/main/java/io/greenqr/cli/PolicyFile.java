package io.greenqr.cli;

import io.greenqr.format.fault.FormatException;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.policy.PolicyJson;
import java.nio.file.Path;

/** The JSON form of a policy in a file. */
final class PolicyFile {
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
}
