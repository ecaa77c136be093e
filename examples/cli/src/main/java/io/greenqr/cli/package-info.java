/** The command line {@code greenqr}. */
@NullMarked
package io.greenqr.cli;

import org.jspecify.annotations.NullMarked;
