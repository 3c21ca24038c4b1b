import { Link } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { ArrowLeft, Download } from "lucide-react";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { PicturePagesNote } from "#features/sources/picture-pages-note.tsx";
import { SourceActions } from "#features/sources/source-actions.tsx";
import { SourceAddress } from "#features/sources/source-address.tsx";
import { sourceFacts } from "#features/sources/source-facts.ts";
import { SourceState } from "#features/sources/source-state.tsx";
import { buttonLook } from "#ui/button.tsx";
import { Tooltip } from "#ui/tooltip.tsx";
import { FindField } from "./find-field.tsx";
import type { Finding } from "./use-viewer.ts";

const ICON_LINK = buttonLook({ variant: "ghost", size: "icon" });

export function ViewerHead({ source, finding }: { source: Source; finding: Finding }) {
  const job = useJobs().find(({ id }) => id === source.jobId);
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2 pr-3 pl-2">
      <Tooltip label="All sources">
        <Link
          to="/twins/$twinId/sources"
          params={{ twinId: source.twinId }}
          search={{}}
          aria-label="All sources"
          className={ICON_LINK}
        >
          <ArrowLeft aria-hidden />
        </Link>
      </Tooltip>
      <div className="min-w-0 flex-1">
        <h1 className="truncate font-semibold">{source.title}</h1>
        <div className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {source.status === "live" && !source.refreshing ? null : (
            <SourceState source={source} job={job} />
          )}
          <span className="truncate">{sourceFacts(source)}</span>
          {source.url && <SourceAddress url={source.url} />}
        </div>
      </div>
      <div className="max-md:order-last max-md:w-full max-md:pl-2">
        <FindField finding={finding} />
      </div>
      <Tooltip label="Download original">
        <a
          href={`/api/sources/${source.id}/file`}
          download
          aria-label="Download original"
          className={ICON_LINK}
        >
          <Download aria-hidden />
        </a>
      </Tooltip>
      <SourceActions source={source} />
      <div className="order-last w-full pl-2 empty:hidden">
        <PicturePagesNote source={source} />
      </div>
    </header>
  );
}
