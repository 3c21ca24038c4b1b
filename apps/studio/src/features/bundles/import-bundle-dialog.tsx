import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { TwinImport } from "@understudy/core/bundle/contract";
import { BadgeCheck, CircleAlert, FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { JobProgress } from "#features/privacy/job-progress.tsx";
import { countOf } from "#lib/format-count.ts";
import { readRefusal } from "#lib/request-failed.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button, buttonLook } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { PausedSchedules } from "./paused-schedules.tsx";

async function sendBundle(file: File): Promise<TwinImport> {
  const body = new FormData();
  body.append("file", file);
  const response = await fetch("/api/bundles", { method: "POST", body });
  if (!response.ok) throw await readRefusal(response);
  return (await response.json()) as TwinImport;
}

/** A twin that was written to a file, here or by another instance. */
export function ImportBundleDialog({ onClose }: { onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [begun, setBegun] = useState<TwinImport | null>(null);
  const sending = useMutation({
    mutationFn: sendBundle,
    meta: { inline: true },
    onSuccess: setBegun,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Import a twin"
      description="A bundle that this or another instance has written. It becomes a new twin, is read and indexed anew, and proves itself by its own tests. Nobody sees it before you publish it."
    >
      <div className="grid gap-4">
        <FormFailure error={sending.error} />
        {begun ? (
          <Importing begun={begun} />
        ) : (
          <div>
            <input
              ref={field}
              type="file"
              aria-label="Bundle"
              accept=".twin,application/zip"
              className="sr-only"
              tabIndex={-1}
              onChange={({ target }) => target.files?.[0] && sending.mutate(target.files[0])}
            />
            <Button
              variant="primary"
              disabled={sending.isPending}
              onClick={() => field.current?.click()}
            >
              <FileUp aria-hidden />
              {sending.isPending ? "Sending…" : "Choose a bundle"}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

const isOver = ({ status, proof }: TwinImport) =>
  status === "failed" || (status === "finished" && proof?.status !== "running");

function Importing({ begun }: { begun: TwinImport }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data = begun } = useQuery(
    trpc.bundle.listImports.queryOptions(
      { limit: 20 },
      {
        select: ({ items }) => items.find(({ id }) => id === begun.id) ?? begun,
        refetchInterval: ({ state }) => (state.data?.items.every(isOver) ? false : 1_500),
      },
    ),
  );
  const { twinId, counts, signer, status } = data;
  useEffect(() => {
    if (twinId) void queryClient.invalidateQueries(trpc.twin.list.pathFilter());
  }, [twinId, queryClient, trpc]);
  return (
    <div className="grid gap-3 text-sm">
      <p>
        <strong className="font-medium">{data.name}</strong>:{" "}
        {countOf(counts.sources ?? 0, "source")}, {countOf(counts.answers ?? 0, "verified answer")},{" "}
        {countOf(counts.beliefs ?? 0, "belief")}, {countOf(counts.overlays ?? 0, "correction")},{" "}
        {countOf(counts.tests ?? 0, "test")}.
      </p>
      <SignedBy signer={signer} />
      {status === "failed" && (
        <p className="text-bad">
          It was refused while it was read, and nothing of it was kept: its files are not what was
          signed.
        </p>
      )}
      {(status === "waiting" || status === "running") && data.jobId && (
        <JobProgress jobId={data.jobId} label="Importing" />
      )}
      {status === "finished" && <Proof data={data} />}
      {twinId && <PausedSchedules twinId={twinId} count={counts.schedules ?? 0} />}
      {twinId && (
        <div>
          <Link to="/twins/$twinId" params={{ twinId }} className={buttonLook()}>
            Open {data.name}
          </Link>
        </div>
      )}
    </div>
  );
}

function SignedBy({ signer }: { signer: TwinImport["signer"] }) {
  if (signer.isOurs) {
    return (
      <p className="flex items-center gap-1.5 text-good">
        <BadgeCheck aria-hidden className="size-4" />
        Written and signed by this instance.
      </p>
    );
  }
  return (
    <div className="grid gap-1 text-warn">
      <p className="flex items-start gap-1.5">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        Whole, and signed by an instance that is not known here. Compare its key with whoever gave
        you the file.
      </p>
      <code className="text-xs break-all text-muted select-all">{signer.publicKey}</code>
    </div>
  );
}

function Proof({ data: { proof, twinId } }: { data: TwinImport }) {
  if (!proof) return <p className="text-muted">Imported. It came without tests of its own.</p>;
  const { passed, failed, skipped } = proof.summary;
  const words =
    proof.status === "running"
      ? "Its tests are being run."
      : `Its tests: ${passed} passed, ${failed} failed, ${skipped} skipped.`;
  return (
    <p role="status" className={failed > 0 ? "text-bad" : "text-good"}>
      {words}{" "}
      {twinId && (
        <Link
          to="/twins/$twinId/runs/$runId"
          params={{ twinId, runId: proof.runId }}
          className="underline"
        >
          See the run
        </Link>
      )}
    </p>
  );
}
