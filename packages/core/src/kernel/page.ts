import { z } from "zod";
import { DomainError } from "./domain-error.ts";

export const PageInput = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(100).default(50),
});

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A cursor is the sort key of the last row seen; it names nothing that its holder did not see. */
export function encodeCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

export function decodeCursor<Position extends z.ZodType>(
  cursor: string,
  position: Position,
): z.output<Position> {
  const parsed = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (!parsed.success)
    throw new DomainError("invalid", "cursor.invalid", "This cursor is not ours.");
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts the one row too many that was asked for, and points behind the last one shown. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  {
    read,
    position,
  }: { read: (row: Row) => Item; position: (row: Row) => (string | number | null)[] },
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor(position(last)) : null;
  return { items: shown.map(read), nextCursor };
}
