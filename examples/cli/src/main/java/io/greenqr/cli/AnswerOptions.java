package io.greenqr.cli;

import io.greenqr.cli.TimeOptions.InstantConverter;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.TrafficLight;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionPolicy;
import io.greenqr.verify.admission.Site;
import io.greenqr.verify.admission.ViewRole;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is asked about a person, and how much of the answer is shown to whom. */
final class AnswerOptions {
  @Option(
      names = "--site",
      required = true,
      paramLabel = "J/PLACE[/ROLE]",
      converter = SiteConverter.class,
      description = "such as VN-SG/market/customer")
  private Site site = Site.of("", "");

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "as of this time; default: now")
  private @Nullable Instant at;

  @Option(names = "--lang", paramLabel = "vi|en", description = "default: en")
  private Language language = Language.EN;

  @Option(
      names = "--view",
      paramLabel = "shop|checkpoint|officer",
      converter = ViewConverter.class,
      description = "who looks at the answer; default: shop")
  private ViewRole view = ViewRole.SHOP;

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  static final class ViewConverter implements ITypeConverter<ViewRole> {
    @Override
    public ViewRole convert(String text) {
      return switch (text) {
        case "shop" -> ViewRole.SHOP;
        case "checkpoint" -> ViewRole.CHECKPOINT;
        case "officer" -> ViewRole.HEALTH_OFFICER;
        default ->
            throw new TypeConversionException("'" + text + "' is not shop, checkpoint or officer");
      };
    }
  }

  /** One time for a whole run: passes and policies are asked about the same second. */
  Clock clock() {
    Instant now = at == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : at;
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** Asks, prints, and gives the exit code. */
  int answer(
      AdmissionPolicy policies, List<Verification> shown, AdmissionOrigin origin, Console console) {
    Admission admission = policies.evaluate(site, shown);
    ShownAnswer answer = new ShownAnswer(admission, shown, view, language, origin);
    if (json) {
      console.out().println(AdmissionJson.of(answer));
    } else {
      AdmissionWords.of(answer).forEach(console::say);
    }
    return admission.colour() == TrafficLight.GREEN ? GreenQr.OK : GreenQr.REJECTED;
  }
}
