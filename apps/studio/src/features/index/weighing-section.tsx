import { Link } from "@tanstack/react-router";
import type { Job } from "@understudy/core/job/contract";
import { isActive } from "#features/jobs/use-jobs.ts";
import { countOf } from "#lib/format-count.ts";
import { buttonLook } from "#ui/button.tsx";
import type { TwinIndex } from "./use-index.ts";
import { WeighingView } from "./weighing-view.tsx";

/** How much meaning counts beside words in what answers, or what it takes to find out. */
export function WeighingSection({
  twinId,
  index,
  job,
}: {
  twinId: string;
  index: TwinIndex;
  job: Job | undefined;
}) {
  const { live, outsideReranker } = index;
  return (
    <section aria-labelledby="weighing" className="grid gap-3 border-t border-line pt-6">
      <h2 id="weighing" className="font-semibold">
        Words and meaning
      </h2>
      {live.weighing ? (
        <WeighingView weighing={live.weighing} />
      ) : (
        <NotWeighed twinId={twinId} namingTests={index.namingTests} job={job} />
      )}
      {outsideReranker && (
        <p className="max-w-prose text-pretty text-muted">
          {outsideReranker} puts passages in order here: this counts while it does not answer.
        </p>
      )}
      {live.weighing && job && isActive(job) && (
        <p className="text-muted">
          Tests or sources have changed since:{" "}
          <Link to="/jobs" search={{ job: job.id }} className="underline underline-offset-4">
            it is weighed anew
          </Link>
          .
        </p>
      )}
    </section>
  );
}

function NotWeighed({
  twinId,
  namingTests: { count, least },
  job,
}: {
  twinId: string;
  namingTests: TwinIndex["namingTests"];
  job: Job | undefined;
}) {
  if (count >= least) {
    return (
      <p className="max-w-prose text-pretty text-muted" role="status">
        {countOf(count, "quality test")} say what is to be found.{" "}
        {job ? (
          <Link to="/jobs" search={{ job: job.id }} className="underline underline-offset-4">
            {isActive(job) ? "How much meaning counts is being found out" : "See how it went"}
          </Link>
        ) : (
          "How much meaning counts is found out within a day"
        )}
        .
      </p>
    );
  }
  const have = count > 0 ? `You have ${count}; ` : "";
  return (
    <div className="grid max-w-prose gap-3">
      <p className="text-pretty">Meaning counts as much as usual.</p>
      <p className="text-pretty text-muted">
        Some twins find better by words, some by meaning. With {least} quality tests that say which
        source or passage an answer must cite, this twin finds out by itself how much meaning should
        count here, and goes by it. {have}
        {countOf(least - count, "more test")} {least - count === 1 ? "is" : "are"} missing. For
        example: “How long may a parcel be returned?” must cite Returns policy. An answer that was
        right becomes such a test in one click, where you see why it was given.
      </p>
      <div className="flex flex-wrap gap-2">
        <Link
          to="/twins/$twinId/tests"
          params={{ twinId }}
          search={{ dialog: "new" }}
          className={buttonLook({ size: "small" })}
        >
          Write a test
        </Link>
        <Link
          to="/twins/$twinId/tests"
          params={{ twinId }}
          search={{ dialog: "draft" }}
          className={buttonLook({ size: "small" })}
        >
          Draft tests from content
        </Link>
      </div>
    </div>
  );
}
