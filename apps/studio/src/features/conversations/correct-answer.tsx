import type { Message } from "@understudy/core/conversation/contract";
import { BadgeCheck, PenLine } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { PlainMarkdown } from "#ui/markdown/plain-markdown.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { Correction } from "./operated.ts";
import { useCorrectAnswer } from "./use-correct-answer.ts";

const NOTICE_WORDS = {
  waiting: "The visitor is told by mail in a moment.",
  sent: "The visitor was told.",
  failed: "The visitor could not be told.",
  unwanted: "The visitor wants no more mail.",
} as const;

interface Props {
  message: Message;
  correction: Correction | null;
  canBeTold: boolean;
}

/** The owner's words instead of an answer, written where it is read. */
export function CorrectAnswer({ message, correction, canBeTold }: Props) {
  const [isWriting, setWriting] = useState(false);
  const isEnded = message.status !== "pending" && message.status !== "streaming";
  return (
    <div className="grid gap-2">
      {correction && (
        <div className="rounded-lg border border-line bg-good-soft p-3">
          <p className="flex items-center gap-1.5 text-sm font-medium text-good">
            <BadgeCheck aria-hidden className="size-4" />
            Corrected: given from now on, guarded by a test
          </p>
          <div className="pt-1">
            <PlainMarkdown text={correction.answer ?? "The verified answer was removed since."} />
          </div>
          {correction.notice && (
            <p className="pt-1 text-sm text-muted">{NOTICE_WORDS[correction.notice]}</p>
          )}
        </div>
      )}
      {isWriting ? (
        <CorrectForm
          message={message}
          correction={correction}
          canBeTold={canBeTold}
          onDone={() => setWriting(false)}
        />
      ) : (
        isEnded && (
          <div>
            <Button onClick={() => setWriting(true)}>
              <PenLine aria-hidden />
              {correction ? "Correct again" : "Correct this answer"}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function CorrectForm({ message, correction, canBeTold, onDone }: Props & { onDone: () => void }) {
  const [answer, setAnswer] = useState(correction?.answer ?? message.text);
  const [tellVisitor, setTell] = useState(canBeTold);
  const { correct, error, isPending } = useCorrectAnswer();
  return (
    <form
      className="grid gap-3 rounded-lg border border-rim p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const revision = correction?.revision ?? 0;
        correct({ messageId: message.id, answer, revision, tellVisitor }, onDone);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <Field
        label="What should have been said"
        hint="Whoever asks the same gets exactly these words, and a quality test guards them."
      >
        {(ids) => (
          <Textarea
            {...ids}
            autoFocus
            rows={4}
            maxLength={10_000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      {canBeTold && (
        <label className="flex min-h-6 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={tellVisitor}
            onChange={(event) => setTell(event.target.checked)}
          />
          Tell the visitor who asked
        </label>
      )}
      <FormFailure error={error} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={!answer.trim() || isPending}>
          Give this answer from now on
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
