import { RotateCw } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { useRetryFailed } from "./use-retry-failed.ts";

/** Begins again every failed source of the twins in question. */
export function RetryFailedButton({ twinIds }: { twinIds: readonly string[] }) {
  const { retryAll, isPending } = useRetryFailed();
  return (
    <Button
      disabled={isPending || twinIds.length === 0}
      onClick={() => retryAll(twinIds.map((twinId) => ({ twinId })))}
    >
      <RotateCw aria-hidden />
      {isPending ? "Trying again…" : "Try all failed again"}
    </Button>
  );
}
