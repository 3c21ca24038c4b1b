import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { X } from "lucide-react";
import { isGone } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AnswerStory } from "./answer-story.tsx";

/** Why the answer that the address names says what it says. */
export function WhyPanel({ isOver = false }: { isOver?: boolean }) {
  const { why } = useSearch({ strict: false });
  return why ? <OpenPanel key={why} messageId={why} isOver={isOver} /> : null;
}

function OpenPanel({ messageId, isOver }: { messageId: string; isOver: boolean }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data: trace, error } = useQuery(trpc.conversation.trace.queryOptions({ messageId }));
  const close = () => navigate({ to: ".", search: (current) => ({ ...current, why: undefined }) });
  return (
    <SidePanel label="Why this answer" isOver={isOver} onClose={close}>
      <div className="flex min-h-14 shrink-0 items-center justify-between border-b border-line px-4">
        <h2 className="font-semibold">Why this answer</h2>
        <IconButton label="Close" keys="Esc" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {trace ? (
          <AnswerStory trace={trace} />
        ) : error ? (
          isGone(error) ? (
            <p>This answer was removed.</p>
          ) : (
            <FormFailure error={error} />
          )
        ) : (
          <Skeleton className="h-10" />
        )}
      </div>
    </SidePanel>
  );
}
