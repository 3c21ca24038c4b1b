import { useMutation } from "@tanstack/react-query";
import { MessageSquareQuote } from "lucide-react";
import type { ChosenSettings } from "#app/explorer-search.ts";
import { Answer } from "#features/chat/answer.tsx";
import type { ThreadMessage } from "#features/chat/thread.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import type { Asked } from "./use-exploration.ts";

/** What the twin would answer, made when it is asked for: a model may write it, and that costs. */
export function RehearsedAnswer({ asked, settings }: { asked: Asked; settings: ChosenSettings }) {
  const trpc = useTRPC();
  const rehearse = useMutation(trpc.knowledge.rehearse.mutationOptions({ meta: { inline: true } }));
  return (
    <div className="grid grid-cols-1 gap-2">
      {rehearse.data ? (
        <section
          aria-label="What would be answered"
          className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-surface px-4 py-3"
        >
          <h3 className="text-sm font-medium text-muted">It would answer</h3>
          <Answer message={asMessage(rehearse.data)} twinId={asked.twinId} />
        </section>
      ) : (
        <Button
          className="justify-self-start"
          disabled={rehearse.isPending}
          onClick={() => rehearse.mutate({ ...asked, settings })}
        >
          <MessageSquareQuote aria-hidden />
          {rehearse.isPending ? "Answering…" : "What would it answer?"}
        </Button>
      )}
      <FormFailure error={rehearse.error} />
    </div>
  );
}

type Rehearsal = Outputs["knowledge"]["rehearse"];

function asMessage({ failure, timingsMs: _, ...said }: Rehearsal): ThreadMessage {
  return {
    ...said,
    id: "rehearsal",
    role: "assistant",
    status: failure ? "failed" : "complete",
    ...(failure && { failure: { reason: failure } }),
    supportedShare: null,
    releaseId: null,
    feedback: null,
    createdAt: "",
  };
}
