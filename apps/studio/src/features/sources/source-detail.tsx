import { Link } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { BookOpenText, Maximize2, Minimize2, X } from "lucide-react";
import type { PanelTab } from "#app/panel-search.ts";
import { JobStory } from "#features/jobs/job-story.tsx";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { buttonLook } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { parseSpan } from "./cut-text.ts";
import { NotLive } from "./not-live.tsx";
import { PassageList } from "./passage-list.tsx";
import { SourceActions } from "./source-actions.tsx";
import { SourceAddress } from "./source-address.tsx";
import { sourceFacts } from "./source-facts.ts";
import { SourceState } from "./source-state.tsx";
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
  const job = useJobs().find(({ id }) => id === source.jobId);
  const isReadable = source.status === "live";
  const text = isReadable ? (
    <SourceText sourceId={source.id} span={parseSpan(passage)} />
  ) : (
    <NotLive source={source} />
  );
  const passages = isReadable ? <PassageList sourceId={source.id} /> : <NotLive source={source} />;
  const log = source.jobId ? (
    <JobStory jobId={source.jobId} />
  ) : (
    <p className="p-4 text-muted">No job ran yet.</p>
  );
  return (
    <>
      <header className="grid gap-1.5 py-3 pr-2 pl-4">
        <div className="flex items-start gap-1">
          <h2 className="min-w-0 flex-1 py-1 font-semibold break-words">{source.title}</h2>
          <Link
            to="/twins/$twinId/sources/$sourceId"
            params={{ twinId: source.twinId, sourceId: source.id }}
            search={{ passage }}
            className={buttonLook({ size: "small" })}
          >
            <BookOpenText aria-hidden />
            Open in viewer
          </Link>
          <SourceActions source={source} />
          <IconButton
            label={isWide ? "Narrow" : "Widen"}
            size="small-icon"
            className="max-lg:hidden"
            onClick={onWiden}
          >
            {isWide ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
          </IconButton>
          <IconButton label="Close" keys="esc" size="small-icon" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
        {source.url && <SourceAddress url={source.url} />}
        <div className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          <SourceState source={source} job={job} />
          <span>{sourceFacts(source)}</span>
        </div>
      </header>
      <Tabs
        label="Views of the source"
        value={tab}
        onChange={onTab}
        tabs={[
          { value: "text", label: "Text", content: text },
          { value: "passages", label: "Passages", content: passages },
          { value: "log", label: "Job log", content: log },
        ]}
      />
    </>
  );
}
