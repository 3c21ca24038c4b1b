/**
 * A segment: magic "USEG", version byte, CRC-32 of the body (little endian), body.
 * Body: passage count; body and heading length of each passage in terms; term count; for each term in
 * code unit order: code units shared with the one before, rest as UTF-8, posting count, postings (gap
 * to the ordinal before, packed counts). Numbers are LEB128 varints, packed counts are one byte.
 */
export const SEGMENT_MAGIC = [0x55, 0x53, 0x45, 0x47] as const;
export const SEGMENT_VERSION = 1;
export const SEGMENT_HEADER_BYTES = 9;

/** Occurrences in the text (up to 31) and in title and headings (up to 7) in one byte. */
export function packCounts({ body, heading }: { body: number; heading: number }): number {
  return (Math.min(heading, 7) << 5) | Math.min(body, 31);
}

export function bodyCount(packed: number): number {
  return packed & 31;
}

export function headingCount(packed: number): number {
  return packed >> 5;
}
