import { useMutation } from "@tanstack/react-query";
import type { AccessGroup } from "@understudy/core/access-group/contract";
import { useState } from "react";
import { FormSection } from "#features/twins/form-section.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { useDraft } from "../use-draft.ts";
import { PartForm } from "./part-form.tsx";
import { useGroupsChanged } from "./use-groups.ts";
import { useSaveGroup } from "./use-save-group.ts";

export function GroupForm({
  group: { id: accessGroupId, name, description, rank },
  groupCount,
  onRemoved,
}: {
  group: AccessGroup;
  groupCount: number;
  onRemoved: () => void;
}) {
  const { draft, changes, isChanged, change, discard } = useDraft({ name, description, rank });
  const { group: saving } = useSaveGroup("Saved.", discard);
  return (
    <PartForm
      isChanged={isChanged}
      saving={saving}
      onDiscard={discard}
      onSave={() => saving.mutate({ accessGroupId, ...changes })}
    >
      <FormSection title="Group" detail="Names are for you; visitors never see them.">
        <Field label="Name">
          {(ids) => (
            <Input
              {...ids}
              required
              maxLength={80}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Note" optional>
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              maxLength={500}
              value={draft.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Place"
          hint="Of someone in several groups, the first one that says something about it decides how they are spoken to."
        >
          {(ids) => (
            <Input
              {...ids}
              type="number"
              required
              min={1}
              max={groupCount}
              value={draft.rank}
              onChange={(event) => change({ rank: Number(event.target.value) })}
            />
          )}
        </Field>
      </FormSection>
      <FormSection title="Remove" detail="Nobody is in it any more, from the next question on.">
        <RemoveGroup accessGroupId={accessGroupId} name={name} onRemoved={onRemoved} />
      </FormSection>
    </PartForm>
  );
}

function RemoveGroup({
  accessGroupId,
  name,
  onRemoved,
}: {
  accessGroupId: string;
  name: string;
  onRemoved: () => void;
}) {
  const trpc = useTRPC();
  const changed = useGroupsChanged();
  const [isAsked, setIsAsked] = useState(false);
  const remove = useMutation(
    trpc.accessGroup.remove.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        onRemoved();
        await changed();
      },
    }),
  );
  return (
    <div>
      <Button variant="danger" onClick={() => setIsAsked(true)}>
        Remove group
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={`Remove “${name}”?`}
          description="What was for this group alone will answer nobody. It does not become everybody's until you open it where it stands."
          action="Remove"
          isDangerous
          mutation={remove}
          onConfirm={() => remove.mutate({ accessGroupId })}
          onClose={() => setIsAsked(false)}
        />
      )}
    </div>
  );
}
