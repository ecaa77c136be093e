/** From grey values to the content of a symbol: where it lies, its modules, its codewords. */
@NullMarked
package io.greenqr.verify.internal.frame;

import org.jspecify.annotations.NullMarked;
