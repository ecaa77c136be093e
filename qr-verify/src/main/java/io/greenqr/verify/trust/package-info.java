/**
 * Which keys a verifier trusts, how it keeps them up to date, and what it knows of passes that were
 * stopped.
 */
@NullMarked
package io.greenqr.verify.trust;

import org.jspecify.annotations.NullMarked;
