/** The content of a pass: one statement about one person with up to four kinds of claims. */
@NullMarked
package io.greenqr.format.pass;

import org.jspecify.annotations.NullMarked;
