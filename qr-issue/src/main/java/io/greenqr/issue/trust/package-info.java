/**
 * Publishing: the roots of a scheme, its trust lists, status lists, bundles and freshness cards
 * (docs/spec/trust.md).
 *
 * <p>Every document is drafted by an editor that knows the rules, travels as a {@link
 * io.greenqr.issue.trust.DocumentDraft} from one signer to the next, and is completed when enough
 * of them signed. Nothing here reads a clock but {@link io.greenqr.issue.trust.BundlePublisher},
 * which is given one.
 */
@NullMarked
package io.greenqr.issue.trust;

import org.jspecify.annotations.NullMarked;
