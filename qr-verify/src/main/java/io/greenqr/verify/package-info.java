/** Offline verification of signed passes. */
@NullMarked
package io.greenqr.verify;

import org.jspecify.annotations.NullMarked;
