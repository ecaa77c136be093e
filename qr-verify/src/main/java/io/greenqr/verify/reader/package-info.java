/**
 * From a camera frame or a hardware scanner to the text of a symbol; what the text says is not
 * looked at here.
 */
@NullMarked
package io.greenqr.verify.reader;

import org.jspecify.annotations.NullMarked;
