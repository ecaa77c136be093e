package io.greenqr.cli;

import picocli.CommandLine;

/** Makes the commands, which need the streams of the run. */
final class CommandFactory implements CommandLine.IFactory {
  private final Console console;

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == KeygenCommand.class) {
      return type.cast(new KeygenCommand(console));
    }
    if (type == IssueCommand.class) {
      return type.cast(new IssueCommand(console));
    }
    if (type == VerifyCommand.class) {
      return type.cast(new VerifyCommand(console));
    }
    if (type == InspectCommand.class) {
      return type.cast(new InspectCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
