/** The two texts that carry the bytes of a pass: the QR text and the SMS text. */
@NullMarked
package io.greenqr.format.text;

import org.jspecify.annotations.NullMarked;
