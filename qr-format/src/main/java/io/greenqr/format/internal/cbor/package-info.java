/** Reading and writing of deterministic CBOR (RFC 8949 section 4.2.1). */
@NullMarked
package io.greenqr.format.internal.cbor;

import org.jspecify.annotations.NullMarked;
