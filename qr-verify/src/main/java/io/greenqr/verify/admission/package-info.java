/** From accepted passes to whether a person may enter, and why. */
@NullMarked
package io.greenqr.verify.admission;

import org.jspecify.annotations.NullMarked;
