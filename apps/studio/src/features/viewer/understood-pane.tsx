import type { ViewerTab } from "#app/viewer-search.ts";
import { CorrectionList } from "#features/corrections/correction-list.tsx";
import { NotLive } from "#features/sources/not-live.tsx";
import { countOf } from "#lib/format-count.ts";
import { Segmented } from "#ui/segmented.tsx";
import { ListPane } from "./list-pane.tsx";
import { PaneSkeleton } from "./pane-skeleton.tsx";
import { PassagesPane } from "./passages-pane.tsx";
import { TextPane } from "./text-pane.tsx";
import type { Viewer } from "./viewer.ts";

/** What was made of the original: its text, its passages one by one, or what their owner corrected. */
export function UnderstoodPane({
  viewer,
  tab,
  isReading,
  onTab,
}: {
  viewer: Viewer;
  tab: ViewerTab;
  isReading: boolean;
  onTab: (tab: ViewerTab) => void;
}) {
  const { source, passages } = viewer;
  if (source.status !== "live") return <NotLive source={source} />;
  return (
    <>
      <div className="flex h-10 shrink-0 items-center justify-between border-b border-line px-2">
        <Segmented
          label="What was understood"
          value={tab}
          onChange={onTab}
          choices={[
            { value: "text", label: "Text" },
            { value: "passages", label: "Passages" },
            { value: "corrections", label: "Corrections" },
          ]}
        />
        <span className="px-2 text-xs text-faint tabular-nums">
          {countOf(passages.length, "passage")}
        </span>
      </div>
      {isReading ? (
        <PaneSkeleton label="Loading the text" />
      ) : tab === "text" ? (
        <TextPane viewer={viewer} />
      ) : tab === "passages" ? (
        <PassagesPane viewer={viewer} />
      ) : (
        <CorrectionsPane viewer={viewer} onTab={onTab} />
      )}
    </>
  );
}

function CorrectionsPane({ viewer, onTab }: { viewer: Viewer; onTab: (tab: ViewerTab) => void }) {
  const { source, passages, select, follow } = viewer;
  const show = (chunkId: string) => {
    const passage = passages.find(({ id }) => id === chunkId);
    if (passage) select(passage);
    onTab("passages");
  };
  return (
    <ListPane name="text" label="Corrections" follow={follow}>
      <CorrectionList twinId={source.twinId} sourceId={source.id} onShow={show} />
    </ListPane>
  );
}
