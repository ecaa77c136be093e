/** Memory that is used again, so that a scan allocates what its caller keeps and no more. */
@NullMarked
package io.greenqr.verify.internal.scratch;

import org.jspecify.annotations.NullMarked;
