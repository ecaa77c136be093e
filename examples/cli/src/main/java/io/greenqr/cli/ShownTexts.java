package io.greenqr.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts that one person shows, from the command line or from standard input. */
final class ShownTexts {
  private ShownTexts() {}

  /** The texts, with the lines of standard input in the place of a dash. */
  static List<String> of(List<String> arguments, Console console) throws CliException {
    List<String> texts = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(LocalFile.STANDARD_INPUT)) {
        LocalFile.text(Path.of(argument), console).lines().forEach(texts::add);
      } else {
        texts.add(argument);
      }
    }
    return texts;
  }
}
