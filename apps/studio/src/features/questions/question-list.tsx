import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { useState } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useHotkey } from "#lib/use-hotkey.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { classNames } from "#ui/class-names.ts";
import { Keys } from "#ui/keys.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { DismissDialog } from "./dismiss-dialog.tsx";
import { EmptyQuestions } from "./empty-questions.tsx";
import type { QuestionPage } from "./question.ts";
import { QuestionRow } from "./question-row.tsx";

const TABS = [
  { status: "open", label: "Open" },
  { status: "answered", label: "Answered" },
  { status: "dismissed", label: "Set aside" },
] as const;

export function QuestionList({
  twin,
  onOpen,
}: {
  twin: Twin;
  onOpen: (clusterId: string | undefined) => void;
}) {
  const trpc = useTRPC();
  const { open: openId, status = "open" } = useSearch({ from: "/studio/twins/$twinId/questions" });
  const [dismissed, setDismissed] = useState<string | null>(null);
  const list = useInfiniteQuery(
    trpc.question.list.infiniteQueryOptions(
      { twinId: twin.id, status },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  const { activeId, setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen,
    onClose: () => onOpen(undefined),
  });
  const chosen = openId ?? activeId;
  useHotkey("e", () => status === "open" && chosen && setDismissed(chosen));
  const questions = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <StatusTabs twin={twin} status={status} counts={list.data?.pages[0]?.counts} />
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {!questions && <PageSkeleton />}
        {questions?.length === 0 && <EmptyQuestions twin={twin} status={status} />}
        {questions && questions.length > 0 && (
          <ol aria-label="Questions">
            {questions.map((question) => (
              <QuestionRow
                key={question.id}
                question={question}
                isOpen={question.id === openId}
                onOpen={() => onOpen(question.id)}
                onFocus={() => setActiveId(question.id)}
              />
            ))}
          </ol>
        )}
        <ShowMore list={list} />
      </div>
      {status === "open" && (
        <p className="flex gap-3 border-t border-line px-6 py-2 text-xs text-faint max-md:hidden">
          <span>
            <Keys>j</Keys> <Keys>k</Keys> move
          </span>
          <span>
            <Keys>enter</Keys> open
          </span>
          <span>
            <Keys>e</Keys> set aside
          </span>
        </p>
      )}
      {dismissed && <DismissDialog clusterId={dismissed} onClose={() => setDismissed(null)} />}
    </>
  );
}

function StatusTabs({
  twin,
  status,
  counts,
}: {
  twin: Twin;
  status: (typeof TABS)[number]["status"];
  counts: QuestionPage["counts"] | undefined;
}) {
  return (
    <nav aria-label="Which questions" className="flex gap-4 px-6 max-md:px-4">
      {TABS.map((tab) => (
        <Link
          key={tab.status}
          to="/twins/$twinId/questions"
          params={{ twinId: twin.id }}
          search={tab.status === "open" ? {} : { status: tab.status }}
          aria-current={tab.status === status ? "page" : undefined}
          className={classNames(
            "-mb-px flex h-9 items-center gap-1.5 border-b-2 text-sm font-medium",
            tab.status === status
              ? "border-accent-text text-ink"
              : "border-transparent text-muted hover:text-ink",
          )}
        >
          {tab.label}
          {counts && <span className="text-faint tabular-nums">{counts[tab.status]}</span>}
        </Link>
      ))}
    </nav>
  );
}
