import { Link } from "@tanstack/react-router";
import type { Sync } from "@understudy/core/source/contract";
import { SyncChanges } from "./sync-changes.tsx";
import { SyncPages } from "./sync-pages.tsx";
import { SyncRests } from "./sync-rests.tsx";

/** Of a site or an archive its pages, of one source its passages. */
export function SyncReport({ sync }: { sync: Sync }) {
  return (
    <div className="grid grid-cols-1 gap-3 bg-canvas px-4 pt-1 pb-4">
      {sync.pages && <SyncPages sync={sync} pages={sync.pages} />}
      {!sync.pages && sync.status === "succeeded" && (
        <>
          <SyncRests sync={sync} />
          <SyncChanges sync={sync} />
        </>
      )}
      {sync.jobId && (
        <Link
          to="/jobs"
          search={{ job: sync.jobId }}
          className="justify-self-start text-sm text-muted hover:text-ink hover:underline"
        >
          Its job, stages and log
        </Link>
      )}
    </div>
  );
}
