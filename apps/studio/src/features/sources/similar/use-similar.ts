import { useQuery } from "@tanstack/react-query";
import { type Outputs, useTRPC } from "#lib/trpc.ts";

export type Finding = Outputs["knowledge"]["listFindings"]["items"][number];

const FINDINGS_SHOWN = 100;

/** Pairs of a twin's sources that say nearly the same and that nobody has judged yet. */
export function useSimilar(twinId: string): readonly Finding[] {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.knowledge.listFindings.queryOptions({
      twinId,
      kinds: ["near_duplicate"],
      status: "open",
      limit: FINDINGS_SHOWN,
    }),
  );
  return data?.items ?? [];
}

export function findingOf(findings: readonly Finding[], sourceId: string): Finding | undefined {
  return findings.find((each) => each.sourceId === sourceId || each.otherSourceId === sourceId);
}
