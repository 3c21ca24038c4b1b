import { type FormEvent, lazy, Suspense } from "react";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { WhyPanel } from "#features/why/why-panel.tsx";
import { useMedia } from "#lib/use-media.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { PageHead } from "#ui/page.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { AnswerFields } from "./answer-fields.tsx";
import { DisclaimerFields } from "./boundaries/disclaimer-fields.tsx";
import { EvidenceFields } from "./boundaries/evidence-fields.tsx";
import { PhraseFields } from "./boundaries/phrase-fields.tsx";
import { TopicFields } from "./boundaries/topic-fields.tsx";
import { GreetingFields } from "./greeting-fields.tsx";
import { IdentityFields } from "./identity-fields.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { useCharacterDraft } from "./use-character-draft.ts";
import { useTwin } from "./use-twin.ts";
import { VoiceFields } from "./voice-fields.tsx";

const TryOut = lazy(async () => ({
  default: (await import("#features/chat/try-out.tsx")).TryOut,
}));

export function CharacterPage() {
  const twin = useTwin();
  usePageTitle("Character", twin.name);
  const isWide = useMedia("(min-width: 1280px)");
  const form = useCharacterDraft(twin);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <div className="flex h-full min-h-0">
      <form onSubmit={submit} className="flex min-w-0 flex-1 flex-col overflow-y-auto">
        <PageHead
          title="Character"
          detail="Who the twin is, how it speaks, and what it never says"
        />
        <div className="grid flex-1 content-start border-t border-line px-6 max-md:px-4">
          <IdentityFields form={form} />
          <VoiceFields form={form} />
          <AnswerFields form={form} />
          <GreetingFields form={form} />
          <TopicFields form={form} />
          <PhraseFields form={form} />
          <DisclaimerFields form={form} />
          <EvidenceFields form={form} />
        </div>
        {(form.isChanged || form.error) && (
          <div className="sticky bottom-0 grid gap-2 border-t border-line bg-canvas px-6 py-3 max-md:px-4">
            <FormFailure error={form.error} />
            <div className="flex items-center justify-end gap-2">
              <p role="status" className="mr-auto text-sm text-muted">
                Unsaved changes
              </p>
              <Button onClick={form.discard}>Discard</Button>
              <Button type="submit" variant="primary" disabled={form.isSaving}>
                {form.isSaving ? "Saving…" : "Save"}
              </Button>
            </div>
          </div>
        )}
      </form>
      {isWide && (
        <aside aria-label="Try it out" className="w-[26rem] shrink-0 border-l border-line">
          <Suspense fallback={<PageSkeleton />}>
            <TryOut />
          </Suspense>
        </aside>
      )}
      <SourcePanel twinId={twin.id} isOver />
      <WhyPanel isOver />
      <LeaveDialog blocker={form.blocker} />
    </div>
  );
}
