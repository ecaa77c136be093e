/**
 * CertLogic as a tree of compiled operations over lazy values. It knows JSON and nothing of passes:
 * the same operations run over a pass that is never turned into JSON.
 */
@NullMarked
package io.greenqr.verify.internal.certlogic;

import org.jspecify.annotations.NullMarked;
