/** The first program: one pass from a key to an answer at a gate. */
@NullMarked
package io.greenqr.quickstart;

import org.jspecify.annotations.NullMarked;
