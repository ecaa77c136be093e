/** Runs the benchmarks beside their peers and writes the tables of docs/benchmarks.md. */
@NullMarked
package io.greenqr.benchmarks.report;

import org.jspecify.annotations.NullMarked;
