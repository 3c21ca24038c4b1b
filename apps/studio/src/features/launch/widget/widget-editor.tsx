import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import type { Widget } from "@understudy/core/widget/contract";
import type { FormEvent } from "react";
import { FormSection } from "#features/twins/form-section.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { GroupChecks } from "../groups/group-checks.tsx";
import { LeadFields } from "../lead-fields.tsx";
import { SaveBar } from "../save-bar.tsx";
import { useDraft } from "../use-draft.ts";
import { LookFields } from "./look-fields.tsx";
import { OriginsField, readOrigins } from "./origins-field.tsx";
import { SnippetBox } from "./snippet-box.tsx";
import { WidgetKeys } from "./widget-keys.tsx";
import { WidgetPreview } from "./widget-preview.tsx";
import { WordFields } from "./word-fields.tsx";

export function WidgetEditor({ widget, twin }: { widget: Widget; twin: Twin }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const { theme, leadCapture, consentText, allowedDomains, accessGroupIds } = widget;
  const origins = allowedDomains.join("\n");
  const { draft, changes, isChanged, change, discard } = useDraft({
    theme,
    leadCapture,
    consentText,
    accessGroupIds,
    origins,
  });
  const saving = useMutation(
    trpc.widget.update.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.widget.list.pathFilter());
        discard();
        toasts.show({ text: "Saved. Pages show it within minutes." });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { origins: typed, ...given } = changes;
    saving.mutate({
      ...given,
      ...(typed !== undefined && { allowedDomains: readOrigins(typed) }),
      widgetId: widget.id,
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-1 flex-col">
      <div className="grid flex-1 content-start gap-x-8 px-6 max-md:px-4 xl:grid-cols-[minmax(0,1fr)_31.5rem]">
        <div>
          <FormSection title="On your site" detail="One line in the page, and the twin is there.">
            <SnippetBox widget={widget} />
          </FormSection>
          <FormSection
            title="Domains"
            detail="Where the widget answers, and where it may be framed."
          >
            <OriginsField text={draft.origins} onChange={(typed) => change({ origins: typed })} />
          </FormSection>
          <FormSection title="Look" detail="In the colours of your site.">
            <LookFields theme={draft.theme} onChange={(look) => change({ theme: look })} />
          </FormSection>
          <FormSection title="Words" detail="Before anyone has asked.">
            <WordFields
              theme={draft.theme}
              twinName={twin.name}
              onChange={(look) => change({ theme: look })}
            />
          </FormSection>
          <FormSection title="Visitors" detail="Whether they are asked who they are.">
            <LeadFields draft={draft} onChange={change} />
            <GroupChecks
              twinId={twin.id}
              checked={draft.accessGroupIds}
              onChange={(groupIds) => change({ accessGroupIds: groupIds })}
            />
          </FormSection>
          <FormSection title="Keys" detail="Replace them when a page of yours has been misused.">
            <WidgetKeys widget={widget} />
          </FormSection>
        </div>
        <div className="py-6 xl:sticky xl:top-0 xl:self-start">
          <WidgetPreview theme={draft.theme} lead={draft} twin={twin} />
        </div>
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
