/**
 * What can be wrong with a pass, as stable codes: the bottom of the module, which every other
 * package may use.
 */
@NullMarked
package io.greenqr.format.fault;

import org.jspecify.annotations.NullMarked;
