const SEPARATOR = "#";

/** The name of a passage's record: all records of a segment share what `segmentPrefix` gives. */
export function recordId({ segmentId, ordinal }: { segmentId: string; ordinal: number }): string {
  return `${segmentPrefix(segmentId)}${ordinal}`;
}

export function segmentPrefix(segmentId: string): string {
  return segmentId + SEPARATOR;
}

/** Undefined for a record that is not ours. */
export function readRecordId(id: string): { segmentId: string; ordinal: number } | undefined {
  const at = id.lastIndexOf(SEPARATOR);
  const ordinal = Number(id.slice(at + 1));
  if (at < 1 || at === id.length - 1 || !Number.isInteger(ordinal)) return undefined;
  return { segmentId: id.slice(0, at), ordinal };
}
