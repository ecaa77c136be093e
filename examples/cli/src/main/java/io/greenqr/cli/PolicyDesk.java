package io.greenqr.cli;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import io.greenqr.issue.trust.TrustListEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies of a scheme, {@code policy-NAME.VERSION.gqd} in its directory. */
final class PolicyDesk {
  private final PublishingDirectory directory;

  PolicyDesk(PublishingDirectory directory) {
    this.directory = directory;
  }

  /** The name of the file of a policy, without its end. */
  static String name(PolicyDocument policy) {
    return fileName(policy) + "." + policy.version();
  }

  /** The same without the version. */
  static String fileName(PolicyDocument policy) {
    return fileName(policy.name());
  }

  /** Names of policies have slashes, and no underscores. */
  private static String fileName(String name) {
    return "policy-" + name.replace('/', '_');
  }

  /** The newest published version of each policy, by {@link #fileName}. */
  Map<String, Long> versions() throws CliException {
    return FileNames.policies(directory.path(), PublishingDirectory.PUBLISHED);
  }

  /** The files of the drafts that wait for signatures. */
  List<Path> drafts() throws CliException {
    List<Path> drafts = new ArrayList<>();
    FileNames.policies(directory.path(), PublishingDirectory.DRAFT)
        .forEach((name, version) -> drafts.add(directory.draft(name + "." + version)));
    return drafts;
  }

  /** Publishes the drafts that enough have signed. */
  void publishSigned(SchemeRoots roots, Console console) throws CliException, PublishException {
    for (Path file : drafts()) {
      DocumentDraft draft = DocumentFile.draft(file);
      String name = name(draft.content(PolicyDocument.class));
      requireName(file, directory.draft(name));
      Signatories signatories = Signatories.of(draft, roots);
      if (signatories.areComplete()) {
        directory.publish(name, draft.complete(signatories.roles()));
        console.say(directory.published(name) + ": published; the next list puts it in force");
      } else {
        console.say("note: " + file + " waits for signatures");
      }
    }
  }

  /** Puts the newest version of each policy in force. */
  void pin(TrustListEditor editor, SchemeRoots roots, boolean newRoot)
      throws CliException, PublishException {
    for (Map.Entry<String, Long> newest : versions().entrySet()) {
      String name = newest.getKey() + "." + newest.getValue();
      SignedDocument signed = DocumentFile.any(directory.published(name));
      DocumentDraft draft = DocumentDraft.of(signed);
      PolicyDocument policy = draft.content(PolicyDocument.class);
      requireName(directory.published(name), directory.published(name(policy)));
      if (!Signatories.of(draft, roots).areComplete()) {
        throw new CliException(
            GreenQr.REJECTED,
            "SIGNATURES_MISSING",
            directory.published(name)
                + ": is not signed by those who hold the role now; type greenqr trust sign "
                + directory.published(name)
                + " --key POLICY.pem");
      }
      // Pins begin anew under a new root; there the same version may be signed by others.
      if (newRoot && isPinned(editor, policy)) {
        editor.unpinDocument(PolicyDocument.PIN_KIND, policy.name());
      }
      editor.pinPolicy(signed);
    }
  }

  private static boolean isPinned(TrustListEditor editor, PolicyDocument policy) {
    return editor.documentPins().stream()
        .anyMatch(pin -> pin.kind() == PolicyDocument.PIN_KIND && pin.name().equals(policy.name()));
  }

  /** What a pin names, if it is a policy that is there; checked where it is used. */
  Optional<BundledDocument> find(DocumentPin pin) throws CliException {
    Path file = directory.published(fileName(pin.name()) + "." + pin.version());
    if (pin.kind() != PolicyDocument.PIN_KIND || !Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(BundledDocument.of(pin.kind(), pin.name(), DocumentFile.any(file).bytes()));
  }

  private static void requireName(Path file, Path expected) throws CliException {
    PublishingDirectory.requireName(file, file.equals(expected));
  }
}
