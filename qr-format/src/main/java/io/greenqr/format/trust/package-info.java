/**
 * The documents by which a scheme says which keys to trust and which passes were stopped, as data.
 */
@NullMarked
package io.greenqr.format.trust;

import org.jspecify.annotations.NullMarked;
