package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.ListChanges;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.issue.trust.BundlePublisher;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Puts what was published into the file that checkpoints fetch. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the bundle of the newest list: complete, or with what has changed since a list that",
      "checkpoints hold.",
      "",
      "Example: greenqr bundle build --dir scheme --out today.gqb",
      "         greenqr bundle build --dir scheme --since 1.41 --out since-1.41.gqb"
    })
final class BundleBuildCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE.gqb")
  private Path out = Path.of("");

  @Option(
      names = "--since",
      paramLabel = "R.V",
      converter = VersionConverter.class,
      description = "a list that was published, such as 1.41")
  private @Nullable TrustVersion since;

  /** {@code root.list}. */
  static final class VersionConverter implements ITypeConverter<TrustVersion> {
    @Override
    public TrustVersion convert(String text) {
      String[] parts = text.split("\\.", -1);
      try {
        if (parts.length == 2) {
          return TrustVersion.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
      } catch (NumberFormatException | InvalidValueException e) {
        // Told below.
      }
      throw new TypeConversionException("'" + text + "' is no version of a list like 1.41");
    }
  }

  BundleBuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException, PublishException {
    PublishingDirectory directory = PublishingDirectory.of(dir);
    SchemeRoots roots = directory.requireRoots();
    Optional<SignedDocument> newest = directory.newestList();
    if (newest.isEmpty()) {
      throw new CliException(
          GreenQr.UNREADABLE, "LIST_MISSING", dir + ": has no list yet; see greenqr trust publish");
    }
    BundlePublisher publisher = BundlePublisher.of(roots, newest.get(), Clock.systemUTC());
    TrustListDocument list = DocumentDraft.of(newest.get()).content(TrustListDocument.class);
    for (StatusPin pin : list.statusPins()) {
      Optional<SignedDocument> status = directory.status(pin.list(), pin.version());
      if (status.isPresent()) {
        publisher.status(status.get());
      }
    }
    PolicyDesk policies = new PolicyDesk(directory);
    for (DocumentPin pin : list.documentPins()) {
      Optional<BundledDocument> policy = policies.find(pin);
      if (policy.isPresent()) {
        publisher.document(policy.get());
      }
    }
    TrustBundle bundle =
        since == null ? publisher.complete() : partial(directory, roots, publisher, list, since);
    byte[] bytes = bundle.bytes();
    LocalFile.replace(out, bytes);
    console.say(
        "%s: list %s, %s, %d bytes"
            .formatted(
                out, list.version(), since == null ? "complete" : "since " + since, bytes.length));
    return GreenQr.OK;
  }

  private static TrustBundle partial(
      PublishingDirectory directory,
      SchemeRoots roots,
      BundlePublisher publisher,
      TrustListDocument list,
      TrustVersion since)
      throws CliException, PublishException {
    SignedDocument earlier = directory.list(since);
    Map<Integer, Long> from = new HashMap<>();
    List<StatusListDocument> held = new ArrayList<>();
    for (StatusPin pin : DocumentDraft.of(earlier).content(TrustListDocument.class).statusPins()) {
      Optional<SignedDocument> status = directory.status(pin.list(), pin.version());
      if (status.isPresent()) {
        from.put(pin.list(), pin.version());
        held.add(DocumentDraft.of(status.get()).content(StatusListDocument.class));
      }
    }
    Map<Integer, Long> to = new HashMap<>();
    list.statusPins().forEach(pin -> to.put(pin.list(), pin.version()));
    for (String name : directory.deltas()) {
      SignedDocument delta = DocumentFile.any(directory.published(name));
      DocumentDraft draft = DocumentDraft.of(delta);
      List<ListChanges> lists = draft.content(StatusDelta.class).lists();
      // Those of a key that a rotation took away are worth nothing: the lists themselves follow.
      if (draft.missing(roots.newest().role(Role.STATUS)) == 0
          && lists.stream().allMatch(it -> it.toVersion() <= to.getOrDefault(it.list(), 0L))
          && lists.stream()
              .anyMatch(it -> it.fromVersion() >= from.getOrDefault(it.list(), Long.MAX_VALUE))) {
        publisher.delta(delta);
      }
    }
    return publisher.partial(earlier, held);
  }
}
