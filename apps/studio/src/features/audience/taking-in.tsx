import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";

const ENDED = ["succeeded", "failed", "cancelled"];

/** How far a large import has come. */
export function TakingIn({ jobId, onEnded }: { jobId: string; onEnded: () => void }) {
  const trpc = useTRPC();
  const { data: job, error } = useQuery(
    trpc.job.get.queryOptions(
      { jobId },
      {
        refetchInterval: ({ state: { data } }) =>
          data && ENDED.includes(data.status) ? false : 700,
      },
    ),
  );
  const hasEnded = job !== undefined && ENDED.includes(job.status);
  const ended = useEffectEvent(onEnded);
  useEffect(() => {
    if (hasEnded) ended();
  }, [hasEnded]);
  if (!job) return <FormFailure error={error} />;
  if (job.status === "succeeded") {
    const { created, updated, problems } = job.result ?? {};
    return (
      <p role="status">
        Imported: {String(created)} new, {String(updated)} changed.
        {Number(problems) > 0 &&
          ` ${String(problems)} rows were left out; the job's log names them.`}
      </p>
    );
  }
  if (hasEnded) {
    return <p role="status">It ended before it was through. What was taken in by then stays.</p>;
  }
  return (
    <>
      <ProgressBar label="Taking people in" fraction={job.progress} />
      <p className="text-sm text-muted">
        It goes on when you leave, and stands among the{" "}
        <Link to="/jobs" className="underline">
          jobs
        </Link>
        .
      </p>
    </>
  );
}
