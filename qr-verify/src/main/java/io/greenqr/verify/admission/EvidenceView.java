package io.greenqr.verify.admission;

import io.greenqr.format.pass.Birth;
import io.greenqr.format.pass.Subject;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.internal.certlogic.NullValue;
import io.greenqr.verify.internal.certlogic.ObjectView;
import io.greenqr.verify.internal.certlogic.TextValue;
import io.greenqr.verify.internal.certlogic.TimeText;
import io.greenqr.verify.internal.certlogic.Value;
import org.jspecify.annotations.Nullable;

/** What conditions see: the view of docs/spec/policy.md section 6. Members are made when read. */
final class EvidenceView extends ObjectView {
  private final ShownPasses shown;
  private final Evidence evidence;
  private final Site site;
  private final TrustTimes trust;
  private final Value clock;
  private final Value today;
  private final @Nullable VaccinationView vaccination;
  private final @Nullable TestsView tests;
  private final @Nullable MonitoringView monitoring;
  private final External external = new External();

  /**
   * The view at {@code now}.
   *
   * @param now seconds since 1970
   * @param offset minutes that local time is ahead of UTC
   */
  EvidenceView(
      ShownPasses shown, Evidence evidence, Site site, TrustTimes trust, long now, int offset) {
    this.shown = shown;
    this.evidence = evidence;
    this.site = site;
    this.trust = trust;
    this.clock = TimeText.clock(now);
    this.today = TimeText.today(evidence.today(), offset);
    this.vaccination = evidence.vaccination();
    this.tests = evidence.tests();
    this.monitoring = evidence.monitoring().newest();
  }

  private EvidenceView(EvidenceView that, MonitoringView monitoring) {
    this.shown = that.shown;
    this.evidence = that.evidence;
    this.site = that.site;
    this.trust = that.trust;
    this.clock = that.clock;
    this.today = that.today;
    this.vaccination = that.vaccination;
    this.tests = that.tests;
    this.monitoring = monitoring;
  }

  /** The same view with another state of monitoring in place of the newest. */
  EvidenceView with(MonitoringView state) {
    return new EvidenceView(this, state);
  }

  private static Value orNull(@Nullable Value value) {
    return value == null ? NullValue.NULL : value;
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "external" -> external;
      case "site" -> new SiteView();
      case "person" -> new Person();
      case "declaration" -> orNull(evidence.declaration());
      case "vaccination" -> orNull(vaccination);
      case "tests" -> orNull(tests);
      case "monitoring" -> orNull(monitoring);
      case "released" -> orNull(evidence.monitoring().released());
      case "status" -> TextValue.of(status());
      case "trust" -> new Trust();
      default -> NullValue.NULL;
    };
  }

  private String status() {
    if (shown.has(Accepted.StatusKnowledge.RESTRICTED)) {
      return "restricted";
    }
    if (shown.has(Accepted.StatusKnowledge.UNCHECKED)) {
      return "unchecked";
    }
    return shown.has(Accepted.StatusKnowledge.NO_REFERENCE) ? "none" : "valid";
  }

  private final class External extends ObjectView {
    @Override
    public Value member(String name) {
      return switch (name) {
        case "validationClock" -> clock;
        case "today" -> today;
        default -> NullValue.NULL;
      };
    }
  }

  private final class SiteView extends ObjectView {
    @Override
    public Value member(String name) {
      return switch (name) {
        case "jurisdiction" -> TextValue.of(site.jurisdiction());
        case "place" -> TextValue.of(site.place());
        case "role" -> site.role().isPresent() ? TextValue.of(site.role().get()) : NullValue.NULL;
        default -> NullValue.NULL;
      };
    }
  }

  private final class Person extends ObjectView {
    @Override
    public Value member(String name) {
      Subject subject = shown.subject();
      return subject != null && name.equals("birth") ? birth(subject.birth()) : NullValue.NULL;
    }

    private Value birth(Birth birth) {
      return birth.date().isPresent()
          ? TimeText.day((int) birth.date().get().toEpochDay())
          : TextValue.of(birth.iso());
    }

    @Override
    public boolean isEmpty() {
      return shown.subject() == null;
    }
  }

  private final class Trust extends ObjectView {
    @Override
    public Value member(String name) {
      return switch (name) {
        case "freshness" -> TextValue.of(freshness());
        case "asOf" -> asOf();
        default -> NullValue.NULL;
      };
    }

    private Value asOf() {
      Long asOf = trust.asOf();
      return asOf == null ? NullValue.NULL : TimeText.at(asOf);
    }

    private String freshness() {
      return trust.isStale() ? "stale" : trust.asOf() == null ? "undated" : "fresh";
    }
  }
}
