/** Stable codes that the packages of this module share. */
@NullMarked
package io.greenqr.verify.fault;

import org.jspecify.annotations.NullMarked;
