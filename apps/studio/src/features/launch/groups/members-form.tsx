import { useQuery } from "@tanstack/react-query";
import type { AccessGroup } from "@understudy/core/access-group/contract";
import { FormSection } from "#features/twins/form-section.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { useDraft } from "../use-draft.ts";
import { CheckList } from "./check-list.tsx";
import { filled, LinesField } from "./lines-field.tsx";
import { PartForm } from "./part-form.tsx";
import { useSaveGroup } from "./use-save-group.ts";

const MOST = { limit: 100 };
const KNOWN_BY = [
  {
    field: "claims",
    label: "Claims",
    hint: "One a line, as your server lists them in “groups” of the signed identity.",
    placeholder: "members",
  },
  {
    field: "emails",
    label: "E-mail addresses",
    hint: "One a line.",
    placeholder: "ada@example.com",
  },
  {
    field: "domains",
    label: "Mail domains",
    hint: "Everyone with an address at exactly this domain.",
    placeholder: "example.com",
  },
] as const;

export function MembersForm({ group: { id, twinId, members } }: { group: AccessGroup }) {
  const trpc = useTRPC();
  const { draft, changes, isChanged, change, discard } = useDraft(members);
  const { members: saving } = useSaveGroup("Saved. It holds from the next question on.", discard);
  const links = useQuery(trpc.shareLink.list.queryOptions({ twinId, ...MOST }));
  const widgets = useQuery(trpc.widget.list.queryOptions({ twinId, ...MOST }));
  const keys = useQuery({ ...trpc.apiKey.list.queryOptions(MOST), retry: false });
  const named = (rows: readonly { id: string; name: string }[] = []) =>
    rows.map((row) => ({ id: row.id, label: row.name }));
  const ways = [
    {
      field: "shareLinkIds",
      label: "Share links",
      items: named(links.data?.items),
      empty: "This twin has no share links yet.",
    },
    {
      field: "widgetIds",
      label: "Widgets",
      items: named(widgets.data?.items),
      empty: "This twin has no widgets yet.",
    },
    ...(keys.data
      ? ([
          {
            field: "apiKeyIds",
            label: "API keys",
            hint: "A key that is in no group is answered like anyone: not from what is for groups.",
            items: named(keys.data.items),
            empty: "There are no API keys yet.",
          },
        ] as const)
      : []),
  ] as const;
  const save = () => {
    const { claims, emails, domains, ...ways } = changes;
    saving.mutate({
      accessGroupId: id,
      ...ways,
      ...(claims && { claims: filled(claims) }),
      ...(emails && { emails: filled(emails) }),
      ...(domains && { domains: filled(domains) }),
    });
  };
  return (
    <PartForm isChanged={isChanged} saving={saving} onDiscard={discard} onSave={save}>
      <FormSection
        title="By the way they come"
        detail="Everyone who comes by one of these is in the group, for that visit."
      >
        {ways.map(({ field, ...words }) => (
          <CheckList
            key={field}
            {...words}
            checked={draft[field]}
            onChange={(ids) => change({ [field]: ids })}
          />
        ))}
      </FormSection>
      <FormSection
        title="By who they are"
        detail="Only as your own server vouches for them, in the identity that it signs for the widget. What visitors say of themselves counts for nothing here."
      >
        {KNOWN_BY.map(({ field, ...words }) => (
          <LinesField
            key={field}
            {...words}
            lines={draft[field]}
            onChange={(lines) => change({ [field]: lines })}
          />
        ))}
      </FormSection>
    </PartForm>
  );
}
