import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { Library, SearchX } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { AddButton } from "./add/add-button.tsx";
import { SimilarBanner } from "./similar/similar-banner.tsx";
import { SimilarDialog } from "./similar/similar-dialog.tsx";
import { useSimilar } from "./similar/use-similar.ts";
import { SourceAnnouncer } from "./source-announcer.tsx";
import { SourcesTable } from "./sources-table.tsx";

export function SourceList({ twin, onAdd }: { twin: Twin; onAdd: () => void }) {
  const trpc = useTRPC();
  const { status, search } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const list = useInfiniteQuery(
    trpc.source.list.infiniteQueryOptions(
      { twinId: twin.id, status, search },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  const findings = useSimilar(twin.id);
  if (!list.data) return <PageSkeleton />;
  const sources = list.data.pages.flatMap((page) => page.items);
  if (sources.length === 0) {
    return status || search ? <NothingMatches /> : <NoSources twin={twin} onAdd={onAdd} />;
  }
  return (
    <>
      <SimilarBanner findings={findings} />
      <SimilarDialog findings={findings} />
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        <SourceAnnouncer sources={sources} />
        <SourcesTable sources={sources} findings={findings} />
        <ShowMore list={list} />
      </div>
    </>
  );
}

function NothingMatches() {
  return (
    <EmptyState icon={<SearchX />} title="No source matches">
      Nothing in this twin has that state and title. Loosen the filter above to see the others.
    </EmptyState>
  );
}

function NoSources({ twin, onAdd }: { twin: Twin; onAdd: () => void }) {
  return (
    <EmptyState
      icon={<Library />}
      title={`Teach ${twin.name}`}
      action={<AddButton onAdd={onAdd} />}
      example="For example a handbook as PDF, the pages of a course, the transcript of a talk, or a note of answers you give every week."
    >
      Everything the twin says comes from its sources: files, pages, whole sites, videos and notes.
      Drop files or a link anywhere on this page; each is live as soon as it has been read.
    </EmptyState>
  );
}
