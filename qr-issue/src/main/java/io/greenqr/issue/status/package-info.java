/**
 * The places of passes in status lists: which entry of which list a new pass gets.
 *
 * <p>{@link io.greenqr.issue.status.StatusIndexAllocator} keeps one directory. Each list that was
 * begun has a journal in it, {@code 00000.journal} to {@code 65535.journal}, and a second allocator
 * is kept out by a lock on {@code allocator.lock}. Integers are big-endian, checksums are CRC-32C
 * (RFC 9260, appendix A):
 *
 * <pre>{@code
 * header = "GQ1J" list:4 entries:4 crc(the 12 bytes before):4
 * record = "GQ1R" index:4 start:4  crc(list:4 position:4, the 12 bytes before):4
 * }</pre>
 *
 * <p>Records are counted from position 0. {@code start} is the position of the first record that
 * was written together with this one.
 */
@NullMarked
package io.greenqr.issue.status;

import org.jspecify.annotations.NullMarked;
