import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearch } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { NotFound } from "#app/not-found.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useMedia } from "#lib/use-media.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Segmented } from "#ui/segmented.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { SplitPanes } from "#ui/split-panes.tsx";
import { originalKind } from "./original-kind.ts";
import { OriginalPane } from "./original-pane.tsx";
import { PassageBar } from "./passage-bar.tsx";
import { UnderstoodPane } from "./understood-pane.tsx";
import { usePassageKeys } from "./use-passage-keys.ts";
import { useSetSearch, useViewer, VIEWER_ROUTE } from "./use-viewer.ts";
import { ViewerHead } from "./viewer-head.tsx";

/** A source over the whole screen: the original beside what was understood of it. */
export function ViewerPage() {
  const twin = useTwin();
  const trpc = useTRPC();
  const { sourceId } = useParams({ from: VIEWER_ROUTE });
  const { data: source } = useQuery(
    trpc.source.get.queryOptions({ sourceId }, { throwOnError: true }),
  );
  usePageTitle(source?.title, twin.name);
  if (!source) return <PageSkeleton />;
  if (source.twinId !== twin.id) return <NotFound />;
  if (source.kind === "belief") {
    const params = { twinId: twin.id };
    return (
      <Navigate
        to="/twins/$twinId/beliefs"
        params={params}
        search={{ belief: source.id }}
        replace
      />
    );
  }
  // A site or an archive has no original of its own; its pages or files are listed beside it.
  if (source.pages) {
    const params = { twinId: twin.id };
    return (
      <Navigate
        to="/twins/$twinId/sources"
        params={params}
        search={{ source: source.id }}
        replace
      />
    );
  }
  return <OpenSource key={source.id} source={source} />;
}

function OpenSource({ source }: { source: Source }) {
  const search = useSearch({ from: VIEWER_ROUTE });
  const setSearch = useSetSearch();
  const { viewer, finding, isMissing, isReading } = useViewer(source);
  const step = usePassageKeys(viewer);
  const isWide = useMedia("(min-width: 48rem)");
  const pane = search.pane ?? "original";
  // What is set for reading by its text needs no second copy of it beside.
  const kind = originalKind(source, viewer.blocks);
  const tab = search.tab ?? (kind === "reading" ? "passages" : "text");
  const original = <OriginalPane viewer={viewer} />;
  const understood = (
    <UnderstoodPane
      viewer={viewer}
      tab={tab}
      isReading={isReading}
      onTab={(chosen) => setSearch({ tab: chosen })}
    />
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ViewerHead source={source} finding={finding} />
      <PassageBar viewer={viewer} isMissing={isMissing} onStep={step} />
      {isWide ? (
        <SplitPanes
          label="Width of the original"
          storedUnder="understudy.viewer.share"
          left={original}
          right={understood}
        />
      ) : (
        <>
          <div className="flex shrink-0 justify-center border-b border-line p-1.5">
            <Segmented
              label="What is shown"
              value={pane}
              onChange={(chosen) => setSearch({ pane: chosen })}
              choices={[
                { value: "original", label: "Original" },
                { value: "text", label: "As understood" },
              ]}
            />
          </div>
          {pane === "original" ? original : understood}
        </>
      )}
    </div>
  );
}
