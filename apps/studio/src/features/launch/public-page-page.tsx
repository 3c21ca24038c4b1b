import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { FormSection } from "#features/twins/form-section.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { buttonLook } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { CheckField } from "./check-field.tsx";
import { LeadFields } from "./lead-fields.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useDraft } from "./use-draft.ts";
import { LookFields } from "./widget/look-fields.tsx";

export function PublicPagePage() {
  const twin = useTwin();
  usePageTitle("Public page", twin.name);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const page = useSuspenseQuery(trpc.publicPage.get.queryOptions({ twinId: twin.id })).data;
  const { draft, changes, isChanged, change, discard } = useDraft(page);
  const saving = useMutation(
    trpc.publicPage.update.mutationOptions({
      meta: { inline: true },
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.publicPage.get.queryKey({ twinId: twin.id }), saved);
        discard();
        toasts.show({ text: "Saved. The page shows it from now on." });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { url: _, ...given } = changes;
    saving.mutate({ ...given, twinId: twin.id });
  };
  return (
    <form onSubmit={submit} className="flex min-h-full flex-col">
      <div className="grid flex-1 content-start px-6 max-md:px-4">
        <FormSection title="Address" detail="A page of its own, with who the twin is and the chat.">
          <div className="flex flex-wrap items-center gap-2">
            <code className="rounded-md bg-sunken px-2.5 py-1.5 font-mono text-sm break-all">
              {page.url}
            </code>
            <CopyButton text={page.url} label="Copy address" />
            <a
              href={page.url}
              target="_blank"
              rel="noreferrer"
              className={buttonLook({ size: "small" })}
            >
              Open
            </a>
          </div>
          <CheckField
            label="Open to everyone"
            hint="Off, the address leads nowhere, and who is talking there is cut off."
            checked={draft.isOn}
            onChange={(isOn) => change({ isOn })}
          />
          <CheckField
            label="Listed by search engines"
            hint="Off, the page asks them not to list it."
            checked={draft.isIndexed}
            onChange={(isIndexed) => change({ isIndexed })}
          />
        </FormSection>
        <FormSection title="When it is shared" detail="What search results and messengers show.">
          <Field label="Title" optional hint="Without one it is the twin's name.">
            {(ids) => (
              <Input
                {...ids}
                maxLength={70}
                placeholder={twin.name}
                value={draft.title}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label="Description" optional hint="Without one it is the twin's headline.">
            {(ids) => (
              <Input
                {...ids}
                maxLength={200}
                placeholder={twin.headline}
                value={draft.description}
                onChange={(event) => change({ description: event.target.value })}
              />
            )}
          </Field>
        </FormSection>
        <FormSection title="Look" detail="Of the chat on the page, and on share links.">
          <LookFields theme={draft.theme} onChange={(theme) => change({ theme })} />
        </FormSection>
        <FormSection title="Visitors" detail="Whether they are asked who they are.">
          <LeadFields draft={draft} onChange={change} />
        </FormSection>
      </div>
      <SaveBar
        isChanged={isChanged}
        isSaving={saving.isPending}
        error={saving.error}
        onDiscard={discard}
      />
    </form>
  );
}
