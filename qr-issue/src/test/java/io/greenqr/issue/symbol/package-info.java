/** Tests of the symbol and its pictures. */
@NullMarked
package io.greenqr.issue.symbol;

import org.jspecify.annotations.NullMarked;
