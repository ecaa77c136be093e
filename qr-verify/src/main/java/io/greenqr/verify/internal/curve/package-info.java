/**
 * Arithmetic of P-256 and edwards25519 for checking signatures with tables of multiples of keys
 * that are known in advance (docs/decisions/0007).
 *
 * <p>Everything here runs in variable time, which is sound because every input is public: keys,
 * signatures and messages. Nothing in this package may ever touch a private key.
 */
@NullMarked
package io.greenqr.verify.internal.curve;

import org.jspecify.annotations.NullMarked;
