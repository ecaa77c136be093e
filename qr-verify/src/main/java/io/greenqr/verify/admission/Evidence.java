package io.greenqr.verify.admission;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.pass.Declaration;
import io.greenqr.format.pass.Dose;
import io.greenqr.format.pass.Monitoring;
import io.greenqr.format.pass.Pass;
import io.greenqr.format.pass.TestRecord;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.PassVerifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one person that count at one time (docs/spec/policy.md section 5).
 *
 * <p>What speaks for the person must be vouched for and must have happened; what speaks against him
 * always counts, so that no newer, better or more trusted claim can hide it.
 */
final class Evidence {
  private static final long SKEW = PassVerifier.DEFAULT_SKEW.toMillis() / 1000;
  private static final int DAY = 86_400;

  private final Assurance needed;
  private final long now;
  private final int offset;
  private final int today;

  private List<VaccinationView.DoseView> doses = Collections.emptyList();
  private List<TestsView.TestView> tests = Collections.emptyList();
  private @Nullable DeclarationView declaration;
  private final MonitoringHistory monitoring = new MonitoringHistory();
  private long nextChange = Long.MAX_VALUE;

  /**
   * Gathers what counts.
   *
   * @param now seconds since 1970
   * @param offset seconds that local time is ahead of UTC
   */
  Evidence(ShownPasses shown, Assurance needed, long now, int offset) {
    this.needed = needed;
    this.now = now;
    this.offset = offset;
    this.today = day(now);
    List<Accepted> accepted = shown.accepted();
    for (int i = 0; i < accepted.size(); i++) {
      Accepted pass = accepted.get(i);
      long expires = pass.claims().expires().getEpochSecond();
      if (now < expires) {
        nextChange = Math.min(nextChange, expires);
        add(pass.pass());
      }
    }
  }

  private int day(long seconds) {
    return (int) Math.floorDiv(seconds + offset, (long) DAY);
  }

  private void add(Pass pass) {
    if (pass.vaccination().isPresent()) {
      int level = level(pass, ClaimKind.VACCINATION);
      for (Dose dose : pass.vaccination().get().doses()) {
        addDose(new VaccinationView.DoseView(dose, level));
      }
    }
    if (pass.tests().isPresent()) {
      int level = level(pass, ClaimKind.TEST);
      for (TestRecord test : pass.tests().get().records()) {
        addTest(new TestsView.TestView(test, level));
      }
    }
    if (pass.declaration().isPresent()) {
      addDeclaration(pass.declaration().get(), level(pass, ClaimKind.DECLARATION));
    }
    if (pass.monitoring().isPresent()) {
      addMonitoring(pass.monitoring().get(), level(pass, ClaimKind.MONITORING));
    }
  }

  private static int level(Pass pass, ClaimKind kind) {
    return pass.assurance().level(kind).code();
  }

  private boolean isVouchedFor(ClaimKind kind, int level) {
    return level >= needed.level(kind).code();
  }

  private void addDose(VaccinationView.DoseView dose) {
    if (isVouchedFor(ClaimKind.VACCINATION, dose.assurance()) && hasBegun(dose.day())) {
      if (doses.isEmpty()) {
        doses = new ArrayList<>(4);
      }
      VaccinationView.insert(doses, dose);
    }
  }

  private void addTest(TestsView.TestView test) {
    boolean counts =
        test.isPositive()
            || (isVouchedFor(ClaimKind.TEST, test.assurance()) && hasHappened(test.sampledAt()));
    if (counts) {
      if (tests.isEmpty()) {
        tests = new ArrayList<>(4);
      }
      TestsView.insert(tests, test);
    }
  }

  private void addDeclaration(Declaration made, int level) {
    DeclarationView view = new DeclarationView(made, level);
    if (isVouchedFor(ClaimKind.DECLARATION, level)
        && hasHappened(view.at())
        && (declaration == null || view.isAfter(declaration))) {
      declaration = view;
    }
  }

  /** A release that does not count still says that there is something to be released from. */
  private void addMonitoring(Monitoring stated, int level) {
    boolean counts =
        level >= Assurance.Level.FACILITY.code()
            && isVouchedFor(ClaimKind.MONITORING, level)
            && hasBegun((int) stated.since().toEpochDay());
    monitoring.add(new MonitoringView(stated, level, counts));
  }

  /** A claim dated ahead would hold for longer than it may. */
  private boolean hasHappened(long at) {
    boolean happened = at <= now + SKEW;
    if (!happened) {
      nextChange = Math.min(nextChange, at - SKEW);
    }
    return happened;
  }

  private boolean hasBegun(int day) {
    boolean begun = day <= today;
    if (!begun) {
      nextChange = Math.min(nextChange, (long) day * DAY - offset);
    }
    return begun;
  }

  @Nullable VaccinationView vaccination() {
    return VaccinationView.of(doses);
  }

  @Nullable TestsView tests() {
    return TestsView.of(tests);
  }

  @Nullable DeclarationView declaration() {
    return declaration;
  }

  MonitoringHistory monitoring() {
    return monitoring;
  }

  /** The local date, in days since 1970. */
  int today() {
    return today;
  }

  /** Whether there is a positive test that no later release answers. */
  boolean isPositive() {
    MonitoringView released = monitoring.released();
    for (int i = 0; i < tests.size(); i++) {
      TestsView.TestView test = tests.get(i);
      if (test.isPositive() && (released == null || released.since() <= day(test.sampledAt()))) {
        return true;
      }
    }
    return false;
  }

  /** The next second at which other claims count, with the same passes; {@code MAX_VALUE}: none. */
  long nextChange() {
    return nextChange;
  }
}
