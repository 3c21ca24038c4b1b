import { Link } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { Archive, BadgeCheck } from "lucide-react";
import { useKeptDraft } from "#lib/use-kept-draft.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import type { QuestionDetail } from "./question.ts";
import { CameBack } from "./question-row.tsx";
import { useSettleQuestion } from "./use-settle-question.ts";

/** What was decided, what came of it, and a way back. */
export function SettledQuestion({ twin, question }: { twin: Twin; question: QuestionDetail }) {
  const { reopen } = useSettleQuestion();
  const { id: clusterId, status, dismissReason } = question;
  return (
    <div className="grid gap-3">
      {status === "answered" ? (
        <Answered twin={twin} question={question} />
      ) : (
        <div className="rounded-lg border border-line bg-sunken p-3">
          <p className="flex items-center gap-1.5 text-sm font-medium">
            <Archive aria-hidden className="size-4" />
            Set aside
          </p>
          {dismissReason && <p className="pt-1 break-words">{dismissReason}</p>}
        </div>
      )}
      <KeptWords clusterId={clusterId} />
      <FormFailure error={reopen.error} />
      <div>
        <Button disabled={reopen.isPending} onClick={() => reopen.mutate({ clusterId })}>
          {status === "answered" ? "Take the answer back" : "Reopen"}
        </Button>
      </div>
    </div>
  );
}

function Answered({ twin, question }: { twin: Twin; question: QuestionDetail }) {
  const { answer, verifiedAnswerId, beliefId } = question;
  return (
    <div className="grid gap-1 rounded-lg border border-line bg-good-soft p-3">
      <p className="flex items-center gap-1.5 text-sm font-medium text-good">
        <BadgeCheck aria-hidden className="size-4" />
        {beliefId ? "Answered by a belief" : "Given from now on, guarded by a test"}
      </p>
      {answer && <p className="break-words whitespace-pre-wrap">{answer}</p>}
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <CameBack question={question} />
        <Told told={question.told} />
        {verifiedAnswerId && (
          <Link
            to="/twins/$twinId/verified"
            params={{ twinId: twin.id }}
            search={{ answer: verifiedAnswerId }}
            className="underline underline-offset-2 hover:text-ink"
          >
            Edit it
          </Link>
        )}
      </p>
    </div>
  );
}

function Told({ told: { waiting, sent, failed } }: Pick<QuestionDetail, "told">) {
  const words = [
    sent > 0 && `${sent} told by mail`,
    waiting > 0 && `${waiting} about to be told`,
    failed > 0 && `${failed} could not be reached`,
  ].filter(Boolean);
  return words.length > 0 ? <span>{words.join(", ")}</span> : null;
}

/** Somebody else was first: what was typed here is not lost. */
function KeptWords({ clusterId }: { clusterId: string }) {
  const { draft, isKept, forget } = useKeptDraft(["question", clusterId], { answer: "" });
  if (!isKept || draft.answer.trim() === "") return null;
  return (
    <div className="grid gap-2 rounded-lg border border-line p-3" role="status">
      <p className="text-sm font-medium">
        Somebody else decided first. What you wrote is kept here:
      </p>
      <p className="break-words whitespace-pre-wrap">{draft.answer}</p>
      <div className="flex gap-2">
        <CopyButton text={draft.answer} label="Copy" />
        <Button size="small" variant="ghost" onClick={forget}>
          Throw away
        </Button>
      </div>
    </div>
  );
}
