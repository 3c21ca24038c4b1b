import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useState } from "react";
import { filterOf } from "#app/conversations-search.ts";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button, buttonLook } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { Segmented } from "#ui/segmented.tsx";

const FORMATS = [
  { value: "csv", label: "CSV" },
  { value: "jsonl", label: "JSON lines" },
] as const;

/** What the list shows, as a file: at once, or by a job that can be cancelled. */
export function ExportDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const filter = filterOf(useSearch({ from: "/studio/twins/$twinId/conversations" }));
  const [format, setFormat] = useState<"csv" | "jsonl">("csv");
  const begun = useMutation(trpc.conversation.export.mutationOptions());
  const { data: made } = begun;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Export conversations"
      description="All that the list shows now, a line a message, with what it rests on and what people thought of it."
    >
      <div className="grid gap-4 pt-2">
        {!made && (
          <>
            <Segmented label="Format" value={format} choices={FORMATS} onChange={setFormat} />
            <FormFailure error={begun.error} />
            <div>
              <Button
                variant="primary"
                disabled={begun.isPending}
                onClick={() => begun.mutate({ twinId, format, ...filter })}
              >
                Make the file
              </Button>
            </div>
          </>
        )}
        {made?.jobId && <Writing jobId={made.jobId} url={made.url} />}
        {made && !made.jobId && <Fetch url={made.url} conversations={made.conversations} />}
      </div>
    </Dialog>
  );
}

function Fetch({ url, conversations }: { url: string; conversations: number }) {
  return (
    <>
      <p>{countOf(conversations, "conversation")}.</p>
      <a href={url} download className={buttonLook({ variant: "primary" })}>
        <Download aria-hidden />
        Download
      </a>
    </>
  );
}

function Writing({ jobId, url }: { jobId: string; url: string }) {
  const trpc = useTRPC();
  const { data: job, error } = useQuery(
    trpc.job.get.queryOptions(
      { jobId },
      {
        refetchInterval: ({ state: { data } }) =>
          data && ["succeeded", "failed", "cancelled"].includes(data.status) ? false : 700,
      },
    ),
  );
  const cancel = useMutation(trpc.job.cancel.mutationOptions());
  if (!job) return <FormFailure error={error} />;
  if (job.status === "succeeded") {
    const count = Number(job.result?.conversations ?? 0);
    return (
      <>
        <Fetch url={url} conversations={count} />
        <p className="text-sm text-muted">The file is kept for a day.</p>
      </>
    );
  }
  if (job.status === "failed" || job.status === "cancelled") {
    return (
      <p>
        {job.status === "failed"
          ? "The file could not be written."
          : "Cancelled: no file was kept."}
      </p>
    );
  }
  return (
    <>
      <ProgressBar label="Writing the file" fraction={job.progress} />
      <p className="text-sm text-muted">
        It goes on when you leave, and stands among the{" "}
        <Link to="/jobs" className="underline">
          jobs
        </Link>
        .
      </p>
      <div>
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ jobId })}>
          Cancel
        </Button>
      </div>
    </>
  );
}
