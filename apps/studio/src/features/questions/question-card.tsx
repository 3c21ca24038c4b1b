import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Clarification } from "@understudy/core/clarification/contract";
import { type FormEvent, useState } from "react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { useToasts } from "#ui/toaster.tsx";

const FORMS = [
  { value: "verified", label: "Answer" },
  { value: "belief", label: "Belief" },
] as const;
const DONE = {
  verified: "Whoever asks the same gets your answer from now on.",
  belief: "Answers may rest on this belief from now on.",
};

/** A question and the field in which its owner replies, once for all who ask it. */
export function QuestionCard({ question }: { question: Clarification }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [text, setText] = useState("");
  const [as, setAs] = useState<(typeof FORMS)[number]["value"]>("verified");
  const onSettled = () => queryClient.invalidateQueries(trpc.clarification.pathFilter());
  const reply = useMutation(
    trpc.clarification.reply.mutationOptions({
      meta: { inline: true },
      onSuccess: () => toasts.show({ text: DONE[as] }),
      onSettled,
    }),
  );
  const dismiss = useMutation(trpc.clarification.dismiss.mutationOptions({ onSettled }));
  const isPending = reply.isPending || dismiss.isPending;
  const { id: clarificationId } = question;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reply.mutate({ clarificationId, text, as });
  };
  return (
    <form onSubmit={submit} aria-label={question.question} className="grid gap-3">
      <div>
        <h2 className="font-semibold break-words">{question.question}</h2>
        <AskedLine question={question} />
      </div>
      <FormFailure error={reply.error} />
      <Textarea
        aria-label={`Reply to: ${question.question}`}
        placeholder="Your reply, in your own words"
        required
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented label="What the reply becomes" value={as} choices={FORMS} onChange={setAs} />
        <div className="flex gap-2">
          <Button disabled={isPending} onClick={() => dismiss.mutate({ clarificationId })}>
            Dismiss
          </Button>
          <Button type="submit" variant="primary" disabled={isPending || text.trim() === ""}>
            {reply.isPending ? "Saving…" : "Reply"}
          </Button>
        </div>
      </div>
    </form>
  );
}

function AskedLine({ question }: { question: Clarification }) {
  const now = useNow();
  const { twinId, timesAsked, lastAskedAt, conversationId } = question;
  return (
    <p className="text-sm text-faint">
      {timesAsked === 1 ? "Asked once" : `Asked ${timesAsked} times`}, last{" "}
      <time dateTime={lastAskedAt} title={formatMoment(lastAskedAt)}>
        {formatAgo(lastAskedAt, now)}
      </time>
      {conversationId && (
        <>
          {" · "}
          <Link
            to="/twins/$twinId/chat/$conversationId"
            params={{ twinId, conversationId }}
            className="underline underline-offset-2 hover:text-ink"
          >
            Read the conversation
          </Link>
        </>
      )}
    </p>
  );
}
