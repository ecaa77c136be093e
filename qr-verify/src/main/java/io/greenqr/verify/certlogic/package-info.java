/** CertLogic: rules about data, written in JSON, that always end with a value or a fault. */
@NullMarked
package io.greenqr.verify.certlogic;

import org.jspecify.annotations.NullMarked;
