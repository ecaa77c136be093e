/**
 * The published code tables of the format, with the codes of the EU certificate, LOINC and SNOMED
 * CT beside each entry.
 */
@NullMarked
package io.greenqr.format.code;

import org.jspecify.annotations.NullMarked;
