/** Other systems that verify health certificates, as they are published. */
@NullMarked
package io.greenqr.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
