/** From a text to a QR Code symbol, and to the pictures it is printed, shown and typed as. */
@NullMarked
package io.greenqr.issue.symbol;

import org.jspecify.annotations.NullMarked;
