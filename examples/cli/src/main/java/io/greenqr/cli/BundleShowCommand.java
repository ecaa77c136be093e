package io.greenqr.cli;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.TrustBundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints every document. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows what a bundle says, UNVERIFIED.")
final class BundleShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.gqb")
  private Path file = Path.of("");

  BundleShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    TrustBundle bundle = read(file);
    console.out().println("UNVERIFIED");
    for (SignedDocument root : bundle.roots()) {
      print(root);
    }
    print(bundle.trustList());
    for (SignedDocument list : bundle.statusLists()) {
      print(list);
    }
    for (SignedDocument delta : bundle.deltas()) {
      print(delta);
    }
    for (BundledDocument document : bundle.documents()) {
      if (document.kind() == PolicyDocument.PIN_KIND) {
        print(policy(document));
      } else {
        console.out().println(PrintableText.of(document.toString()));
      }
    }
    return GreenQr.OK;
  }

  private SignedDocument policy(BundledDocument document) throws CliException {
    try {
      return SignedDocument.parse(document.bytes(), DocumentType.POLICY);
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE,
          e.fault().name(),
          file + ": policy " + document.name() + ", at byte " + e.offset());
    }
  }

  private void print(SignedDocument document) throws CliException {
    try {
      DocumentWords.of(document).forEach(console.out()::println);
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE,
          e.fault().name(),
          file + ": a " + document.type().jsonName() + ", at byte " + e.offset());
    }
  }

  private static TrustBundle read(Path file) throws CliException {
    try {
      return TrustBundle.parse(LocalFile.bytes(file, FormatLimits.MAX_BUNDLE_BYTES));
    } catch (FormatException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no bundle, at byte " + e.offset());
    }
  }
}
