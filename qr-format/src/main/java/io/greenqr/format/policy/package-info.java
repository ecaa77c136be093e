/** The document that says who may enter where and when (docs/spec/policy.md). */
@NullMarked
package io.greenqr.format.policy;

import org.jspecify.annotations.NullMarked;
