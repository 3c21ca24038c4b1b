import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Provider } from "@understudy/core/provider/contract";
import { explainFailure } from "#lib/explain-failure.ts";
import { formatDuration } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FAILURE_WORDS } from "./provider-words.ts";

/** Calls it once, for real, and says beside the button how that went. */
export function TestProvider({ provider: { id }, name }: { provider: Provider; name: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const testing = useMutation(
    trpc.provider.test.mutationOptions({
      meta: { inline: true },
      onSettled: () => queryClient.invalidateQueries(trpc.provider.list.pathFilter()),
    }),
  );
  const { data } = testing;
  const outcome = data?.ok
    ? `Answered in ${formatDuration(data.tookMs)}`
    : data
      ? (FAILURE_WORDS[data.reason ?? ""] ?? "It failed.")
      : testing.error && explainFailure(testing.error).text;
  return (
    <div className="flex items-center justify-end gap-3 max-md:flex-col max-md:items-end max-md:gap-1">
      <p role="status" className="text-right text-sm text-pretty text-muted">
        {testing.isPending ? "Calling…" : outcome}
      </p>
      <Button
        size="small"
        disabled={testing.isPending}
        onClick={() => testing.mutate({ provider: id })}
      >
        Test<span className="sr-only"> {name}</span>
      </Button>
    </div>
  );
}
