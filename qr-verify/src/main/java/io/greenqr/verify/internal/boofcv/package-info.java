/** BoofCV as a stage of reading frames. Loaded only when an application chooses it. */
@NullMarked
package io.greenqr.verify.internal.boofcv;

import org.jspecify.annotations.NullMarked;
