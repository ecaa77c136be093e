package io.greenqr.benchmarks.report;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures that are promised, as ratios within one run. */
final class Acceptance {
  private static final SignatureAlgorithm ECDSA = SignatureAlgorithm.ESP256;

  private final Run run;
  private final Jdk jdk;

  Acceptance(Run run, Jdk jdk) {
    this.run = run;
    this.jdk = jdk;
  }

  /** One promise: a bound on a figure, from below or from above. */
  record Promise(String what, boolean atLeast, double bound, String unit, Optional<Estimate> got) {
    /** Whether it holds; open if the interval of the figure has the bound in it. */
    String verdict() {
      if (got.isEmpty() || Double.isNaN(got.get().mean())) {
        return "not measured";
      }
      Estimate figure = got.get();
      if (Math.abs(figure.mean() - bound) < figure.error()) {
        return "open: within the error";
      }
      return figure.mean() >= bound == atLeast || figure.mean() == bound
          ? "holds"
          : "does not hold";
    }

    String target() {
      return (atLeast ? "≥ " : "≤ ") + Numbers.of(bound) + unit;
    }

    String figure() {
      return got.map(it -> Numbers.of(it) + unit).orElse(Numbers.NONE);
    }
  }

  /** All promises for one JDK. */
  List<Promise> promises() {
    List<Promise> all = new ArrayList<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      boolean ecdsa = algorithm == ECDSA;
      String name = Tables.label(algorithm) + ": ";
      Optional<Estimate> openssl = run.opensslNanos(algorithm);
      Optional<Estimate> ours = cpu(Plan.verify(algorithm, Plan.OURS));
      all.add(
          faster(name + "text → answer, against `openssl speed`", ecdsa ? 2.4 : 5, openssl, ours));
      all.add(
          faster(
              name + "text → answer, against the signature alone of the fastest provider",
              ecdsa ? 2 : 1.8,
              fastestProvider(algorithm),
              ours));
      if (ecdsa) {
        all.add(faster(name + "text → answer, against DIGG", 10, cpu(Plan.peer(Plan.DIGG)), ours));
      }
      all.add(
          faster(
              name + "with 32 KB a key, against `openssl speed`",
              ecdsa ? 1.9 : 5,
              openssl,
              cpu(Plan.verify(algorithm, Plan.OURS_SMALL))));
      all.add(
          faster(
              name + "`verifyAll` of 64, against `openssl speed`",
              ecdsa ? 3.2 : 7,
              openssl,
              cpu(Plan.verifyAll(algorithm, Plan.OURS))));
      all.add(
          new Promise(name + "everything but the signature", false, 5, " %", restShare(algorithm)));
      all.add(
          new Promise(
              name + "allocation of a verification",
              false,
              1024,
              " bytes",
              run.of(jdk, Plan.verify(algorithm, Plan.OURS)).bytes()));
      all.add(
          new Promise(
              name + "rate with 1,000 keys at random, of that with one",
              true,
              75,
              " %",
              Tables.ratio(cpu(Plan.keys(algorithm, 1)), cpu(Plan.keys(algorithm, 1_000)))
                  .map(it -> it.times(100))));
      all.add(
          new Promise(
              name + "a policy of ten rules, of the signature alone",
              false,
              10,
              " %",
              Tables.ratio(cpu(Plan.admission()), cpu(Plan.signature(algorithm, Plan.OURS)))
                  .map(it -> it.times(100))));
      processes(all, name, algorithm);
    }
    return all;
  }

  private void processes(List<Promise> all, String name, SignatureAlgorithm algorithm) {
    Optional<Processes> measured = run.processes(jdk);
    all.add(
        new Promise(
            name + "first verification of a process, CPU, median",
            false,
            5,
            " ms",
            measured.map(it -> exactly(it.firstMedian(algorithm, "cpu")))));
    all.add(
        new Promise(
            name + "all scans while 1,000 keys are loaded, stopped by locks or waiting",
            false,
            1,
            " ms",
            measured.map(it -> exactly(it.load(algorithm, "stopped")))));
  }

  private static Estimate exactly(double value) {
    return new Estimate(value, Double.NaN);
  }

  private static Promise faster(
      String what, double bound, Optional<Estimate> other, Optional<Estimate> ours) {
    return new Promise(what, true, bound, " ×", Tables.ratio(other, ours));
  }

  private Optional<Estimate> cpu(Case what) {
    return run.of(jdk, what).cpu();
  }

  private Optional<Estimate> fastestProvider(SignatureAlgorithm algorithm) {
    return Stream.concat(Plan.PROVIDERS.stream(), Stream.of(Plan.BOUNCY_CASTLE))
        .map(provider -> cpu(Plan.signature(algorithm, provider)))
        .flatMap(Optional::stream)
        .min((a, b) -> Double.compare(a.mean(), b.mean()));
  }

  /** The twin in percent of a verification. */
  private Optional<Estimate> restShare(SignatureAlgorithm algorithm) {
    return Tables.ratio(
            cpu(Plan.verify(algorithm, Plan.STUB)), cpu(Plan.verify(algorithm, Plan.OURS)))
        .map(it -> it.times(100));
  }

  /** One table for all JDKs of a run. */
  static String table(Run run) {
    List<String> titles = new ArrayList<>(List.of("promised", "bound"));
    List<List<Promise>> columns = new ArrayList<>();
    for (Jdk jdk : run.jdks()) {
      titles.add("JDK " + jdk.version());
      columns.add(new Acceptance(run, jdk).promises());
    }
    Table table = new Table(titles.toArray(new String[0]));
    List<Promise> first = Objects.requireNonNull(columns.get(0));
    for (int i = 0; i < first.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(first.get(i).what(), first.get(i).target()));
      for (List<Promise> column : columns) {
        Promise promise = column.get(i);
        cells.add(promise.figure() + ": " + promise.verdict());
      }
      table.row(cells.toArray(new String[0]));
    }
    return table.toString();
  }
}
