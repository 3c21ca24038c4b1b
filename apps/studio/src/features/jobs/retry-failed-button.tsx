import { RotateCw } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { useRetryFailed } from "./use-retry-failed.ts";

/** Begins again every failed source of one twin, or whatever failed in all of them. */
export function RetryFailedButton({ twinId }: { twinId: string | undefined }) {
  const { retryAll, isPending } = useRetryFailed();
  return (
    <Button disabled={isPending} onClick={() => retryAll(twinId ? { twinId } : "everywhere")}>
      <RotateCw aria-hidden />
      {isPending ? "Trying again…" : "Try all failed again"}
    </Button>
  );
}
