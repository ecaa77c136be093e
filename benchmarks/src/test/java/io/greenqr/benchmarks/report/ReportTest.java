package io.greenqr.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.greenqr.benchmarks.ColdStart;
import io.greenqr.benchmarks.KeyLoad;
import io.greenqr.benchmarks.Sample;
import io.greenqr.format.cose.SignatureAlgorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportTest {
  /** What {@code openssl speed -mr} printed, of OpenSSL 3.0. */
  private static final String OPENSSL =
      """
      +DTP:256:verify:ecdsa:1
      +R6:16855:256:1.00
      +F4:3:256:51926.262626:16855.000000
      +F4:4:384:1000.0:1.0
      +F6:0:253:Ed25519:27275.000000:9947.000000
      +F6:1:456:Ed448:27275.000000:1.0
      """;

  @BeforeAll
  static void otherRunsMayGoOn() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void opensslGivesNanosecondsOfVerification() {
    Openssl openssl = Openssl.find();
    openssl.add(OPENSSL);
    assertEquals(List.of(1e9 / 16855), List.copyOf(openssl.samples(SignatureAlgorithm.ESP256)));
    assertEquals(List.of(1e9 / 9947), List.copyOf(openssl.samples(SignatureAlgorithm.ED25519)));
  }

  @Test
  void planHasEachCaseOnceAndKnowsWhatIsMissing() {
    List<Case> cases = Plan.cases();
    assertEquals(cases.size(), new HashSet<>(cases).size());
    assertTrue(Plan.verify(SignatureAlgorithm.ESP256, Plan.OURS).exists());
    assertTrue(Plan.peer("SWISS").exists());
    assertFalse(Plan.verify(SignatureAlgorithm.ESP256, "NOBODY").exists());
    assertFalse(Case.of("NoBenchmark.verify").exists());
  }

  @Test
  void forkGivesProcessorTimeAndAllocation() {
    Measurement measured = new Measurement();
    new Jmh(Length.TINY).fork(Case.of("ParseBenchmark.parse"), Jdk.current().java(), measured);
    assertEquals("", measured.failure());
    double cpu = measured.cpu().orElseThrow().mean();
    assertTrue(cpu > 100, "nanoseconds: " + cpu);
    // A thread's own time is part of the wall clock; what JMH does between is in neither.
    double wall = measured.wall().orElseThrow().mean();
    assertTrue(cpu < wall * 1.5, cpu + " of " + wall);
    assertTrue(measured.bytes().orElseThrow().mean() > 100);
  }

  @Test
  void failedForkTellsWhy() {
    Measurement measured = new Measurement();
    new Jmh(Length.TINY)
        .fork(
            Plan.signature(SignatureAlgorithm.ED25519, "CONSCRYPT"),
            Jdk.current().java(),
            measured);
    assertTrue(measured.failure().contains("Ed25519"), measured.failure());
    assertTrue(measured.cpu().isEmpty());
  }

  @Test
  void programsOfTheirOwnTellWhatTheyMeasured() throws IOException {
    List<String> sample = Sample.arguments(SignatureAlgorithm.ESP256);
    assertEquals(
        Set.of("load", "cpu", "wall"), Jdk.current().run(ColdStart.class, sample).keySet());
    Map<String, String> load = Jdk.current().run(KeyLoad.class, sample);
    assertTrue(Long.parseLong(load.getOrDefault("scans", "0")) > 0, load.toString());
    assertTrue(load.containsKey("idleWall"), load.toString());
  }

  @Test
  void pageTakesEveryTable() throws IOException {
    Run run = new Run(Length.TINY, Openssl.find(), List.of(Jdk.current()));
    Map<String, String> blocks = new Report().blocks(run);
    String page = Report.filled(Path.of("..", "docs", "benchmarks.md"), blocks);
    blocks.values().forEach(block -> assertTrue(page.contains(block.strip())));
  }

  @Test
  void busyMachineWarmsUpLongerWithinABound() {
    assertEquals(1, Jmh.busy(-1, 2));
    assertEquals(1, Jmh.busy(2, 2));
    assertEquals(1.5, Jmh.busy(3, 2));
    assertEquals(3, Jmh.busy(6, 2));
    assertEquals(3, Jmh.busy(60, 2));
  }

  @Test
  void numbersKeepThreeDigits() {
    assertEquals("12,346", Numbers.of(12_345.6));
    assertEquals("12.3", Numbers.of(12.34));
    assertEquals("1.23 ± 0.10", Numbers.of(new Estimate(1.234, 0.1)));
    assertEquals("0.0041", Numbers.of(0.00412));
    assertEquals("0", Numbers.of(0));
    assertEquals("–", Numbers.of(Double.NaN));
  }
}
