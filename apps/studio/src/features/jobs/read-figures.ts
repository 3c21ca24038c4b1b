import { formatCount } from "#lib/format-count.ts";

export interface Figure {
  name: string;
  value: string;
}

const NAMES: Record<string, string> = {
  answersUntold: "Answers that nobody was at telling",
  cachedVectorsPruned: "Vectors of texts that are gone, given up",
  failed: "Sources that failed",
  files: "Files",
  found: "Things to look at",
  sources: "Sources looked at",
  filesMissing: "Files that are missing",
  filesOrphaned: "Files that nothing referred to",
  indexes: "Word indexes",
  pagesRemoved: "Pages of removed sites",
  live: "Live sources",
  passages: "Passages",
  processing: "Sources under way",
  reclaimsPlanned: "Clean-ups that were not planned",
  remains: "Remains of old versions",
  sketches: "Sources not yet compared with the others",
  schedules: "Schedules without a next turn",
  sourcesRestarted: "Sources left half-way, started again",
  sourcesWithoutVersion: "Sources without content",
  collectionsSettled: "Sites and archives in a wrong state",
  storedVectors: "Vectors in the vector store",
  storedVectorsMissing: "Vectors missing in the vector store",
  storedVectorsOrphaned: "Vectors of nothing in the vector store",
  superseded: "Old versions",
  syncsEnded: "Syncs left half-way",
  vectors: "Vectors",
  versions: "Versions of sources",
};

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

/** Our words where we have them; else "sourceVersions", "checked" → "Source versions checked". */
function nameOf(path: readonly string[]): string {
  const known = NAMES[path.join(".")];
  if (known) return known;
  const words = path.join(" ").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
