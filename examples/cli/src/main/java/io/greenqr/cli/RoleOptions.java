package io.greenqr.cli;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.issue.trust.RootEditor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who holds which role, by the files of their public keys. */
final class RoleOptions {
  @Option(
      names = "--root",
      paramLabel = "PUB.json",
      arity = "1..*",
      description = "a key of those who sign roots")
  private List<Path> root = new ArrayList<>();

  @Option(names = "--root-threshold", paramLabel = "N", description = "how many must sign")
  private @Nullable Integer rootThreshold;

  @Option(
      names = "--list",
      paramLabel = "PUB.json",
      arity = "1..*",
      description = "a key of those who sign trust lists")
  private List<Path> list = new ArrayList<>();

  @Option(names = "--list-threshold", paramLabel = "N")
  private @Nullable Integer listThreshold;

  @Option(
      names = "--status",
      paramLabel = "PUB.json",
      arity = "1..*",
      description = "a key of those who sign status lists")
  private List<Path> status = new ArrayList<>();

  @Option(names = "--status-threshold", paramLabel = "N", description = "at first 1")
  private @Nullable Integer statusThreshold;

  @Option(
      names = "--freshness",
      paramLabel = "PUB.json",
      arity = "1..*",
      description = "a key of those who sign freshness cards")
  private List<Path> freshness = new ArrayList<>();

  @Option(names = "--freshness-threshold", paramLabel = "N", description = "at first 1")
  private @Nullable Integer freshnessThreshold;

  @Option(
      names = "--policy",
      paramLabel = "PUB.json",
      arity = "1..*",
      description = "a key of those who sign policies; a scheme need not have them")
  private List<Path> policy = new ArrayList<>();

  @Option(names = "--policy-threshold", paramLabel = "N", description = "at first 1")
  private @Nullable Integer policyThreshold;

  @Option(
      names = "--allow-single-signer",
      description = "allows roots and lists in production that one person alone signs")
  private boolean singleSigner;

  /** Gives the roles that were named to those who were named; the others stay. */
  void applyTo(RootEditor editor, Console console) throws CliException {
    // Whoever makes the first root says how many must sign what opens gates: no default is right.
    apply(editor, Role.ROOT, root, rootThreshold, null, console);
    apply(editor, Role.LIST, list, listThreshold, null, console);
    apply(editor, Role.STATUS, status, statusThreshold, 1, console);
    apply(editor, Role.FRESHNESS, freshness, freshnessThreshold, 1, console);
    apply(editor, Role.POLICY, policy, policyThreshold, 1, console);
    if (singleSigner) {
      editor.allowSingleSigner();
    }
  }

  private static void apply(
      RootEditor editor,
      Role role,
      List<Path> files,
      @Nullable Integer given,
      @Nullable Integer first,
      Console console)
      throws CliException {
    RoleKeys before = editor.roles().get(role.code());
    if ((before != null || !role.isRequired()) && files.isEmpty() && given == null) {
      return;
    }
    List<CoseKey> keys = new ArrayList<>();
    for (Path file : files) {
      keys.add(LocalFile.issuerKey(file, console).key());
    }
    if (keys.isEmpty()) {
      if (before == null) {
        throw CliException.usage("--" + role.jsonName() + " names at least one key");
      }
      keys.addAll(before.keys());
    }
    Integer threshold =
        given != null ? given : before != null ? (Integer) before.threshold() : first;
    if (threshold == null) {
      throw CliException.usage("--" + role.jsonName() + "-threshold says how many must sign");
    }
    try {
      editor.role(role, threshold, keys);
    } catch (InvalidValueException e) {
      throw new CliException(
          GreenQr.USAGE,
          e.fault().name(),
          "--" + role.jsonName() + ": 1 to 16 keys, each once, and a threshold up to their number");
    }
  }
}
