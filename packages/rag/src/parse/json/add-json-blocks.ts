import type { DocumentBuilder } from "../document-builder.ts";

const MAX_DEPTH = 200;

/** Adds each object as a paragraph of `key: value` lines, under the path of keys that leads to it. */
export function addJsonBlocks(builder: DocumentBuilder, value: unknown, path: string[] = []): void {
  if (path.length > MAX_DEPTH) throw new RangeError("The JSON is nested too deeply.");
  if (typeof value !== "object" || value === null) {
    builder.add({ kind: "paragraph" }, line(path.at(-1), value));
    return;
  }
  const entries: [string | undefined, unknown][] = Array.isArray(value)
    ? value.map((item) => [undefined, item])
    : Object.entries(value);
  const plain = entries.filter(([, item]) => !isNested(item)).map(([key, item]) => line(key, item));
  builder.add({ kind: "paragraph" }, plain.join("\n"));
  for (const [key, item] of entries.filter(([, nested]) => isNested(nested))) {
    if (key !== undefined)
      builder.add({ kind: "heading", level: Math.min(6, path.length + 1) }, key);
    addJsonBlocks(builder, item, key === undefined ? path : [...path, key]);
  }
}

function isNested(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === "object" && item !== null);
  return typeof value === "object" && value !== null;
}

function line(key: string | undefined, value: unknown): string {
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return key === undefined ? text : `${key}: ${text}`;
}
