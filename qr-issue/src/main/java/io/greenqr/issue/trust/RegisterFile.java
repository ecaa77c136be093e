package io.greenqr.issue.trust;

import io.greenqr.format.code.TableCode;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatLimits;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.issue.internal.file.DurableFile;
import io.greenqr.issue.internal.file.FileGuard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of a register: a mark, the environment, the lists by number, and the SHA-256 of all
 * that.
 *
 * <p>A list is two payloads of status lists, each behind its length in four bytes: as it was
 * published, of length 0 if it never was; and as it is to be, of length 0 if that is the same. So
 * what was published is kept as it was, and the reader of the format checks all of it.
 */
final class RegisterFile {
  private static final byte[] MARK = "GQ1 status register\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;

  /** Two payloads of each list, with room to spare. */
  private static final int MAX_BYTES =
      2 * FormatLimits.MAX_STATUS_PINS * DocumentType.STATUS_LIST.maxBytes();

  private final Path path;

  /** SHA-256 of the file as it was read or written last. */
  private byte[] digest;

  private RegisterFile(Path path, byte[] digest) {
    this.path = path;
    this.digest = digest;
  }

  static StatusRegister create(Path path, Environment environment) throws IOException {
    byte[] bytes = encode(environment, List.of());
    try (FileGuard guard = FileGuard.take(path)) {
      guard.requireOpen();
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
      DurableFile.replace(path, bytes);
    }
    return new StatusRegister(new RegisterFile(path, sha256(bytes)), environment, Map.of());
  }

  static StatusRegister open(Path path) throws IOException, PublishException {
    byte[] bytes = DurableFile.read(path, MAX_BYTES);
    RegisterFile file = new RegisterFile(path, sha256(bytes));
    try {
      return file.decode(bytes);
    } catch (EOFException | FormatException e) {
      throw new PublishException(PublishFault.REGISTER_DAMAGED, e);
    }
  }

  void save(Environment environment, Collection<RegisteredList> lists)
      throws IOException, PublishException {
    byte[] bytes = encode(environment, lists);
    try (FileGuard guard = FileGuard.take(path)) {
      guard.requireOpen();
      PublishException.require(
          Files.exists(path) && Arrays.equals(sha256(DurableFile.read(path, MAX_BYTES)), digest),
          PublishFault.REGISTER_CHANGED);
      DurableFile.replace(path, bytes);
    }
    digest = sha256(bytes);
  }

  static byte[] encode(Environment environment, Collection<RegisteredList> lists)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MARK);
      out.writeByte(environment.code());
      out.writeShort(lists.size());
      for (RegisteredList list : lists) {
        StatusListDocument published = list.published().orElse(null);
        write(out, published);
        write(out, list.isChanged() ? draft(environment, list, published) : null);
      }
    }
    bytes.write(sha256(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /** The version and time of a list that is yet to be published mean nothing. */
  private static StatusListDocument draft(
      Environment environment, RegisteredList list, @Nullable StatusListDocument published) {
    return published == null
        ? StatusListDocument.of(environment, list.list(), 1, Instant.EPOCH, list.entries())
        : StatusListDocument.of(
            environment, list.list(), published.version(), published.issuedAt(), list.entries());
  }

  private static void write(DataOutputStream out, @Nullable StatusListDocument list)
      throws IOException {
    byte[] payload = list == null ? new byte[0] : list.encode();
    out.writeInt(payload.length);
    out.write(payload);
  }

  private StatusRegister decode(byte[] bytes)
      throws IOException, PublishException, FormatException {
    int length = bytes.length - DIGEST;
    requireIntact(
        length > MARK.length
            && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
            && Arrays.equals(
                sha256(Arrays.copyOf(bytes, length)),
                Arrays.copyOfRange(bytes, length, bytes.length)));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    in.skipNBytes(MARK.length);
    Environment environment =
        TableCode.find(Environment.class, in.readUnsignedByte())
            .orElseThrow(() -> new PublishException(PublishFault.REGISTER_DAMAGED));
    Map<Integer, RegisteredList> lists = new TreeMap<>();
    int count = in.readUnsignedShort();
    requireIntact(count <= FormatLimits.MAX_STATUS_PINS);
    for (int i = 0; i < count; i++) {
      RegisteredList list = list(environment, read(in), read(in));
      requireIntact(lists.put(list.list(), list) == null);
    }
    requireIntact(in.read() < 0);
    return new StatusRegister(this, environment, lists);
  }

  private static @Nullable StatusListDocument read(DataInputStream in)
      throws IOException, PublishException, FormatException {
    int length = in.readInt();
    requireIntact(length >= 0 && length <= DocumentType.STATUS_LIST.maxBytes());
    if (length == 0) {
      return null;
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return StatusListDocument.decode(payload);
  }

  private static RegisteredList list(
      Environment environment,
      @Nullable StatusListDocument published,
      @Nullable StatusListDocument draft)
      throws PublishException {
    StatusListDocument now = draft == null ? published : draft;
    if (now == null) {
      throw new PublishException(PublishFault.REGISTER_DAMAGED);
    }
    requireIntact(now.environment() == environment);
    requireIntact(
        published == null
            || (published.environment() == environment
                && published.list() == now.list()
                && published.entries().size() == now.entries().size()));
    return new RegisteredList(now.list(), published, now.entries());
  }

  private static void requireIntact(boolean holds) throws PublishException {
    PublishException.require(holds, PublishFault.REGISTER_DAMAGED);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
