package io.greenqr.benchmarks;

import io.greenqr.format.cose.SignatureAlgorithm;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.issue.key.SigningException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** How many bytes a checkpoint fetches for ten million passes: prints a table. */
public final class StatusSizes {
  private static final int PASSES = 10_000_000;

  private StatusSizes() {}

  /** Prints the table of docs/benchmarks.md; the seed is fixed. */
  public static void main(String[] args) throws SigningException {
    PrintStream out = System.out;
    IssuerKey issuer = new SampleIssuer(SignatureAlgorithm.ESP256).statement();
    out.println("| not valid | file | status lists or deltas | trust list | whole bundle |");
    out.println("|---|---|---|---|---|");
    for (double notValid : new double[] {0.01, 0.02}) {
      SampleScheme scheme = new SampleScheme(issuer, PASSES, notValid, 1);
      row(out, notValid, "complete", scheme.complete());
      row(out, notValid, "a day with 1,000 changes", scheme.nextDay(1_000));
      row(out, notValid, "a day with 5,000 changes", scheme.nextDay(5_000));
    }
  }

  private static void row(PrintStream out, double notValid, String what, TrustBundle bundle) {
    out.printf(
        Locale.ROOT,
        "| %.0f %% | %s | %,d | %,d | %,d |%n",
        notValid * 100,
        what,
        size(bundle.statusLists()) + size(bundle.deltas()),
        bundle.trustList().bytes().length,
        bundle.bytes().length);
  }

  private static int size(List<SignedDocument> documents) {
    return documents.stream().mapToInt(document -> document.bytes().length).sum();
  }
}
