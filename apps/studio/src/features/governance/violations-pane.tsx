import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Violation } from "@understudy/core/governance/contract";
import { ShieldCheck } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/select.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { ViolationCounts } from "./violation-counts.tsx";
import { VIOLATION_KINDS, VIOLATION_WORDS } from "./violation-words.ts";
import { ViolationsTable } from "./violations-table.tsx";

type Kind = Violation["kind"];

/** What the rules hid, refused and held back, with the conversations that it happened in. */
export function ViolationsPane({
  twinId,
  kind,
  onKind,
}: {
  twinId: string | null;
  kind?: Kind | undefined;
  onKind: (kind: Kind | undefined) => void;
}) {
  const trpc = useTRPC();
  const narrowed = { ...(twinId !== null && { twinId }), ...(kind && { kind }) };
  const list = useInfiniteQuery(
    trpc.governance.violations.infiniteQueryOptions(narrowed, {
      getNextPageParam,
      placeholderData: keepPreviousData,
      throwOnError: true,
    }),
  );
  if (!list.data) return <PageSkeleton />;
  const rows = list.data.pages.flatMap((page) => page.items);
  const counts = list.data.pages[0]?.counts ?? [];
  if (rows.length === 0 && kind === undefined) return <Nothing />;
  return (
    <>
      <ViolationCounts counts={counts} />
      <div className="flex items-center gap-2 border-t border-line px-6 py-2 max-md:px-4">
        <Select
          aria-label="What happened"
          value={kind ?? ""}
          onChange={({ target }) => onKind(VIOLATION_KINDS.find((each) => each === target.value))}
        >
          <option value="">Everything</option>
          {VIOLATION_KINDS.map((each) => (
            <option key={each} value={each}>
              {VIOLATION_WORDS[each]}
            </option>
          ))}
        </Select>
      </div>
      <ViolationsTable rows={rows} hasTwins={twinId === null} />
      <ShowMore list={list} />
    </>
  );
}

function Nothing() {
  return (
    <EmptyState
      icon={<ShieldCheck />}
      title="No rule had to act yet"
      example="For example “Hidden from a provider · E-mail addresses · 2”, with the conversation it happened in."
    >
      What is hidden, refused, held back or not sent out is counted here, each with a link to where
      it happened.
    </EmptyState>
  );
}
