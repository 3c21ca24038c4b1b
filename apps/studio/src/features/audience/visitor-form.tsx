import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { CheckList } from "#features/launch/groups/check-list.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { Profile } from "./audience.ts";
import { useAudienceChanged } from "./use-audience-changed.ts";

/** What the owner's people know of someone beside what they said, and where they let them in by name. */
export function VisitorForm({ profile }: { profile: Profile }) {
  const { id: visitorId, twinId, groups } = profile;
  const trpc = useTRPC();
  const changed = useAudienceChanged();
  const all = useQuery(trpc.accessGroup.list.queryOptions({ twinId }));
  const byName = groups.filter(({ isByName }) => isByName).map(({ id }) => id);
  const [name, setName] = useState(profile.name ?? "");
  const [note, setNote] = useState(profile.note);
  const update = useMutation(trpc.audience.update.mutationOptions({ onSuccess: changed }));
  const isChanged = name.trim() !== (profile.name ?? "") || note.trim() !== profile.note;
  const save = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ visitorId, name: name.trim(), note });
  };
  return (
    <form onSubmit={save} className="grid gap-4">
      <Field label="Name">
        {(ids) => (
          <Input
            {...ids}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Note among your team">
        {(ids) => (
          <Textarea
            {...ids}
            rows={2}
            maxLength={4_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <FormFailure error={update.error} />
      {isChanged && (
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={update.isPending}>
            Save
          </Button>
          <Button
            onClick={() => {
              setName(profile.name ?? "");
              setNote(profile.note);
            }}
          >
            Discard
          </Button>
        </div>
      )}
      <CheckList
        label="Access groups"
        hint="Put in by name they are in it whenever they come, from their next question on."
        items={all.data?.items.map(({ id, name: label }) => ({ id, label })) ?? []}
        checked={byName}
        empty="This twin has no access groups yet. They are made under Launch."
        onChange={(accessGroupIds) => update.mutate({ visitorId, accessGroupIds })}
      />
    </form>
  );
}
