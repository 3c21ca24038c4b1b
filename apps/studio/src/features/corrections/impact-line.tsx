import { useQuery } from "@tanstack/react-query";
import { TestLinks } from "#features/impact/test-links.tsx";
import { VouchedLinks } from "#features/impact/vouched-links.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";

/** What rests on a passage: recent answers, what the owner vouches for, and quality tests. */
export function ImpactLine({ chunkId }: { chunkId: string }) {
  const trpc = useTRPC();
  const { id: twinId } = useTwin();
  const { data } = useQuery(trpc.source.overlay.impact.queryOptions({ chunkId }));
  return (
    <div role="status" className="grid min-h-5 gap-1.5 text-sm text-muted">
      {data && <p>{wordsOf(data.answers)}</p>}
      {data && data.vouched.length > 0 && (
        <>
          <p>It bears on what you vouch for:</p>
          <VouchedLinks twinId={twinId} vouched={data.vouched} />
        </>
      )}
      {data && data.tests.length > 0 && (
        <>
          <p>Quality tests rest on it:</p>
          <TestLinks twinId={twinId} tests={data.tests} />
        </>
      )}
    </div>
  );
}

function wordsOf(answers: number): string {
  if (answers === 0) return "No answer of the last 30 days cites this passage.";
  if (answers === 1) return "1 answer of the last 30 days cites this passage, and stays as it is.";
  return `${countOf(answers, "answer")} of the last 30 days cite this passage, and stay as they are.`;
}
