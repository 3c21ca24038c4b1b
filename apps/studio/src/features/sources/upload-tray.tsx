import { Link } from "@tanstack/react-router";
import { CircleX, Copy, X } from "lucide-react";
import { explainFailure } from "#lib/explain-failure.ts";
import { formatBytes } from "#lib/format-bytes.ts";
import { countOf } from "#lib/format-count.ts";
import { RequestFailed } from "#lib/request-failed.ts";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import type { Upload } from "./uploads.ts";
import { useUploads, useUploadsOf } from "./uploads-provider.tsx";

/** Files on their way, and those that were refused or known already; the rest are rows of the table. */
export function UploadTray({ twinId }: { twinId: string }) {
  const uploads = useUploadsOf(twinId).filter(
    ({ state, source }) => state !== "sent" || source?.duplicateOf,
  );
  const sending = uploads.filter(({ state }) => state === "sending" || state === "waiting");
  return (
    <>
      <p className="sr-only" role="status">
        {sending.length > 0 ? `Sending ${countOf(sending.length, "file")}` : ""}
      </p>
      {uploads.length > 0 && (
        <ul aria-label="Uploads" className="border-t border-line px-6 py-1 max-md:px-4">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </>
  );
}

function UploadRow({ upload }: { upload: Upload }) {
  const uploads = useUploads();
  const { id, file, replaces, state, fraction } = upload;
  const isOver = state === "sent" || state === "refused";
  return (
    <li className="flex min-h-10 items-center gap-3">
      <span className="min-w-0 flex-1 truncate">
        {file.name} <span className="text-faint">{formatBytes(file.size)}</span>
        {replaces && <span className="text-muted"> in the place of “{replaces.title}”</span>}
      </span>
      <UploadOutcome upload={upload} />
      {!isOver && (
        <span className="flex w-40 items-center gap-2">
          <ProgressBar
            fraction={state === "waiting" ? 0 : fraction}
            label={`Sending ${file.name}`}
          />
          <span className="w-9 text-right text-sm tabular-nums text-muted">
            {Math.round(fraction * 100)}%
          </span>
        </span>
      )}
      {state === "refused" && isPassing(upload.failure) && (
        <Button size="small" onClick={() => uploads.retry(id)}>
          Try again
        </Button>
      )}
      <IconButton
        label={isOver ? `Dismiss ${file.name}` : `Stop sending ${file.name}`}
        size="small-icon"
        onClick={() => uploads.dismiss(id)}
      >
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

/** Nothing was wrong with the file: the same may go through another time. */
function isPassing(failure: unknown): boolean {
  if (!(failure instanceof RequestFailed)) return false;
  const { status } = failure;
  return status === 0 || status === 401 || status === 429 || status >= 500;
}

function UploadOutcome({ upload: { state, source, twinId, failure } }: { upload: Upload }) {
  if (state === "refused") {
    return (
      <span role="alert" className="flex min-w-0 items-center gap-1.5 text-sm text-bad">
        <CircleX aria-hidden className="size-4 shrink-0" />
        {explainFailure(failure).text}
      </span>
    );
  }
  if (!source?.duplicateOf) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-sm text-muted">
      <Copy aria-hidden className="size-4 shrink-0" />
      <span className="truncate">
        Already here as{" "}
        <Link
          to="/twins/$twinId/sources"
          params={{ twinId }}
          search={{ source: source.id }}
          className="font-medium text-ink underline"
        >
          {source.title}
        </Link>
      </span>
    </span>
  );
}
