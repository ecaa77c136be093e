/** What issuing, drawing, reading and verifying a pass cost, measured with JMH. */
@NullMarked
package io.greenqr.benchmarks;

import org.jspecify.annotations.NullMarked;
