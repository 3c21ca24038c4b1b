import { createHash } from "node:crypto";

/**
 * The id that something gets where it is taken in: the same for every attempt of one import, another one in
 * the next. A UUIDv7 with the time of the import.
 */
export function mapId(importId: string, id: string): string {
  const digest = createHash("sha256").update(`${importId} ${id}`).digest("hex");
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  const head = importId.replaceAll("-", "").slice(0, 12);
  const hex = `${head}7${digest.slice(0, 3)}${variant}${digest.slice(4, 19)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
