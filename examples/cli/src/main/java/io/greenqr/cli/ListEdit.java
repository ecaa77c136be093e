package io.greenqr.cli;

import io.greenqr.format.cose.KeyId;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.TrustListEditor;
import java.nio.file.Path;
import java.util.HexFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One change to the keys of the next trust list. */
interface ListEdit {
  /** Makes the change and says what it was. */
  String apply(TrustListEditor editor) throws CliException, PublishException;

  /** Makes a change, keeps it, and tells what to type next. */
  static int run(Path dir, Console console, ListEdit edit) throws CliException, PublishException {
    try (DirectoryGuard guard = DirectoryGuard.take(PublishingDirectory.of(dir))) {
      PublishingDirectory directory = guard.directory();
      NextList next = NextList.of(directory, directory.requireRoots());
      TrustListEditor editor = next.edited();
      String done = edit.apply(editor);
      int dropped = next.keep(editor);
      console.say(done + ", in the next list");
      if (dropped > 0) {
        console.say(dropped + " signatures of the list before this change were dropped");
      }
      console.say("next: greenqr trust publish --dir " + dir);
      return GreenQr.OK;
    }
  }

  /** Eight hexadecimal digits. */
  final class KeyIdConverter implements ITypeConverter<KeyId> {
    @Override
    public KeyId convert(String text) {
      try {
        return KeyId.of(HexFormat.of().parseHex(text));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + text + "' is no key identifier: eight hexadecimal digits");
      }
    }
  }
}
