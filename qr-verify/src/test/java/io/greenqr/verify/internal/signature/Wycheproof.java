package io.greenqr.verify.internal.signature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.verify.TestIssuer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Assumptions;

/**
 * Cases of the project Wycheproof (C2SP/wycheproof, directory testvectors_v1). They do not come
 * with this repository: {@code -Dgreenqr.wycheproof=DIR} says where they are; without it they are
 * looked for beside the repository, in {@code ../shared/vectors/wycheproof}.
 */
public final class Wycheproof {
  private Wycheproof() {}

  /** One signature, and whether it is one. */
  public static final class Case {
    private final String name;
    private final int id;
    private final CoseKey key;
    private final byte[] message;
    private final byte[] signature;
    private final boolean valid;

    private Case(String file, JsonNode test, CoseKey key, byte[] signature) {
      this.name = file + " " + test.get("tcId");
      this.id = test.get("tcId").intValue();
      this.key = key;
      this.message = hex(test.get("msg"));
      this.signature = signature;
      this.valid = test.get("result").textValue().equals("valid");
    }

    private Case(Case other, byte[] signature) {
      this.name = other.name;
      this.id = other.id;
      this.key = other.key;
      this.message = other.message;
      this.signature = signature;
      this.valid = other.valid;
    }

    int id() {
      return id;
    }

    public boolean isValid() {
      return valid;
    }

    public byte[] signature() {
      return signature;
    }

    public CoseKey key() {
      return key;
    }

    public byte[] message() {
      return message;
    }

    /** The same case with its signature spelled in another way. */
    public Case withSignature(byte[] spelled) {
      return new Case(this, spelled);
    }

    boolean isVerifiedBy(SignatureEngine engine) {
      return engine.prepare(key).verifies(message, signature);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All cases of a file; aborts the test, and says so, where there is none. */
  public static List<Case> read(String file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(directory().resolve(file)));
    List<Case> cases = new ArrayList<>();
    for (JsonNode group : root.get("testGroups")) {
      CoseKey key = key(group.get("publicKey"));
      for (JsonNode test : group.get("tests")) {
        cases.add(new Case(file, test, key, hex(test.get("sig"))));
      }
    }
    return cases;
  }

  /** Of a file in DER those that are two numbers of at most 32 bytes: every valid one is. */
  public static List<Case> readPairs(String file) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Case one : read(file)) {
      Optional<byte[]> pair = pair(one.signature());
      assertTrue(pair.isPresent() || !one.isValid(), one + " is valid and not understood");
      pair.ifPresent(signature -> cases.add(one.withSignature(signature)));
    }
    return cases;
  }

  /** r and s, where the signature is strict DER of two numbers that fit. */
  static Optional<byte[]> pair(byte[] der) {
    try {
      ASN1Sequence sequence = ASN1Sequence.getInstance(der);
      if (sequence.size() != 2 || !Arrays.equals(sequence.getEncoded("DER"), der)) {
        return Optional.empty();
      }
      BigInteger r = ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue();
      BigInteger s = ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue();
      boolean fits =
          r.signum() >= 0 && s.signum() >= 0 && r.bitLength() <= 256 && s.bitLength() <= 256;
      return fits ? Optional.of(TestIssuer.pair(r, s)) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Path directory() {
    String given = System.getProperty("greenqr.wycheproof");
    if (given != null) {
      return Path.of(given);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolveSibling("shared").resolve("vectors").resolve("wycheproof");
      if (Files.isDirectory(at.resolve(".mvn")) && Files.isDirectory(beside)) {
        return beside;
      }
    }
    return Assumptions.abort(
        "NOT TESTED against Wycheproof: no ../shared/vectors/wycheproof beside the repository, and"
            + " no -Dgreenqr.wycheproof=DIR with testvectors_v1 of C2SP/wycheproof");
  }

  private static CoseKey key(JsonNode json) {
    if (json.has("pk")) {
      return CoseKey.ed25519(hex(json.get("pk")));
    }
    byte[] point = hex(json.get("uncompressed"));
    return CoseKey.p256(Arrays.copyOfRange(point, 1, 33), Arrays.copyOfRange(point, 33, 65));
  }

  private static byte[] hex(JsonNode json) {
    return HexFormat.of().parseHex(json.textValue());
  }
}
