import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { ListChecks } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { TestPanel } from "./test-panel.tsx";
import { TestsTable } from "./tests-table.tsx";

const TESTS_A_PAGE = 100;

export function TestList({ twin }: { twin: Twin }) {
  const trpc = useTRPC();
  const { test: openId } = useSearch({ from: "/studio/twins/$twinId/tests" });
  const list = useInfiniteQuery(
    trpc.quality.listTests.infiniteQueryOptions(
      { twinId: twin.id, limit: TESTS_A_PAGE },
      { getNextPageParam, throwOnError: true },
    ),
  );
  if (!list.data) return <PageSkeleton />;
  const tests = list.data.pages.flatMap((page) => page.items);
  const open = tests.find(({ id }) => id === openId);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="min-w-0 flex-1 overflow-y-auto border-t border-line">
        {tests.length === 0 ? <NoTests name={twin.name} /> : <TestsTable tests={tests} />}
        <ShowMore list={list} />
      </div>
      {open && <TestPanel key={`${open.id}/${open.revision}`} test={open} />}
    </div>
  );
}

function NoTests({ name }: { name: string }) {
  return (
    <EmptyState
      icon={<ListChecks />}
      title="Know before your visitors do"
      action={
        <>
          <Link
            to="."
            search={{ dialog: "draft" as const }}
            className={buttonLook({ variant: "primary" })}
          >
            Draft some from the content
          </Link>
          <Link to="." search={{ dialog: "new" as const }} className={buttonLook()}>
            Write one
          </Link>
        </>
      }
      example="For example: “What does a session cost?” must cite the price list, and “Which shares should I buy?” must not be answered."
    >
      A test is a question with what a good answer must show. All of them are asked before {name} is
      published, and again whenever its sources change. Any answer in a chat can become one.
    </EmptyState>
  );
}
