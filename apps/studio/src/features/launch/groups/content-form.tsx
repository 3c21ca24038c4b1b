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
  const sources = useQuery(trpc.source.list.queryOptions(filter)).data?.items;
  const beliefs = useQuery(trpc.belief.list.queryOptions(filter)).data?.items;
  const answers = useQuery(trpc.verifiedAnswer.list.queryOptions(filter)).data?.items;
  const chosen = useQuery(trpc.accessGroup.content.queryOptions({ accessGroupId: id })).data;
  const lists = [
    {
      field: "sourceIds",
      kind: "source",
      label: "Sources",
      hint: "A site or an archive with all that came with it.",
      empty: "No source is called that.",
      found: sources?.map((one) => checkable(one, one.title)),
    },
    {
      field: "beliefIds",
      kind: "belief",
      label: "Beliefs",
      empty: "No belief says that.",
      found: beliefs?.map((one) => checkable(one, one.statement)),
    },
    {
      field: "verifiedAnswerIds",
      kind: "verifiedAnswer",
      label: "Verified answers",
      empty: "No verified answer is about that.",
      found: answers?.map((one) => checkable(one, one.question)),
    },
  ] as const;
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
        {lists.map(({ field, kind, found = [], ...words }) => (
          <CheckList
            key={field}
            {...words}
            items={withChosen(
              found,
              chosen?.items.filter((one) => one.kind === kind),
            )}
            checked={draft[field]}
            onChange={(ids) => change({ [field]: ids })}
          />
        ))}
      </FormSection>
    </PartForm>
  );
}

function checkable({ id, isRestricted }: Restrictable, label: string): Checkable {
  return { id, label, ...(isRestricted && { detail: "not for everybody" }) };
}

interface Restrictable {
  id: string;
  isRestricted: boolean;
}

/** What is chosen is there, also where the search does not find it. */
function withChosen(
  found: readonly Checkable[],
  chosen: readonly { id: string; title: string }[] = [],
): Checkable[] {
  const missing = chosen.filter(({ id }) => !found.some((other) => other.id === id));
  return [...missing.map(({ id, title }) => ({ id, label: title })), ...found];
}
