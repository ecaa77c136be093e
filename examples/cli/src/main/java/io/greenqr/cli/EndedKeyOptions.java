package io.greenqr.cli;

import io.greenqr.cli.ListEdit.KeyIdConverter;
import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.TrustListEditor;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Which issuer's key ends, and when. */
final class EndedKeyOptions {
  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of the scheme")
  private Path dir = Path.of("");

  @Option(
      names = "--kid",
      required = true,
      paramLabel = "KID",
      converter = KeyIdConverter.class,
      description = "the key's identifier, eight hexadecimal digits")
  private KeyId kid = KeyId.of(new byte[KeyId.LENGTH]);

  @Option(
      names = "--since",
      required = true,
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "passes issued at this second or later do not hold")
  private Instant since = Instant.EPOCH;

  /** How a key ends. */
  interface End {
    void apply(TrustListEditor editor, CoseKey key, Instant since) throws PublishException;
  }

  /** Ends the key in the next list; {@code word} says how. */
  int run(Console console, End end, String word) throws CliException, PublishException {
    return ListEdit.run(
        dir,
        console,
        editor -> {
          CoseKey key = editor.find(kid).key();
          end.apply(editor, key, since);
          return key + " of " + editor.find(kid).issuer() + " is " + word + " since " + since;
        });
  }
}
