/** The keys of an issuer: in memory, in files, and behind a provider of the platform. */
@NullMarked
package io.greenqr.issue.key;

import org.jspecify.annotations.NullMarked;
