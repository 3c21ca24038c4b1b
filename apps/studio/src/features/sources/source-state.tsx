import type { Job } from "@understudy/core/job/contract";
import type { Source } from "@understudy/core/source/contract";
import { CircleCheck, CircleDashed, CircleX, RefreshCw, TriangleAlert } from "lucide-react";
import { jobWords } from "#features/jobs/stage-words.ts";
import { isActive } from "#features/jobs/use-jobs.ts";
import { ProgressBar } from "#ui/progress-bar.tsx";

/** A mark and a word for each state, everywhere the same; while processing, the stage it is in. */
export function SourceState({ source, job }: { source: Source; job?: Job }) {
  switch (source.status) {
    case "live":
      if (source.refreshing)
        return (
          <State icon={<RefreshCw aria-hidden className="text-good" />} word="Live, refreshing" />
        );
      return source.picturePages.length > 0 ? (
        <State icon={<TriangleAlert aria-hidden className="text-warn" />} word="Live, in part" />
      ) : (
        <State icon={<CircleCheck aria-hidden className="text-good" />} word="Live" />
      );
    case "failed":
      return <State icon={<CircleX aria-hidden className="text-bad" />} word="Failed" />;
    case "processing":
      return <Processing job={job && isActive(job) ? job : undefined} title={source.title} />;
  }
}

function State({ icon, word }: { icon: React.ReactNode; word: string }) {
  return (
    <span className="flex items-center gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span className="truncate">{word}</span>
    </span>
  );
}

function Processing({ job, title }: { job?: Job; title: string }) {
  return (
    <span className="grid gap-1">
      <State
        icon={<CircleDashed aria-hidden className="animate-pulse text-accent-text" />}
        word={job ? jobWords(job) : "Processing"}
      />
      <ProgressBar
        fraction={job?.status === "running" ? job.progress : null}
        label={`Processing ${title}`}
      />
    </span>
  );
}
