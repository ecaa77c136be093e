package io.greenqr.quickstart;

import io.greenqr.format.code.CodeSet;
import io.greenqr.format.code.Exposure;
import io.greenqr.format.code.MonitoringState;
import io.greenqr.format.code.Symptom;
import io.greenqr.format.code.TestMethod;
import io.greenqr.format.code.TestResult;
import io.greenqr.format.code.VaccineProduct;
import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.Subject;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.format.pass.Tests;
import io.greenqr.format.pass.Vaccination;
import io.greenqr.format.text.PassText;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.issue.IssuedPass;
import io.greenqr.issue.PassIssuer;
import io.greenqr.issue.key.SigningKey;
import io.greenqr.issue.symbol.QrSymbol;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import io.greenqr.verify.Rejected;
import io.greenqr.verify.Verification;
import io.greenqr.verify.trust.TrustException;
import io.greenqr.verify.trust.TrustList;
import io.greenqr.verify.trust.TrustedKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;

/**
 * Issues a pass with all four claims, draws it, reads the picture back and verifies it with no
 * network; then shows codes that are turned away, each with its reason, and what the rules of a
 * market make of the pass.
 */
public final class Quickstart {
  private final PrintStream out;
  private final Path folder;
  private final Instant now;

  private Quickstart(PrintStream out, Path folder, Instant now) {
    this.out = out;
    this.folder = folder;
    this.now = now;
  }

  /** Runs in the folder given as the first argument, or in {@code quickstart-out}. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "quickstart-out");
    // Names have letters that the encoding of the terminal's locale may lack.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    run(out, folder, Instant.now());
  }

  static void run(PrintStream out, Path folder, Instant now) throws Exception {
    Files.createDirectories(folder);
    new Quickstart(out, folder, now.truncatedTo(ChronoUnit.SECONDS)).run();
  }

  private void run() throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ESP256);
    IssuerKey statement =
        IssuerKey.builder("City Health Department", key.publicKey(), EnumSet.allOf(ClaimKind.class))
            .build();
    out.println("1. A health authority makes a key");
    out.println("   " + statement.issuer() + ", " + key.publicKey());

    IssuedPass issued = issue(key, statement);
    String text = issued.text(PassText.QR);
    out.println();
    out.println("2. It signs one pass with " + issued.claims().pass().kinds());
    out.printf("   %d bytes, %d characters of QR text%n", issued.bytes().length, text.length());
    out.println("   " + text);

    QrSymbol symbol = draw(text);
    out.println();
    out.printf(
        "3. The QR symbol: version %d-%s, %d x %d modules%n",
        symbol.version(), symbol.level(), symbol.size(), symbol.size());
    out.println("   written to " + folder.resolve("pass.png") + " and pass.svg");
    out.println(symbol.toTerminal());

    String scanned = PngPicture.readText(folder.resolve("pass.png"));
    PassVerifier verifier = verifier(statement);
    out.println("4. A gate without network reads the picture and verifies");
    show("the pass", verifier, scanned);
    out.println();
    out.println("5. What does not pass, and why");
    show("one character changed", verifier, tampered(scanned));
    show("the same pass in 31 days", later(statement, Duration.ofDays(31)), scanned);
    show("signed with a key of nobody we know", verifier, foreign(statement));
    out.println();
    out.println("6. A printed card turns red without being issued again");
    new PaperCard(out, folder, clock(now)).run(key, statement);
    out.println();
    out.println("7. May the person enter? Signed rules say so, and why not");
    new MarketGate(out, folder, clock(now)).run(statement, scanned);
  }

  private IssuedPass issue(SigningKey key, IssuerKey statement) throws Exception {
    // README: issue
    Subject subject = Subject.of("Trần Văn Minh Phương", Birth.of(LocalDate.of(1984, 3, 12)));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Pass pass =
        Pass.builder(subject)
            .vaccination(
                Vaccination.of(
                    List.of(
                        Dose.of(VaccineProduct.VAXZEVRIA, 1, 2, today.minusDays(90)),
                        Dose.of(VaccineProduct.VAXZEVRIA, 2, 2, today.minusDays(30)))))
            .tests(
                Tests.of(
                    List.of(
                        TestRecord.of(
                            TestMethod.ANTIGEN,
                            TestResult.NOT_DETECTED,
                            now.minus(Duration.ofHours(20))))))
            .declaration(
                Declaration.of(
                    now.minus(Duration.ofHours(1)),
                    CodeSet.of(Symptom.class),
                    CodeSet.of(Exposure.class)))
            .monitoring(Monitoring.of(MonitoringState.RELEASED, today.minusDays(40)))
            .assurance(
                Assurance.NONE
                    .with(ClaimKind.VACCINATION, Assurance.Level.REGISTRY)
                    .with(ClaimKind.TEST, Assurance.Level.FACILITY)
                    .with(ClaimKind.MONITORING, Assurance.Level.FACILITY))
            .build();
    PassIssuer issuer = PassIssuer.of(key.signer(), statement, clock(now));
    IssuedPass issued = issuer.issue(pass, Duration.ofDays(30));
    // README: end
    return issued;
  }

  private QrSymbol draw(String text) throws Exception {
    // README: draw
    QrSymbol symbol = QrSymbol.of(text);
    Files.write(folder.resolve("pass.png"), symbol.toPng(8));
    Files.writeString(folder.resolve("pass.svg"), symbol.toSvg());
    // README: end
    return symbol;
  }

  private PassVerifier verifier(IssuerKey statement) throws TrustException {
    return later(statement, Duration.ZERO);
  }

  private PassVerifier later(IssuerKey statement, Duration delay) throws TrustException {
    Clock clock = clock(now.plus(delay));
    // README: trust
    TrustList trust = TrustList.of(TrustedKey.of(statement));
    PassVerifier verifier = PassVerifier.of(trust, clock);
    // README: end
    return verifier;
  }

  private static Clock clock(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private void show(String what, PassVerifier verifier, String text) {
    // README: verify
    Verification verification = verifier.verify(text);
    if (verification instanceof Accepted accepted) {
      out.printf("   %s: accepted, signed by %s%n", what, accepted.issuer());
      out.printf("      holds until %s%n", accepted.claims().expires());
      out.printf("      name  %s%n", accepted.pass().subject().name());
      out.printf("      born  %s%n", accepted.pass().subject().birth().iso());
      out.printf("      says  %s%n", accepted.pass().kinds());
    } else if (verification instanceof Rejected rejected) {
      out.printf("   %s: rejected, %s%n", what, rejected.rejection());
    }
    // README: end
  }

  /** The text with its last character, which is part of the signature, exchanged. */
  private static String tampered(String text) {
    int last = text.length() - 2;
    char other = text.charAt(last) == '0' ? '1' : '0';
    return text.substring(0, last) + other + text.substring(last + 1);
  }

  /** A pass of the same content under a key that is in no trust list. */
  private String foreign(IssuerKey statement) throws Exception {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ESP256);
    IssuerKey pretended =
        IssuerKey.builder(statement.issuer(), key.publicKey(), statement.claims()).build();
    return issue(key, pretended).text(PassText.QR);
  }
}
