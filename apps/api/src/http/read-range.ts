/** First and last byte, both counted in. */
export interface ByteRange {
  start: number;
  end: number;
}

const ONE_RANGE = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/;

/**
 * What a `Range` header asks of so many bytes: undefined for all of them, as where it asks for several
 * pieces or in another unit, which RFC 9110 (14.2) lets a server pass over.
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteRange | "unsatisfiable" | undefined {
  const [, from, to, last] = ONE_RANGE.exec(header?.replaceAll(" ", "") ?? "") ?? [];
  if (last !== undefined) {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size - 1 } : "unsatisfiable";
  }
  if (from === undefined) return undefined;
  const start = Number(from);
  const end = to ? Math.min(Number(to), size - 1) : size - 1;
  if (to && Number(to) < start) return undefined;
  return start < size ? { start, end } : "unsatisfiable";
}
