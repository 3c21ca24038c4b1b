import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { OperatedConversation } from "./operated.ts";
import { useConversationChanged } from "./use-conversation-changed.ts";

/** What the owner's people say of it among themselves. */
export function ConversationNotes({ conversation }: { conversation: OperatedConversation }) {
  const { id: conversationId, notes } = conversation;
  const trpc = useTRPC();
  const changed = useConversationChanged();
  const [text, setText] = useState("");
  const add = useMutation(
    trpc.conversation.addNote.mutationOptions({
      onSuccess: () => {
        setText("");
        return changed();
      },
    }),
  );
  const remove = useMutation(trpc.conversation.removeNote.mutationOptions({ onSuccess: changed }));
  return (
    <section aria-label="Notes" className="mt-8 grid gap-3 border-t border-line pt-4">
      <h3 className="text-sm font-medium">Notes among your team</h3>
      {notes.map((note) => (
        <div key={note.id} className="flex items-start gap-2 text-sm">
          <p className="min-w-0 flex-1 break-words whitespace-pre-wrap">
            {note.text}
            <span className="block text-xs text-faint">{formatMoment(note.createdAt)}</span>
          </p>
          <IconButton
            label="Remove this note"
            size="small-icon"
            onClick={() => remove.mutate({ noteId: note.id })}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ conversationId, text });
        }}
      >
        <Field label="New note">
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              maxLength={4_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <FormFailure error={add.error ?? remove.error} />
        <div>
          <Button type="submit" disabled={!text.trim() || add.isPending}>
            Add note
          </Button>
        </div>
      </form>
    </section>
  );
}
