/** What a scan and an issued pass cost (docs/benchmarks.md). */
@NullMarked
package io.greenqr.benchmarks;

import org.jspecify.annotations.NullMarked;
