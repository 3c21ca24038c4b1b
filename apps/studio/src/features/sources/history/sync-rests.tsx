import { useQuery } from "@tanstack/react-query";
import type { Sync } from "@understudy/core/source/contract";
import { TestLinks } from "#features/impact/test-links.tsx";
import { VouchedLinks } from "#features/impact/vouched-links.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";

/** What rests on what a sync took away: what the owner vouches for, quality tests, and recent answers. */
export function SyncRests({ sync }: { sync: Sync }) {
  const trpc = useTRPC();
  const { id: twinId } = useTwin();
  const { data } = useQuery(trpc.source.syncImpact.queryOptions({ syncId: sync.id }));
  if (!data || data.answers + data.items.length + data.tests.length === 0) return null;
  const vouched = data.items.map(({ verifiedAnswerId, question, beliefId, statement }) => ({
    kind: verifiedAnswerId ? ("verified" as const) : ("belief" as const),
    id: verifiedAnswerId ?? beliefId ?? "",
    title: question ?? statement ?? "",
  }));
  const distinct = [...new Map(vouched.map((each) => [each.id, each])).values()];
  return (
    <section aria-label="What rests on it" className="grid gap-1.5">
      <h3 className="text-xs font-medium text-muted">What rests on what it changed</h3>
      <VouchedLinks twinId={twinId} vouched={distinct} />
      <TestLinks twinId={twinId} tests={data.tests} />
      {data.answers > 0 && (
        <p className="text-sm text-muted">
          {countOf(data.answers, "answer")} of the last 30 days{" "}
          {data.answers === 1
            ? "quotes what it took away, and stays"
            : "quote what it took away, and stay"}{" "}
          as given.
        </p>
      )}
    </section>
  );
}
