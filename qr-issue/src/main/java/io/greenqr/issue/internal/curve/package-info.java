/** The two curves that passes are signed on, over plain bytes; where BouncyCastle computes. */
@NullMarked
package io.greenqr.issue.internal.curve;

import org.jspecify.annotations.NullMarked;
