package io.greenqr.benchmarks.report;

import io.greenqr.benchmarks.report.BarChart.Bar;
import io.greenqr.benchmarks.report.BarChart.Panel;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;

/** The picture of docs/benchmarks.md: verifications of one CPU second, on the first JDK. */
final class Chart {
  private final Run run;
  private final Jdk jdk;

  Chart(Run run) {
    this.run = run;
    this.jdk = run.jdks().get(0);
  }

  String svg(String where) {
    BarChart chart =
        new BarChart(
            "Verifications in one second of processor time",
            "From QR text to answer, one thread, one key; more is better; bars show the interval of"
                + " 99.9 %",
            "JDK " + jdk.version() + ", " + where);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      List<Bar> bars = new ArrayList<>();
      add(bars, "Green QR, verifyAll of 64", Plan.verifyAll(algorithm, Plan.OURS), true);
      add(bars, "Green QR", Plan.verify(algorithm, Plan.OURS), true);
      add(bars, "Green QR, 32 KB a key", Plan.verify(algorithm, Plan.OURS_SMALL), true);
      for (String engine : Plan.PROVIDERS) {
        add(bars, "Green QR on " + plain(engine), Plan.verify(algorithm, engine), false);
      }
      add(
          bars,
          "Green QR on " + plain(Plan.BOUNCY_CASTLE),
          Plan.verify(algorithm, Plan.BOUNCY_CASTLE),
          false);
      run.opensslNanos(algorithm)
          .ifPresent(
              it -> bars.add(new Bar("openssl speed, signature alone", it.perSecond(), false)));
      if (algorithm == SignatureAlgorithm.ESP256) {
        Plan.PEERS.forEach(peer -> add(bars, plain(peer), Plan.peer(peer), false));
      }
      chart.add(new Panel(Tables.label(algorithm), bars));
    }
    return chart.svg();
  }

  private void add(List<Bar> bars, String label, Case what, boolean ours) {
    run.of(jdk, what).cpu().ifPresent(it -> bars.add(new Bar(label, it.perSecond(), ours)));
  }

  private static String plain(String engineOrPeer) {
    return Tables.name(engineOrPeer).replaceFirst(" \\(.*|, lightweight", "");
  }
}
