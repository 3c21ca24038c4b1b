import type { Webhook } from "@understudy/core/webhook/contract";
import { type FormEvent, type ReactNode, useState } from "react";
import { KeyTwinsField } from "#features/settings/key-twins-field.tsx";
import { Button } from "#ui/button.tsx";
import { DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { EventsField } from "./events-field.tsx";

export type WebhookDraft = Pick<Webhook, "name" | "url" | "events" | "twinIds">;

/** Where events go, and which. */
export function WebhookForm({
  initial,
  urlHint,
  action,
  mutation,
  onSubmit,
  onClose,
}: {
  initial: WebhookDraft;
  urlHint: (url: string) => ReactNode;
  action: string;
  mutation: { error: unknown; isPending: boolean };
  onSubmit: (draft: WebhookDraft) => void;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(initial);
  const change = (fields: Partial<WebhookDraft>) => setDraft({ ...draft, ...fields });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(draft);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={mutation.error} />
      <Field label="Address" hint={urlHint(draft.url)}>
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            required
            type="url"
            maxLength={2_000}
            placeholder="https://example.com/understudy"
            value={draft.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        )}
      </Field>
      <Field label="Name" optional>
        {(ids) => (
          <Input
            {...ids}
            maxLength={80}
            placeholder="CRM"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <EventsField events={draft.events} onChange={(events) => change({ events })} />
      <KeyTwinsField
        twinIds={draft.twinIds ?? []}
        onChange={(twinIds) => change({ twinIds: twinIds.length > 0 ? twinIds : null })}
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabled={mutation.isPending || draft.events.length === 0}
        >
          {action}
        </Button>
      </DialogActions>
    </form>
  );
}
