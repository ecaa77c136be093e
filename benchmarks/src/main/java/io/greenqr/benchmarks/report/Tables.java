package io.greenqr.benchmarks.report;

import io.greenqr.format.cose.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blocks of docs/benchmarks.md, out of one run. */
final class Tables {
  private static final double MICRO = 1e-3;
  private static final SignatureAlgorithm ECDSA = SignatureAlgorithm.ESP256;
  private static final SignatureAlgorithm EDDSA = SignatureAlgorithm.ED25519;

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(Plan.OURS, "**Green QR**, default"),
          Map.entry(Plan.OURS_SMALL, "**Green QR**, 32 KB a key"),
          Map.entry("BOUNCY_CASTLE", "BouncyCastle 1.87, lightweight"),
          Map.entry("SUN_EC", "SunEC (the JDK's)"),
          Map.entry("CONSCRYPT", "Conscrypt 2.5.2"),
          Map.entry("CORRETTO", "Corretto provider 2.5.0"),
          Map.entry(Plan.STUB, "no signature check (twin)"),
          Map.entry(Plan.DIGG, "DIGG 1.0.2 as it comes"),
          Map.entry("DIGG_BOUNCY_CASTLE", "DIGG with BouncyCastle"),
          Map.entry("DIGG_CORRETTO", "DIGG with Corretto"),
          Map.entry("SWISS", "Swiss sdk-core 3.3.0"));

  private final Run run;

  Tables(Run run) {
    this.run = run;
  }

  static String name(String engineOrPeer) {
    return NAMES.getOrDefault(engineOrPeer, engineOrPeer);
  }

  /** Signature engines beside openssl. */
  String signatures() {
    StringBuilder text = new StringBuilder();
    for (Jdk jdk : run.jdks()) {
      Table table =
          new Table(
              "engine", "ESP256 µs", "× openssl", "Ed25519 µs", "× openssl", "bytes", "bytes (Ed)");
      table.row(
          "`openssl speed`, " + run.openssl().version(),
          Numbers.of(openssl(ECDSA).map(it -> it.times(MICRO))),
          openssl(ECDSA).isPresent() ? "1" : Numbers.NONE,
          Numbers.of(openssl(EDDSA).map(it -> it.times(MICRO))),
          openssl(EDDSA).isPresent() ? "1" : Numbers.NONE,
          Numbers.NONE,
          Numbers.NONE);
      for (String engine : Plan.signatureEngines()) {
        Measurement ecdsa = run.of(jdk, Plan.signature(ECDSA, engine));
        Measurement eddsa = run.of(jdk, Plan.signature(EDDSA, engine));
        table.row(
            name(engine),
            micros(ecdsa),
            Numbers.of(ratio(openssl(ECDSA), ecdsa.cpu())),
            micros(eddsa),
            Numbers.of(ratio(openssl(EDDSA), eddsa.cpu())),
            Numbers.mean(ecdsa.bytes()),
            Numbers.mean(eddsa.bytes()));
      }
      text.append(heading(jdk)).append(table).append('\n');
    }
    return text.toString();
  }

  /** From text to answer, beside the other systems; one thread, and all. */
  String verification() {
    StringBuilder text = new StringBuilder();
    for (Jdk jdk : run.jdks()) {
      Table table =
          new Table("from text to answer", "µs", "a CPU second", "× openssl", "bytes allocated");
      for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
        List<String> engines = new ArrayList<>(Plan.signatureEngines());
        engines.add(Plan.STUB);
        for (String engine : engines) {
          row(table, jdk, algorithm, name(engine), Plan.verify(algorithm, engine));
        }
        for (String engine : List.of(Plan.OURS, Plan.OURS_SMALL)) {
          row(
              table,
              jdk,
              algorithm,
              name(engine) + ", `verifyAll` of 64",
              Plan.verifyAll(algorithm, engine));
        }
      }
      for (String peer : Plan.PEERS) {
        row(table, jdk, ECDSA, name(peer), Plan.peer(peer));
      }
      text.append(heading(jdk)).append(table).append('\n').append(allCores(jdk)).append('\n');
    }
    return text.toString();
  }

  private void row(Table table, Jdk jdk, SignatureAlgorithm algorithm, String who, Case what) {
    Measurement measured = run.of(jdk, what);
    table.row(
        label(algorithm) + ", " + who,
        micros(measured),
        Numbers.of(measured.cpu().map(Estimate::perSecond)),
        Numbers.of(ratio(openssl(algorithm), measured.cpu())),
        Numbers.mean(measured.bytes()));
  }

  private String allCores(Jdk jdk) {
    Table table =
        new Table(
            "all " + Jmh.cores() + " cores at once", "a second, by the wall clock", "CPU µs each");
    for (Case what : Plan.onAllCores()) {
      Measurement measured = run.of(jdk, what);
      String engine = what.parameters().getOrDefault("engine", what.parameters().get("peer"));
      String algorithm = what.parameters().getOrDefault("algorithm", ECDSA.name());
      table.row(
          label(SignatureAlgorithm.valueOf(algorithm)) + ", " + name(String.valueOf(engine)),
          Numbers.of(measured.wall().map(it -> it.perSecond().times(Jmh.cores()))),
          micros(measured));
    }
    return table.toString();
  }

  /** Growth with the number of keys. */
  String keys() {
    StringBuilder text = new StringBuilder();
    for (Jdk jdk : run.jdks()) {
      Table table = new Table("keys", "ESP256 µs", "rate kept", "Ed25519 µs", "rate kept");
      for (int keys : Plan.KEYS) {
        Measurement ecdsa = run.of(jdk, Plan.keys(ECDSA, keys));
        Measurement eddsa = run.of(jdk, Plan.keys(EDDSA, keys));
        table.row(
            Numbers.of(keys).replace(".00", "").replace(".0", ""),
            micros(ecdsa),
            percent(ratio(run.of(jdk, Plan.keys(ECDSA, 1)).cpu(), ecdsa.cpu())),
            micros(eddsa),
            percent(ratio(run.of(jdk, Plan.keys(EDDSA, 1)).cpu(), eddsa.cpu())));
      }
      text.append(heading(jdk)).append(table).append('\n');
    }
    return text.toString();
  }

  /** What is around a verification. */
  String others() {
    StringBuilder text = new StringBuilder();
    for (Jdk jdk : run.jdks()) {
      Table table = new Table("benchmark", "µs", "bytes allocated");
      for (Case what : Plan.others()) {
        Measurement measured = run.of(jdk, what);
        table.row("`" + what + "`", micros(measured), Numbers.mean(measured.bytes()));
      }
      text.append(heading(jdk)).append(table).append('\n');
    }
    return text.toString();
  }

  /** What was measured in processes of their own. */
  String processes() {
    StringBuilder text = new StringBuilder();
    for (Jdk jdk : run.jdks()) {
      Table table = new Table("milliseconds", "ESP256", "Ed25519");
      Optional<Processes> measured = run.processes(jdk);
      if (measured.isPresent()) {
        Processes p = measured.get();
        String n = ", of " + run.length().processes + " processes";
        for (String what : List.of("load", "cpu", "wall")) {
          String title =
              switch (what) {
                case "load" -> "one key made ready, CPU";
                case "cpu" -> "first verification after that, CPU";
                default -> "first verification after that, wall clock";
              };
          table.row(
              title + ": median / longest" + n,
              span(p.firstMedian(ECDSA, what), p.firstLongest(ECDSA, what)),
              span(p.firstMedian(EDDSA, what), p.firstLongest(EDDSA, what)));
        }
        load(table, p, "build", "a trust list of 1,000 keys built and put in place, wall clock");
        load(table, p, "cpu", "longest scan meanwhile, CPU");
        load(table, p, "stopped", "scanning thread stopped by locks or waiting, in all");
        load(table, p, "wall", "longest scan meanwhile, wall clock");
        load(table, p, "idleCpu", "longest scan with nothing built, CPU");
        load(table, p, "idleWall", "longest scan with nothing built, wall clock");
      }
      text.append(heading(jdk)).append(table).append('\n');
    }
    return text.toString();
  }

  private static void load(Table table, Processes measured, String what, String title) {
    table.row(
        title, Numbers.of(measured.load(ECDSA, what)), Numbers.of(measured.load(EDDSA, what)));
  }

  private static String span(double median, double longest) {
    return Numbers.of(median) + " / " + Numbers.of(longest);
  }

  private Optional<Estimate> openssl(SignatureAlgorithm algorithm) {
    return run.opensslNanos(algorithm);
  }

  static Optional<Estimate> ratio(Optional<Estimate> reference, Optional<Estimate> measured) {
    return reference.flatMap(above -> measured.map(above::by));
  }

  private static String percent(Optional<Estimate> ratio) {
    return ratio.map(it -> Numbers.of(it.times(100)) + " %").orElse(Numbers.NONE);
  }

  private static String micros(Measurement measured) {
    return measured
        .cpu()
        .map(it -> Numbers.of(it.times(MICRO)))
        .orElseGet(
            () -> measured.failure().isEmpty() ? Numbers.NONE : "– (" + measured.failure() + ")");
  }

  static String label(SignatureAlgorithm algorithm) {
    return algorithm == ECDSA ? "ESP256" : "Ed25519";
  }

  private static String heading(Jdk jdk) {
    return "JDK " + jdk.version() + ":\n\n";
  }
}
