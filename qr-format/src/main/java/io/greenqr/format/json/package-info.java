/** The JSON form of a pass, in which issuers feed and applications print it. */
@NullMarked
package io.greenqr.format.json;

import org.jspecify.annotations.NullMarked;
