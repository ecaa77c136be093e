/** The keys a verifier trusts. */
@NullMarked
package io.greenqr.verify.trust;

import org.jspecify.annotations.NullMarked;
