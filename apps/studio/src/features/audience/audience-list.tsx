import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { SearchX, UsersRound } from "lucide-react";
import { useState } from "react";
import { audienceFilterOf } from "#app/audience-search.ts";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button, buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { MoreRows } from "#ui/more-rows.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { AudienceTable } from "./audience-table.tsx";
import { BulkBar } from "./bulk-bar.tsx";

export function AudienceList({ twin, onImport }: { twin: Twin; onImport: () => void }) {
  const trpc = useTRPC();
  const search = useSearch({ from: "/studio/twins/$twinId/audience" });
  const filter = audienceFilterOf(search);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery(
    trpc.audience.list.infiniteQueryOptions(
      { twinId: twin.id, ...filter, sort: search.sort ?? "lastSeen" },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  if (!list.data) return <PageSkeleton />;
  const people = list.data.pages.flatMap((page) => page.items);
  const [first] = list.data.pages;
  const marked = people.filter(({ id }) => chosen.has(id));
  if (people.length === 0) {
    if (Object.keys(filter).length > 0) return <NothingMatches />;
    return <NoAudience twin={twin} onImport={onImport} />;
  }
  return (
    <>
      <BulkBar
        twinId={twin.id}
        people={marked}
        count={first?.count ?? null}
        tags={first?.tags ?? []}
        onClear={() => setChosen(new Set())}
      />
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        <AudienceTable people={people} chosen={chosen} onChoose={setChosen} />
        {list.hasNextPage && (
          <MoreRows isFetching={list.isFetchingNextPage} onNear={() => void list.fetchNextPage()} />
        )}
      </div>
    </>
  );
}

function NothingMatches() {
  return (
    <EmptyState icon={<SearchX />} title="Nobody matches">
      Nobody fits all of what is chosen above. Take one of it off to see more. Words are looked for
      at the beginning of names, addresses and ids.
    </EmptyState>
  );
}

function NoAudience({ twin, onImport }: { twin: Twin; onImport: () => void }) {
  return (
    <EmptyState
      icon={<UsersRound />}
      title="Nobody has come yet"
      action={
        <>
          <Link
            to="/twins/$twinId/launch"
            params={{ twinId: twin.id }}
            className={buttonLook({ variant: "primary" })}
          >
            Let people in
          </Link>
          <Button onClick={onImport}>Import people</Button>
        </>
      }
      example="Put your members into an access group before they come: whoever proves to have an imported address or id is in it."
    >
      Everyone who talks to {twin.name} stands here: what they asked, which groups they are in, what
      they agreed to. A browser is one person until a proof says that two are the same.
    </EmptyState>
  );
}
