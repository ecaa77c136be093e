package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.json.IssuerKeyJson;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.key.KeyException;
import io.greenqr.issue.key.Pkcs11Token;
import io.greenqr.issue.key.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an issuer's key pair. */
@Command(
    name = "keygen",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a key pair: DIR/issuer.key.pem (PKCS#8, readable by its owner only) and",
      "DIR/issuer.pub.json, which verifiers pin. Existing files are never overwritten.",
      "With --pkcs11 the key is made in the token and stays there.",
      "",
      "Example: greenqr keygen --alg p256 --issuer \"City Health Department\" --out keys"
    })
final class KeygenCommand implements Callable<Integer> {
  private enum Algorithm {
    P256,
    ED25519
  }

  private final Console console;

  @Option(names = "--alg", required = true, description = "${COMPLETION-CANDIDATES}")
  private Algorithm algorithm = Algorithm.P256;

  @Option(names = "--issuer", required = true, description = "name that gates show")
  private String issuer = "";

  @Option(
      names = "--claims",
      split = ",",
      paramLabel = "KIND",
      description = "what the key may sign: declaration,vaccination,test,monitoring; default: all")
  private @Nullable Set<String> claims;

  @Option(names = "--not-before", paramLabel = "TIME", converter = InstantConverter.class)
  private @Nullable Instant notBefore;

  @Option(names = "--not-after", paramLabel = "TIME", converter = InstantConverter.class)
  private @Nullable Instant notAfter;

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out = Path.of(".");

  @Mixin private TokenOptions token = new TokenOptions();

  KeygenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CliException {
    return token.isGiven() ? inToken() : inFile();
  }

  /** Makes the key where it stays, and writes down only what everybody may know. */
  private int inToken() throws CliException {
    String alias = token.alias();
    if (algorithm != Algorithm.P256 || alias == null) {
      throw CliException.usage("a token makes keys with --alg p256, and --alias names them");
    }
    Path open = newPublicFile();
    // What can be wrong is found before there is a key: it would stay in the token.
    statement(SigningKey.generate(SignatureAlgorithm.ESP256).publicKey());
    try (Pkcs11Token opened = token.open(console)) {
      IssuerKey statement = statement(opened.generate(alias).publicKey());
      writeNew(open, IssuerKeyJson.write(statement), false);
      console.say(open + ": " + statement.key() + ", for those who verify");
      return GreenQr.OK;
    } catch (KeyException e) {
      throw token.refused(e);
    } catch (IllegalArgumentException e) {
      throw CliException.usage("--alias has 1 to 64 of A-Z a-z 0-9 . _ -");
    }
  }

  private Path newPublicFile() throws CliException {
    Path open = out.resolve("issuer.pub.json");
    if (Files.exists(open)) {
      throw exists(open);
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw LocalFile.unwritable(out);
    }
    return open;
  }

  private int inFile() throws CliException {
    token.requireNothing();
    SigningKey key =
        SigningKey.generate(
            algorithm == Algorithm.P256 ? SignatureAlgorithm.ESP256 : SignatureAlgorithm.ED25519);
    IssuerKey statement = statement(key.publicKey());
    Path secret = out.resolve("issuer.key.pem");
    Path open = newPublicFile();
    writeNew(secret, key.toPem(), true);
    writeNew(open, IssuerKeyJson.write(statement), false);
    console.say(secret + ": private key, keep it secret");
    console.say(open + ": " + statement.key() + ", for those who verify");
    return GreenQr.OK;
  }

  private IssuerKey statement(CoseKey key) throws CliException {
    try {
      IssuerKey.Builder statement = IssuerKey.builder(issuer, key, ClaimKinds.of(claims));
      if (notBefore != null) {
        statement.notBefore(notBefore);
      }
      if (notAfter != null) {
        statement.notAfter(notAfter);
      }
      return statement.build();
    } catch (InvalidValueException e) {
      throw new CliException(GreenQr.USAGE, e.fault().name(), reason(e.fault()));
    }
  }

  private static String reason(FormatFault fault) {
    return switch (fault) {
      // In the locale C, Java reads arguments as ASCII and puts question marks for the rest.
      case ISSUER_NAME ->
          "--issuer takes 1 to 64 bytes of letters, digits, single spaces and '-.,&()/;"
              + " for letters with accents the locale must be UTF-8, such as LC_ALL=C.UTF-8";
      case TIME_ORDER -> "--not-after must be later than --not-before";
      case TIME_RANGE -> "--not-before and --not-after lie between 1970 and 9999";
      default -> "a key cannot be described so";
    };
  }

  /** The mode is set as the file is made: there is no moment at which others can read the key. */
  private static void writeNew(Path file, String text, boolean secret) throws CliException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        secret && posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw LocalFile.unwritable(file);
    }
  }

  private static CliException exists(Path file) {
    return new CliException(
        GreenQr.UNREADABLE, "FILE_EXISTS", file + ": exists and is never overwritten");
  }
}
