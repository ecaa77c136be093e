package io.greenqr.cli;

import io.greenqr.issue.key.KeyException;
import io.greenqr.issue.key.PassSigner;
import io.greenqr.issue.key.Pkcs11Token;
import io.greenqr.issue.key.Pkcs12File;
import io.greenqr.issue.key.SigningKey;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose signature: a key in a file, in a PKCS #12 file or in a token. */
final class SignerOptions {
  @Option(names = "--key", paramLabel = "FILE.pem", description = "private key, PKCS#8 PEM")
  private @Nullable Path key;

  @Option(
      names = "--p12",
      paramLabel = "FILE.p12",
      description = "private key with its certificate under a password, PKCS #12")
  private @Nullable Path p12;

  @Mixin private TokenOptions token = new TokenOptions();

  boolean isGiven() {
    return key != null || p12 != null || token.isGiven();
  }

  /** Opens the key that was named; without one the command line is wrong. */
  OpenSigner open(Console console) throws CliException {
    int given = (key == null ? 0 : 1) + (p12 == null ? 0 : 1) + (token.isGiven() ? 1 : 0);
    if (given != 1) {
      throw CliException.usage("give one of --key, --p12 and --pkcs11");
    }
    if (token.isGiven()) {
      return inToken(console);
    }
    if (key != null) {
      token.requireNothing();
      return new OpenSigner(inPem(key, console), null);
    }
    token.requireNoToken();
    return new OpenSigner(inPkcs12(p12 == null ? Path.of("") : p12, console), null);
  }

  /** What was named, for messages. */
  String source() {
    return String.valueOf(key != null ? key : p12 != null ? p12 : token.library());
  }

  private static PassSigner inPem(Path file, Console console) throws CliException {
    try {
      return SigningKey.fromPem(LocalFile.text(file, console)).signer();
    } catch (KeyException e) {
      throw new CliException(
          GreenQr.UNREADABLE, e.fault().name(), file + ": no private key that can be used");
    }
  }

  private PassSigner inPkcs12(Path file, Console console) throws CliException {
    byte[] bytes = LocalFile.bytes(file, Pkcs12File.MAX_SIZE);
    char[] password = token.pin(console, "Password of " + file + ": ");
    try {
      Pkcs12File opened = Pkcs12File.open(bytes, password);
      String alias = token.alias();
      return alias == null ? opened.signer() : opened.signer(alias);
    } catch (KeyException e) {
      String reason =
          switch (e.fault()) {
            case PASSWORD_WRONG -> "the password is wrong, or the file was changed";
            case KEY_MISSING -> "no key with this --alias";
            case KEY_AMBIGUOUS -> "several keys; --alias chooses one";
            default -> "no private key that can be used";
          };
      throw new CliException(GreenQr.UNREADABLE, e.fault().name(), file + ": " + reason);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private OpenSigner inToken(Console console) throws CliException {
    Pkcs11Token opened = token.open(console);
    boolean found = false;
    try {
      String alias = token.alias();
      OpenSigner signer =
          new OpenSigner(alias == null ? opened.signer() : opened.signer(alias), opened);
      found = true;
      return signer;
    } catch (KeyException e) {
      throw token.refused(e);
    } finally {
      if (!found) {
        opened.close();
      }
    }
  }
}
