import type { Job } from "@understudy/core/job/contract";
import { RotateCw } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { isRetryable, useJobActions } from "./use-job-actions.ts";

/** Begins a failed job again, where that helps. */
export function RetryJob({ job }: { job: Job }) {
  const { retry, isPending } = useJobActions();
  if (!isRetryable(job)) return null;
  return (
    <Button
      size="small"
      className="justify-self-start"
      disabled={isPending}
      onClick={() => retry(job)}
    >
      <RotateCw aria-hidden />
      Try again
    </Button>
  );
}
