import type { AccessGroup } from "@understudy/core/access-group/contract";
import { FormSection } from "#features/twins/form-section.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { useDraft } from "../use-draft.ts";
import { PartForm } from "./part-form.tsx";
import { useSaveGroup } from "./use-save-group.ts";

const FIELDS = [
  { name: "visitorPerDay", label: "A day, each" },
  { name: "visitorPerMonth", label: "A month, each" },
  { name: "groupPerDay", label: "A day, all together" },
  { name: "groupPerMonth", label: "A month, all together" },
] as const;

export function LimitsForm({ group: { id, limits } }: { group: AccessGroup }) {
  const { draft, changes, isChanged, change, discard } = useDraft(limits);
  const { limits: saving } = useSaveGroup("Saved.", discard);
  return (
    <PartForm
      isChanged={isChanged}
      saving={saving}
      onDiscard={discard}
      onSave={() => saving.mutate({ accessGroupId: id, ...changes })}
    >
      <FormSection
        title="Questions at most"
        detail="By days and months in UTC, counted from when you set the limit. Who has none left is told when to come again, before anything is spent."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {FIELDS.map(({ name, label }) => (
            <Field key={name} label={label} optional>
              {(ids) => (
                <Input
                  {...ids}
                  type="number"
                  min={1}
                  placeholder="No limit"
                  value={draft[name] ?? ""}
                  onChange={({ target: { value } }) =>
                    change({ [name]: value ? Number(value) : null })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      </FormSection>
    </PartForm>
  );
}
