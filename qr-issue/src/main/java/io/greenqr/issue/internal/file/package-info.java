/** Files that are the old ones or the new ones, whatever happens in between. */
@NullMarked
package io.greenqr.issue.internal.file;

import org.jspecify.annotations.NullMarked;
