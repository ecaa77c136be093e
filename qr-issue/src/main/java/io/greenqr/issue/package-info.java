/** From a pass to signed bytes and text. */
@NullMarked
package io.greenqr.issue;

import org.jspecify.annotations.NullMarked;
