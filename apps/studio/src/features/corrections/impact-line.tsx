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
  const cites = answers === 1 ? "cites" : "cite";
  return `${countOf(answers, "answer")} of the last 30 days ${cites} this passage. They stay as they were given.`;
}
