package io.greenqr.cli;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.verify.Verification;
import io.greenqr.verify.reader.ScannerInput;
import java.nio.file.Path;
import java.time.Instant;

/** Passes of which only the content counts, as a text or in the JSON form. */
final class UnverifiedPasses {
  private final Instant now;
  private final SimulatedGate gate;
  private final Console console;

  UnverifiedPasses(Instant now, Console console) {
    this.now = now;
    this.gate = SimulatedGate.pinned(now);
    this.console = console;
  }

  /** What a gate would say if it trusted whoever signed. */
  Verification verify(String argument) throws CliException {
    if (argument.startsWith("@")) {
      return json(Path.of(argument.substring(1)));
    }
    if (argument.endsWith(".json")) {
      return json(Path.of(argument));
    }
    String text = ScannerInput.clean(argument);
    try {
      return gate.verify(SignedPass.parseText(text).unverifiedClaims());
    } catch (FormatException e) {
      return gate.verify(text);
    }
  }

  private Verification json(Path file) throws CliException {
    String json = LocalFile.text(file, console);
    try {
      return gate.verify(CwtClaims.of(now, now.plus(ShownPass.LIFE), PassJson.read(json)));
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no pass, " + LocalFile.place(e));
    } catch (InvalidValueException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no pass, " + e.field());
    }
  }
}
