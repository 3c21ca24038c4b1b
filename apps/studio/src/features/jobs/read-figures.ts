import { formatCount } from "#lib/format-count.ts";

export interface Figure {
  name: string;
  value: string;
}

/** The figures of a job's result, in words; what stands deeper is named by its whole path. */
export function readFigures(result: Record<string, unknown>, above: string[] = []): Figure[] {
  return Object.entries(result).flatMap(([key, value]) => {
    const path = [...above, key];
    if (isRecord(value)) return readFigures(value, path);
    if (typeof value === "number") return [{ name: nameOf(path), value: formatCount(value) }];
    return typeof value === "string" ? [{ name: nameOf(path), value }] : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "sourceVersions", "checked" → "Source versions checked". */
function nameOf(path: readonly string[]): string {
  const words = path.join(" ").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
