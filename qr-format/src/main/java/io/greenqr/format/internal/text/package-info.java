/** The binary-to-text encodings, canonical only. */
@NullMarked
package io.greenqr.format.internal.text;

import org.jspecify.annotations.NullMarked;
