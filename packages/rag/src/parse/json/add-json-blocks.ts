import type { DocumentBuilder } from "../document-builder.ts";
import { isObject } from "./is-object.ts";

const MAX_DEPTH = 200;

/**
 * Adds each object as a paragraph of `key: value` lines, under the path of keys that leads to it. Small
 * objects within it (`price: amount 12.5, currency EUR`) are lines of it, since alone they say nothing.
 */
export function addJsonBlocks(builder: DocumentBuilder, value: unknown, path: string[] = []): void {
  if (path.length > MAX_DEPTH) throw new RangeError("The JSON is nested too deeply.");
  if (typeof value !== "object" || value === null) {
    builder.add({ kind: "paragraph" }, line(path.at(-1), value));
    return;
  }
  const entries: [string | undefined, unknown][] = Array.isArray(value)
    ? value.map((item) => [undefined, item])
    : Object.entries(value);
  const isApart = ([key, item]: (typeof entries)[number]) =>
    isNested(item) && !(key !== undefined && isSmall(item));
  const plain = entries.filter((entry) => !isApart(entry)).map(([key, item]) => line(key, item));
  builder.add({ kind: "paragraph" }, plain.join("\n"));
  for (const [key, item] of entries.filter(isApart)) {
    if (key !== undefined)
      builder.add({ kind: "heading", level: Math.min(6, path.length + 1) }, key);
    addJsonBlocks(builder, item, key === undefined ? path : [...path, key]);
  }
}

const MOST_INLINE_FIELDS = 6;
const LONGEST_INLINE_VALUE = 80;

function isNested(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === "object" && item !== null);
  return typeof value === "object" && value !== null;
}

function isSmall(value: unknown): boolean {
  if (!isObject(value)) return false;
  const values = Object.values(value);
  const isShort = (item: unknown) =>
    (typeof item !== "object" || item === null) && String(item).length <= LONGEST_INLINE_VALUE;
  return values.length <= MOST_INLINE_FIELDS && values.every(isShort);
}

function line(key: string | undefined, value: unknown): string {
  const text = isObject(value)
    ? Object.entries(value)
        .map(([name, item]) => `${name} ${item}`)
        .join(", ")
    : Array.isArray(value)
      ? value.join(", ")
      : String(value);
  return key === undefined ? text : `${key}: ${text}`;
}
