import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import type { RunDetail } from "./quality.ts";
import { RunFigures } from "./run-figures.tsx";
import { RUN_STATUS_WORDS, subjectWords, TRIGGER_WORDS } from "./run-words.ts";
import { useQualityChanged } from "./use-quality-changed.ts";

export function RunHead({ run }: { run: RunDetail }) {
  useSeeing(run);
  const compared = run.comparedReleaseId ? "what visitors get" : "the run before";
  return (
    <header className="grid gap-2 px-6 py-3 max-md:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to="/twins/$twinId/runs"
          params={{ twinId: run.twinId }}
          search={{}}
          aria-label="All runs"
          className="-ml-1 grid size-7 place-items-center rounded-md text-muted hover:bg-hover"
        >
          <ArrowLeft aria-hidden className="size-4" />
        </Link>
        <h1 className="text-lg font-semibold">
          {subjectWords(run)}, {formatMoment(run.createdAt)}
        </h1>
        <span className="text-sm text-faint">
          {TRIGGER_WORDS[run.trigger]} · compared with {compared}
        </span>
      </div>
      <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <RunFigures run={run} />
        {run.status === "running" && <Running run={run} />}
        {run.status !== "running" && run.status !== "succeeded" && (
          <span className="text-sm text-warn">{RUN_STATUS_WORDS[run.status]}</span>
        )}
      </div>
    </header>
  );
}

function Running({ run: { progress, jobId } }: { run: RunDetail }) {
  const trpc = useTRPC();
  const changed = useQualityChanged();
  const cancel = useMutation(trpc.job.cancel.mutationOptions({ onSuccess: changed }));
  const { done, total } = progress;
  return (
    <span className="flex min-w-56 items-center gap-3 text-sm text-muted tabular-nums">
      <ProgressBar fraction={done / total} label="Asking the tests" />
      {done}/{total}
      {jobId && (
        <Button size="small" disabled={cancel.isPending} onClick={() => cancel.mutate({ jobId })}>
          Cancel
        </Button>
      )}
    </span>
  );
}

/** Whoever opens a run that a notice tells of has looked at it. */
function useSeeing(run: RunDetail): void {
  const trpc = useTRPC();
  const changed = useQualityChanged();
  const see = useMutation(trpc.quality.markSeen.mutationOptions({ onSuccess: changed }));
  const isNews = run.trigger === "content" && run.status === "succeeded" && !run.isSeen;
  const mark = useEffectEvent(() => see.mutate({ runId: run.id }));
  useEffect(() => {
    if (isNews) mark();
  }, [isNews]);
}
