import { asc, eq, getTableColumns } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversationNotes } from "../tables/conversation-notes.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, twinId: _twinId, ...shown } = getTableColumns(conversationNotes);
export type NoteRow = Omit<typeof conversationNotes.$inferSelect, "tenantId" | "twinId">;

export async function insertNote(
  tx: TenantTx,
  note: { twinId: string; conversationId: string; text: string; userId: string | null },
): Promise<NoteRow> {
  return one(await on(tx).insert(conversationNotes).values(note).returning(shown));
}

/** The oldest first. */
export function listNotes(tx: TenantTx, conversationId: string): Promise<NoteRow[]> {
  return on(tx)
    .select(shown)
    .from(conversationNotes)
    .where(eq(conversationNotes.conversationId, conversationId))
    .orderBy(asc(conversationNotes.createdAt), asc(conversationNotes.id));
}

/** Undefined when there is none. */
export async function deleteNote(tx: TenantTx, noteId: string): Promise<NoteRow | undefined> {
  const [row] = await on(tx)
    .delete(conversationNotes)
    .where(eq(conversationNotes.id, noteId))
    .returning(shown);
  return row;
}
