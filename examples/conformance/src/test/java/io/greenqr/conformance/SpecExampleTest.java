package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.json.PassJson;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.CwtClaims;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.PersonId;
import io.greenqr.format.pass.Reading;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.text.PassText;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked example and the sizes of the specification are what the code makes. */
class SpecExampleTest {
  private static final String DOCUMENT = "docs/spec/format.md";
  private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

  /** Published keys: both are made of a sentence, so that nobody takes them for secret. */
  private static final byte[] ESP256_PRIVATE = sha256("Green QR test key ESP256");

  private static final byte[] ED25519_PRIVATE = sha256("Green QR test key Ed25519");

  private static final Instant ISSUED = Instant.parse("2021-09-20T01:00:00Z");
  private static final Instant EXPIRES = Instant.parse("2021-10-20T01:00:00Z");

  @ParameterizedTest
  @EnumSource
  void workedExample(SignatureAlgorithm algorithm) throws Exception {
    Pass pass = PassJson.read(Documents.read("docs/examples/pass-all-four.json"));
    SignedPass signed = sign(algorithm, CwtClaims.of(ISSUED, EXPIRES, pass));
    assertEquals(hex(signed.bytes()), example(algorithm, "bytes"));
    assertEquals(hex(signed.toBeSigned()), example(algorithm, "tbs"));
    assertEquals(signed.text(PassText.QR) + "\n", block(algorithm, "qr"));
    assertEquals(signed.text(PassText.SMS) + "\n", block(algorithm, "sms"));
    String document = Documents.read(DOCUMENT).replaceAll("\\s", "");
    for (String value :
        List.of(
            hex(key(algorithm).encode()),
            hex(key(algorithm).thumbprint()),
            hex(algorithm == SignatureAlgorithm.ESP256 ? ESP256_PRIVATE : ED25519_PRIVATE),
            hex(sha256(signed.unverifiedPayload())))) {
      assertEquals(true, document.contains(value), value);
    }
  }

  private static String block(SignatureAlgorithm algorithm, String what) throws IOException {
    return Documents.block(Documents.read(DOCUMENT), "example: " + algorithm + " " + what);
  }

  /** The hexadecimal digits of a block, whose lines may have comments. */
  private static String example(SignatureAlgorithm algorithm, String what) throws IOException {
    return block(algorithm, what).replaceAll("#[^\\n]*|\\s", "");
  }

  @Test
  void examplesReadAndWriteTheSame() throws IOException, FormatException {
    List<Path> examples = Documents.list("docs/examples", ".json");
    for (Path example : examples) {
      if (example.getFileName().toString().startsWith("pass-")) {
        Pass pass = PassJson.read(Files.readString(example));
        assertEquals(pass, PassJson.read(PassJson.write(pass)), example.toString());
      }
    }
  }

  @Test
  void sizes() throws Exception {
    Subject subject = Subject.of("Trần Văn Minh Phương", Birth.of(LocalDate.of(1984, 3, 12)));
    Dose first = Dose.of(VaccineProduct.VAXZEVRIA, 1, 2, LocalDate.of(2021, 6, 22));
    Dose second = Dose.of(VaccineProduct.VAXZEVRIA, 2, 2, LocalDate.of(2021, 9, 14));
    Vaccination course = Vaccination.of(List.of(first, second));
    Monitoring monitoring = Monitoring.of(MonitoringState.RELEASED, LocalDate.of(2021, 9, 16));
    Reading reading =
        Reading.builder(Instant.parse("2021-09-16T01:00:00Z"), 368, 98)
            .respiratoryRate(16)
            .pulse(74)
            .build();
    Pass.Builder all =
        Pass.builder(subject.withPerson(PersonId.of(HexFormat.of().parseHex("3f9c21d7a04be856"))))
            .declaration(
                Declaration.of(
                    Instant.parse("2021-09-20T00:15:00Z"),
                    CodeSet.of(Symptom.class),
                    CodeSet.of(Exposure.class, Exposure.EPIDEMIC_AREA)))
            .vaccination(course)
            .tests(
                Tests.of(
                    List.of(
                        TestRecord.of(
                            TestMethod.ANTIGEN,
                            TestResult.NOT_DETECTED,
                            Instant.parse("2021-09-19T23:40:00Z")))))
            .status(StatusReference.of(7, 104_233));

    List<List<String>> measured = new ArrayList<>();
    measured.add(sizes(Pass.builder(subject).vaccination(Vaccination.of(List.of(first))).build()));
    measured.add(sizes(Pass.builder(subject).vaccination(course).build()));
    measured.add(sizes(all.monitoring(monitoring).build()));
    measured.add(sizes(all.monitoring(monitoring.withReading(reading)).build()));
    measured.add(sizes(PassJson.read(Documents.read("docs/examples/pass-all-four.json"))));

    List<List<String>> documented =
        Documents.rows(Documents.section(Documents.read(DOCUMENT), "## 15. Sizes")).stream()
            .map(cells -> cells.subList(1, cells.size()))
            .toList();
    assertEquals(documented, measured);
  }

  private static List<String> sizes(Pass pass) throws WriterException {
    SignedPass signed = sign(SignatureAlgorithm.ESP256, CwtClaims.of(ISSUED, EXPIRES, pass));
    String text = signed.text(PassText.QR);
    int version = Encoder.encode(text, ErrorCorrectionLevel.M).getVersion().getVersionNumber();
    return List.of(
        Integer.toString(signed.unverifiedPayload().length),
        Integer.toString(signed.bytes().length),
        Integer.toString(text.length()),
        "version " + version,
        Integer.toString(signed.text(PassText.SMS).length()));
  }

  private static SignedPass sign(SignatureAlgorithm algorithm, CwtClaims claims) {
    byte[] payload = claims.encode();
    CoseKey key = key(algorithm);
    byte[] toBeSigned = SignedPass.toBeSigned(algorithm, key.keyId(), payload);
    return SignedPass.of(
        algorithm,
        key.keyId(),
        payload,
        algorithm == SignatureAlgorithm.ESP256 ? esp256(toBeSigned) : ed25519(toBeSigned));
  }

  private static CoseKey key(SignatureAlgorithm algorithm) {
    if (algorithm == SignatureAlgorithm.ED25519) {
      return CoseKey.ed25519(
          new Ed25519PrivateKeyParameters(ED25519_PRIVATE).generatePublicKey().getEncoded());
    }
    ECPoint point = P256.getG().multiply(new BigInteger(1, ESP256_PRIVATE)).normalize();
    return CoseKey.p256(point.getAffineXCoord().getEncoded(), point.getAffineYCoord().getEncoded());
  }

  /** RFC 6979, so that the example is the same each time, and the low {@code s}. */
  private static byte[] esp256(byte[] toBeSigned) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(
        true,
        new ECPrivateKeyParameters(
            new BigInteger(1, ESP256_PRIVATE),
            new ECDomainParameters(P256.getCurve(), P256.getG(), P256.getN(), P256.getH())));
    BigInteger[] numbers = signer.generateSignature(sha256(toBeSigned));
    BigInteger low = numbers[1].min(P256.getN().subtract(numbers[1]));
    return HexFormat.of().parseHex(String.format("%064x%064x", numbers[0], low));
  }

  private static byte[] ed25519(byte[] toBeSigned) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(ED25519_PRIVATE));
    signer.update(toBeSigned, 0, toBeSigned.length);
    return signer.generateSignature();
  }

  private static byte[] sha256(String sentence) {
    return sha256(sentence.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
