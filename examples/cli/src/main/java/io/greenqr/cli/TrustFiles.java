package io.greenqr.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes the files behind {@code --trust}: one, and those after it that end in {@code .json}, so
 * that the text of a code can follow.
 */
final class TrustFiles implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> args, ArgSpec arg, CommandSpec command) {
    if (args.isEmpty()) {
      throw new CommandLine.MissingParameterException(
          command.commandLine(), arg, "--trust wants a file");
    }
    List<Path> files = arg.getValue();
    do {
      files.add(Path.of(args.pop()));
    } while (!args.isEmpty() && args.peek().endsWith(".json"));
  }
}
