/** Tests of the symbol reader, and the pictures they show it. */
@NullMarked
package io.greenqr.verify.reader;

import org.jspecify.annotations.NullMarked;
