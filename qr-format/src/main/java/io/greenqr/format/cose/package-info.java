/** The signed envelope of a pass (COSE_Sign1, RFC 9052) and the public keys it names, as data. */
@NullMarked
package io.greenqr.format.cose;

import org.jspecify.annotations.NullMarked;
