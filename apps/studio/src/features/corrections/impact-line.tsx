import { useQuery } from "@tanstack/react-query";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";

/** How many recent answers rest on a passage. */
export function ImpactLine({ chunkId }: { chunkId: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.source.overlay.impact.queryOptions({ chunkId }));
  return (
    <p role="status" className="min-h-5 text-sm text-muted">
      {data && wordsOf(data.answers)}
    </p>
  );
}

function wordsOf(answers: number): string {
  if (answers === 0) return "No answer of the last 30 days cites this passage.";
  if (answers === 1) return "1 answer of the last 30 days cites this passage, and stays as it is.";
  return `${countOf(answers, "answer")} of the last 30 days cite this passage, and stay as they are.`;
}
