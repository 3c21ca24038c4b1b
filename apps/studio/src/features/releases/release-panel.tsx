import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { X } from "lucide-react";
import { isGone } from "#lib/explain-failure.ts";
import { formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ChangeList } from "./change-list.tsx";
import { movedWords } from "./moved-words.ts";
import { TryReleaseButton } from "./try-release-button.tsx";

/** One release: what it changed, why, and how its content has moved since. */
export function ReleasePanel({ releaseId }: { releaseId: string }) {
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/twins/$twinId/releases" });
  const close = () => void navigate({ search: {} });
  const { data: release, error } = useQuery(trpc.release.get.queryOptions({ releaseId }));
  const moved = release && movedWords(release.contentMoved);
  return (
    <SidePanel label="Release" onClose={close}>
      <header className="flex items-start gap-1 border-b border-line py-3 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 py-1 font-semibold">
          {release ? `Release ${release.number}` : <Skeleton className="h-5 w-24" />}
        </h2>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="grid min-h-0 content-start gap-4 overflow-y-auto p-4">
        {error &&
          (isGone(error) ? <p>This release does not exist.</p> : <FormFailure error={error} />)}
        {release && (
          <>
            <p className="text-sm text-muted">
              Published {formatMoment(release.createdAt)}
              {release.isCurrent && "; visitors get it now"}.
            </p>
            {release.note && <p className="break-words whitespace-pre-wrap">{release.note}</p>}
            {release.overrideReason && (
              <p className="rounded-md bg-warn-soft px-3 py-2 text-sm break-words">
                Published whatever its tests said: {release.overrideReason}
              </p>
            )}
            {moved && <p className="text-sm text-muted">Since it was tested: {moved}.</p>}
            <div className="flex flex-wrap gap-2">
              <TryReleaseButton release={release} />
              {release.runId && (
                <Link
                  to="/twins/$twinId/runs/$runId"
                  params={{ twinId: release.twinId, runId: release.runId }}
                  search={{}}
                  className={buttonLook({ size: "small" })}
                >
                  See its tests
                </Link>
              )}
            </div>
            <h3 className="font-semibold">
              {release.number === 1 ? "What it began with" : `Since release ${release.number - 1}`}
            </h3>
            {release.changes.length > 0 ? (
              <ChangeList changes={release.changes} />
            ) : (
              <p className="text-muted">Nothing was changed.</p>
            )}
          </>
        )}
      </div>
    </SidePanel>
  );
}
