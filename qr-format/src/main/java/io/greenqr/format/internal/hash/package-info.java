/** Hashing. */
@NullMarked
package io.greenqr.format.internal.hash;

import org.jspecify.annotations.NullMarked;
