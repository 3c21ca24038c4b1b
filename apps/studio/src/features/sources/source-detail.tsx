import type { Source } from "@understudy/core/source/contract";
import type { PanelTab } from "#app/panel-search.ts";
import { CorrectionList } from "#features/corrections/correction-list.tsx";
import { JobStory } from "#features/jobs/job-story.tsx";
import { type Tab, Tabs } from "#ui/tabs.tsx";
import { ChildList } from "./child-list.tsx";
import { parseSpan } from "./cut-text.ts";
import { SyncList } from "./history/sync-list.tsx";
import { NotLive } from "./not-live.tsx";
import { PassageList } from "./passage-list.tsx";
import { SourceHead } from "./source-head.tsx";
import { SourceText } from "./source-text.tsx";

export function SourceDetail({
  source,
  passage,
  tab,
  isWide,
  onTab,
  onWiden,
  onClose,
}: {
  source: Source;
  passage?: string;
  tab: PanelTab;
  isWide: boolean;
  onTab: (tab: PanelTab) => void;
  onWiden: () => void;
  onClose: () => void;
}) {
  const log = source.jobId ? (
    <JobStory jobId={source.jobId} />
  ) : (
    <p className="p-4 text-muted">No job ran yet.</p>
  );
  const tabs: Tab<PanelTab>[] = [
    ...(source.pages ? contentOfMany(source) : contentOfOne(source, passage, onTab)),
    { value: "history", label: "History", content: <SyncList source={source} /> },
    { value: "log", label: "Job log", content: log },
  ];
  return (
    <>
      <SourceHead
        source={source}
        passage={passage}
        isWide={isWide}
        onWiden={onWiden}
        onClose={onClose}
      />
      <Tabs
        label="Views of the source"
        value={tabs.some(({ value }) => value === tab) ? tab : "text"}
        onChange={onTab}
        tabs={tabs}
      />
    </>
  );
}

function contentOfOne(
  source: Source,
  passage: string | undefined,
  onTab: (tab: PanelTab) => void,
): Tab<PanelTab>[] {
  if (source.status !== "live") {
    return [{ value: "text", label: "Text", content: <NotLive source={source} /> }];
  }
  const span = parseSpan(passage);
  const of = { twinId: source.twinId, sourceId: source.id };
  return [
    { value: "text", label: "Text", content: <SourceText sourceId={source.id} span={span} /> },
    { value: "passages", label: "Passages", content: <PassageList {...of} /> },
    {
      value: "corrections",
      label: "Corrections",
      content: <CorrectionList {...of} onShow={() => onTab("passages")} />,
    },
  ];
}

/** A site or an archive has no text of its own. */
function contentOfMany(source: Source): Tab<PanelTab>[] {
  const label = source.kind === "sitemap" ? "Pages" : "Files";
  return [{ value: "text", label, content: <ChildList source={source} /> }];
}
