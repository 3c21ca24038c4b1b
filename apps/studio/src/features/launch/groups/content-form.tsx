import { useQuery } from "@tanstack/react-query";
import type { AccessGroup } from "@understudy/core/access-group/contract";
import { useState } from "react";
import { FormSection } from "#features/twins/form-section.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { SearchField } from "#ui/search-field.tsx";
import { useDraft } from "../use-draft.ts";
import { type Checkable, CheckList } from "./check-list.tsx";
import { PartForm } from "./part-form.tsx";
import { useSaveGroup } from "./use-save-group.ts";

/** What is for the group: of long lists what is searched for, and always what is chosen. */
export function ContentForm({ group: { id, twinId, content } }: { group: AccessGroup }) {
  const trpc = useTRPC();
  const { draft, changes, isChanged, change, discard } = useDraft(content);
  const { content: saving } = useSaveGroup("Saved. It holds from the next question on.", discard);
  const [search, setSearch] = useState("");
  const filter = { twinId, limit: 100, ...(search && { search }) };
  const sources = useQuery(trpc.source.list.queryOptions(filter));
  const beliefs = useQuery(trpc.belief.list.queryOptions(filter));
  const answers = useQuery(trpc.verifiedAnswer.list.queryOptions(filter));
  const chosen = useQuery(trpc.accessGroup.content.queryOptions({ accessGroupId: id }));
  const known = (chosen.data?.items ?? []).map(({ title, ...item }) => ({ ...item, label: title }));
  const listed = (kind: string, found: readonly Checkable[] = []) => {
    const missing = known.filter(
      (one) => one.kind === kind && !found.some((other) => other.id === one.id),
    );
    return [...missing, ...found];
  };
  const mark = (isRestricted: boolean) => (isRestricted ? "not for everybody" : undefined);
  return (
    <PartForm
      isChanged={isChanged}
      saving={saving}
      onDiscard={discard}
      onSave={() => saving.mutate({ accessGroupId: id, ...changes })}
    >
      <FormSection
        title="For them alone"
        detail="What you tick here answers this group, and others you tick it for, and nobody else. Taken out of its last group it answers nobody, until you open it to everybody where it stands."
      >
        <SearchField label="Find content" text={search} onChange={setSearch} />
        <CheckList
          label="Sources"
          hint="A site or an archive with all that came with it."
          items={listed(
            "source",
            sources.data?.items.map((one) => ({
              id: one.id,
              label: one.title,
              detail: mark(one.isRestricted),
            })),
          )}
          checked={draft.sourceIds}
          empty="No source is called that."
          onChange={(sourceIds) => change({ sourceIds })}
        />
        <CheckList
          label="Beliefs"
          items={listed(
            "belief",
            beliefs.data?.items.map((one) => ({
              id: one.id,
              label: one.statement,
              detail: mark(one.isRestricted),
            })),
          )}
          checked={draft.beliefIds}
          empty="No belief says that."
          onChange={(beliefIds) => change({ beliefIds })}
        />
        <CheckList
          label="Verified answers"
          items={listed(
            "verifiedAnswer",
            answers.data?.items.map((one) => ({
              id: one.id,
              label: one.question,
              detail: mark(one.isRestricted),
            })),
          )}
          checked={draft.verifiedAnswerIds}
          empty="No verified answer is about that."
          onChange={(verifiedAnswerIds) => change({ verifiedAnswerIds })}
        />
      </FormSection>
    </PartForm>
  );
}
