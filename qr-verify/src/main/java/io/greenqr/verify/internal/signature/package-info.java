/** Signature checks and key checks; third-party and provider types end here. */
@NullMarked
package io.greenqr.verify.internal.signature;

import org.jspecify.annotations.NullMarked;
