import type { Twin } from "@understudy/core/twin/contract";
import { type FormEvent, useState } from "react";
import { useKeptDraft } from "#lib/use-kept-draft.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Keys } from "#ui/keys.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { AnswerScope } from "./answer-scope.tsx";
import { DismissDialog } from "./dismiss-dialog.tsx";
import { NearInSources } from "./near-in-sources.tsx";
import type { QuestionDetail } from "./question.ts";
import { TellAskers } from "./tell-askers.tsx";
import { useSettleQuestion } from "./use-settle-question.ts";
import { WaysToAsk } from "./ways-to-ask.tsx";

const FORMS = [
  { value: "verified", label: "Answer" },
  { value: "belief", label: "Belief" },
] as const;
const HINTS = {
  verified: "Whoever asks this gets exactly these words, marked as verified.",
  belief: "Answers to this and to whatever it bears on may rest on it, and cite it.",
};

interface Draft {
  answer: string;
  as: (typeof FORMS)[number]["value"];
  phrasings: string[];
  accessGroupIds: string[] | null;
  tellAskers: boolean;
}

/** Answers once for all who ask; what was typed is kept when it is refused. */
export function AnswerQuestion({
  twin,
  question,
  onDone,
}: {
  twin: Twin;
  question: QuestionDetail;
  onDone: () => void;
}) {
  const { id: clusterId, ways, tellable } = question;
  const [isDismissing, setDismissing] = useState(false);
  const kept = useKeptDraft<Draft>(["question", clusterId], {
    answer: question.answer ?? "",
    as: "verified",
    phrasings: ways.filter(({ because }) => because === null).map((way) => way.question),
    accessGroupIds: null,
    tellAskers: (tellable ?? 0) > 0,
  });
  const { answer: saving } = useSettleQuestion(() => {
    kept.forget();
    onDone();
  });
  const { answer, as, phrasings, accessGroupIds, tellAskers } = kept.draft;
  const isVerified = as === "verified";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const told = isVerified && tellAskers && (tellable ?? 0) > 0;
    const wanted = { clusterId, answer, as, accessGroupIds, tellAskers: told };
    saving.mutate({ ...wanted, ...(isVerified && { phrasings }) });
  };
  return (
    <form onSubmit={submit} aria-label={`Answer: ${question.question}`} className="grid gap-4">
      <Field label="Your answer" hint={HINTS[as]}>
        {(ids) => (
          <Textarea
            {...ids}
            required
            rows={4}
            maxLength={10_000}
            value={answer}
            onChange={(event) => kept.change({ answer: event.target.value })}
            onKeyDown={(event) => {
              const isSend = event.key === "Enter" && (event.metaKey || event.ctrlKey);
              if (isSend) event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      <NearInSources clusterId={clusterId} onTake={(text) => kept.change({ answer: text })} />
      <div>
        <Segmented
          label="What it becomes"
          value={as}
          choices={FORMS}
          onChange={(chosen) => kept.change({ as: chosen })}
        />
      </div>
      {isVerified && (
        <WaysToAsk
          ways={ways}
          taken={phrasings}
          onChange={(chosen) => kept.change({ phrasings: chosen })}
        />
      )}
      <AnswerScope
        twinId={twin.id}
        accessGroupIds={accessGroupIds}
        onChange={(chosen) => kept.change({ accessGroupIds: chosen })}
      />
      {isVerified && (
        <TellAskers
          tellable={tellable}
          isChecked={tellAskers}
          onChange={(isOn) => kept.change({ tellAskers: isOn })}
        />
      )}
      <FormFailure error={saving.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={saving.isPending || answer.trim() === ""}>
          {saving.isPending ? "Saving…" : "Answer once for all"}
        </Button>
        <Button disabled={saving.isPending} onClick={() => setDismissing(true)}>
          Set aside
          <Keys>e</Keys>
        </Button>
      </div>
      {isDismissing && <DismissDialog clusterId={clusterId} onClose={() => setDismissing(false)} />}
    </form>
  );
}
