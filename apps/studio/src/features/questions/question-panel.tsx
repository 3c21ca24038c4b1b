import { useQuery } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { PanelFailure } from "#ui/panel-failure.tsx";
import { PanelHead } from "#ui/panel-head.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { AnswerQuestion } from "./answer-question.tsx";
import type { QuestionDetail } from "./question.ts";
import { CameBack } from "./question-row.tsx";
import { SettledQuestion } from "./settled-question.tsx";
import { Sparkline } from "./sparkline.tsx";
import { WhoAsked } from "./who-asked.tsx";

/** One question as everybody asked it, and the field to answer it in. */
export function QuestionPanel({
  twin,
  clusterId,
  onClose,
}: {
  twin: Twin;
  clusterId: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const { data: question, error } = useQuery(trpc.question.get.queryOptions({ clusterId }));
  return (
    <SidePanel label="Question" onClose={onClose}>
      <PanelHead title={question?.question} isRuled onClose={onClose} />
      <PanelFailure error={error} gone="This question is gone." />
      {question && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label="The question and its answer"
          className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto p-4 -outline-offset-2"
        >
          <AskedLine question={question} />
          {question.status === "open" ? (
            <AnswerQuestion twin={twin} question={question} onDone={onClose} />
          ) : (
            <SettledQuestion twin={twin} question={question} />
          )}
          <WhoAsked twin={twin} question={question} />
        </section>
      )}
    </SidePanel>
  );
}

function AskedLine({ question }: { question: QuestionDetail }) {
  const { people, timesAsked, firstAskedAt, lastAskedAt, trend } = question;
  const now = useNow();
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-4 text-sm text-muted">
        <p>
          {people === 1 ? "One person" : `${people} people`} asked
          {timesAsked > people && `, ${timesAsked} times`}, first{" "}
          <Ago at={firstAskedAt} now={now} />, last <Ago at={lastAskedAt} now={now} />
        </p>
        <Sparkline trend={trend} />
      </div>
      {question.status === "open" && <CameBack question={question} />}
    </div>
  );
}
