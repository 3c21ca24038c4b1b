import { deleteNote, insertNote, type NoteRow } from "@understudy/db/queries/conversation-notes";
import type { z } from "zod";
import { notFound } from "../../kernel/domain-error.ts";
import { useCase } from "../../kernel/use-case.ts";
import { requireConversation } from "../conversations.ts";
import { Note, NoteInput, NoteRef } from "./contract.ts";

/** A word among the owner's people; the visitor never sees it. */
export const addNote = useCase({
  permission: "conversation.write",
  input: NoteInput,
  output: Note,
  run: (ctx, { conversationId, text }) =>
    ctx.transaction(async (tx) => {
      const { twinId } = await requireConversation(tx, conversationId);
      const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
      const row = await insertNote(tx, { twinId, conversationId, text, userId });
      const subject = { subjectKind: "conversation", subjectId: conversationId };
      await ctx.audit(tx, { action: "conversation.addNote", ...subject });
      return readNote(row);
    }),
});

export const removeNote = useCase({
  permission: "conversation.write",
  input: NoteRef,
  output: Note,
  run: (ctx, { noteId }) =>
    ctx.transaction(async (tx) => {
      const row = await deleteNote(tx, noteId);
      if (!row) throw notFound("note");
      const subject = { subjectKind: "conversation", subjectId: row.conversationId };
      await ctx.audit(tx, { action: "conversation.removeNote", ...subject });
      return readNote(row);
    }),
});

export function readNote({ id, text, userId, createdAt }: NoteRow): z.input<typeof Note> {
  return { id, text, userId, createdAt: createdAt.toISOString() };
}
