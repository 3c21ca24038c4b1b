import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { HeartPulse } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { ContradictionCard } from "./contradiction-card.tsx";
import { FaultCard } from "./fault-card.tsx";
import { type Finding, KINDS_OF } from "./finding.ts";

export function FindingList({ twin, wasChecked }: { twin: Twin; wasChecked: boolean }) {
  const trpc = useTRPC();
  const { show, settled } = useSearch({ from: "/studio/twins/$twinId/health" });
  const list = useInfiniteQuery(
    trpc.knowledge.listFindings.infiniteQueryOptions(
      {
        twinId: twin.id,
        ...(show && { kinds: KINDS_OF[show] }),
        ...(!settled && { status: "open" as const }),
      },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  const { setActiveId } = useListKeys({ onOpen: () => {}, onClose: () => {} });
  if (!list.data) return <PageSkeleton />;
  const findings = list.data.pages
    .flatMap((page) => page.items)
    .filter(({ status }) => !settled || status !== "open");
  if (findings.length === 0 && !list.hasNextPage) {
    return <Nothing name={twin.name} isSettled={settled === true} wasChecked={wasChecked} />;
  }
  return (
    <ol aria-label="Findings" className="grid max-w-5xl gap-4 px-6 py-4 max-md:px-4">
      {findings.map((finding) => (
        <li
          key={finding.id}
          data-row-id={finding.id}
          tabIndex={-1}
          onFocus={() => setActiveId(finding.id)}
          className="rounded-lg border border-line bg-surface p-4 focus-visible:outline-2"
        >
          <Card finding={finding} />
        </li>
      ))}
      {list.hasNextPage && (
        <li className="text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show more
          </Button>
        </li>
      )}
    </ol>
  );
}

function Card({ finding }: { finding: Finding }) {
  const { contradiction } = finding;
  if (contradiction) return <ContradictionCard finding={finding} contradiction={contradiction} />;
  return <FaultCard finding={finding} />;
}

function Nothing({
  name,
  isSettled,
  wasChecked,
}: {
  name: string;
  isSettled: boolean;
  wasChecked: boolean;
}) {
  if (isSettled) {
    return (
      <EmptyState icon={<HeartPulse />} title="Nothing was settled yet">
        What you resolve or dismiss is kept here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<HeartPulse />}
      title={wasChecked ? "Nothing to look at" : "Not looked at yet"}
      example="For example, an old price list that says 40 euros where the new one says 60."
    >
      After every change, and once a day, what {name} was taught is searched for sentences that say
      otherwise, for texts that are nearly the same, were read badly, or are out of date.
    </EmptyState>
  );
}
