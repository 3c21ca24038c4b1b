import { useInfiniteQuery } from "@tanstack/react-query";
import type { Sync } from "@understudy/core/source/contract";
import { useState } from "react";
import { formatCount } from "#lib/format-count.ts";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { SyncPageRow } from "./sync-page-row.tsx";
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from "./sync-words.ts";
import { useAllPages } from "./use-all-pages.ts";

const ROWS_A_PAGE = 100;
const ANY = "any";

/** What became of each address of a site, or member of an archive; found by its address or reason. */
export function SyncPages({ sync, pages }: { sync: Sync; pages: NonNullable<Sync["pages"]> }) {
  const trpc = useTRPC();
  const [outcome, setOutcome] = useState<Outcome | typeof ANY>(ANY);
  const [typed, setTyped] = useState("");
  const list = useInfiniteQuery(
    trpc.source.listSyncPages.infiniteQueryOptions(
      { syncId: sync.id, limit: ROWS_A_PAGE, ...(outcome !== ANY && { outcome }) },
      { getNextPageParam },
    ),
  );
  const rows = useAllPages(list);
  const choices = OUTCOMES.filter((each) => (pages[each] ?? 0) > 0).map((value) => ({
    value,
    label: `${capital(OUTCOME_WORDS[value])} ${formatCount(pages[value] ?? 0)}`,
  }));
  const found = rows?.filter(({ address }) => address.toLowerCase().includes(typed.toLowerCase()));
  return (
    <>
      <div className="max-w-full overflow-x-auto">
        <Segmented
          label="Outcome"
          value={outcome}
          onChange={setOutcome}
          choices={[{ value: ANY, label: "All" }, ...choices]}
        />
      </div>
      <Input
        type="search"
        aria-label="Find an address"
        placeholder="Find an address"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {!found && <Skeleton className="h-16" />}
      {found?.length === 0 && <p className="text-sm text-muted">Nothing matches.</p>}
      <ul className="grid grid-cols-1">
        {found?.map((row) => (
          <SyncPageRow key={row.id} row={row} />
        ))}
      </ul>
    </>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
