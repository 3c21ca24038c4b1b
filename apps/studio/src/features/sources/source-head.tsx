import { Link } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { BookOpenText, Maximize2, Minimize2, X } from "lucide-react";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { WhoMaySee } from "#features/launch/groups/who-may-see.tsx";
import { buttonLook } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { PicturePagesNote } from "./picture-pages-note.tsx";
import { SourceActions } from "./source-actions.tsx";
import { SourceAddress } from "./source-address.tsx";
import { sourceFacts } from "./source-facts.ts";
import { SourceState } from "./source-state.tsx";

/** Which source lies open, in which state, and what can be done with it. */
export function SourceHead({
  source,
  passage,
  isWide,
  onWiden,
  onClose,
}: {
  source: Source;
  passage: string | undefined;
  isWide: boolean;
  onWiden: () => void;
  onClose: () => void;
}) {
  const job = useJobs().find(({ id }) => id === source.jobId);
  return (
    <header className="grid gap-1.5 py-3 pr-2 pl-4">
      <div className="flex items-start gap-1">
        <h2 className="min-w-0 flex-1 py-1 font-semibold break-words">{source.title}</h2>
        {source.pages === null && (
          <Link
            to="/twins/$twinId/sources/$sourceId"
            params={{ twinId: source.twinId, sourceId: source.id }}
            search={{ passage }}
            className={buttonLook({ size: "small" })}
          >
            <BookOpenText aria-hidden />
            Open in viewer
          </Link>
        )}
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
        <WhoMaySee twinId={source.twinId} kind="source" id={source.id} />
      </div>
      <PicturePagesNote source={source} />
    </header>
  );
}
