/** What a scheme says about the keys of its issuers, as data. */
@NullMarked
package io.greenqr.format.trust;

import org.jspecify.annotations.NullMarked;
