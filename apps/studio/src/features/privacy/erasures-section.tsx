import { useMutation, useQuery } from "@tanstack/react-query";
import type { Erasure } from "@understudy/core/privacy/contract";
import { BadgeCheck } from "lucide-react";
import { useState } from "react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { JobProgress } from "./job-progress.tsx";
import { ReceiptDialog } from "./receipt-dialog.tsx";
import { useSubjectWords } from "./subject-words.ts";
import { usePrivacyChanged } from "./use-privacy-changed.ts";

const isOpen = ({ status }: Erasure) => status === "waiting" || status === "running";

/** What was erased, or is to be, with the receipts. */
export function ErasuresSection() {
  const trpc = useTRPC();
  const [shown, setShown] = useState<Erasure | null>(null);
  const { data } = useQuery(
    trpc.privacy.listErasures.queryOptions(
      { limit: 50 },
      { refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 1_500 : false) },
    ),
  );
  if (!data) return null;
  if (data.items.length === 0) {
    return (
      <p className="px-6 pb-2 text-sm text-muted max-md:px-4">
        Nothing has been erased. A visitor is erased from their conversation, a twin from its menu
        among all twins.
      </p>
    );
  }
  return (
    <>
      <table aria-label="Erasures" className="w-full table-fixed border-t border-line">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>What</th>
            <th className={`${TABLE_HEAD} w-72 max-md:w-32`}>State</th>
            <th className={`${TABLE_HEAD} w-36 max-md:hidden`}>Asked for</th>
            <th className={`${TABLE_HEAD} w-36 max-md:w-24`}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((erasure) => (
            <ErasureRow key={erasure.id} erasure={erasure} onShow={() => setShown(erasure)} />
          ))}
        </tbody>
      </table>
      {shown?.receipt && <ReceiptDialog signed={shown.receipt} onClose={() => setShown(null)} />}
    </>
  );
}

function ErasureRow({ erasure, onShow }: { erasure: Erasure; onShow: () => void }) {
  const now = useNow();
  const { name, detail } = useSubjectWords()(erasure);
  return (
    <tr className={TABLE_ROW}>
      <td className={`${TABLE_CELL} py-1.5`}>
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate font-mono text-xs text-muted">{detail}</span>
      </td>
      <td className={TABLE_CELL}>
        <ErasureState erasure={erasure} now={now} />
      </td>
      <td className={`${TABLE_CELL} text-muted max-md:hidden`}>
        {formatAgo(erasure.createdAt, now)}
      </td>
      <td className={`${TABLE_CELL} text-right`}>
        {erasure.receipt && (
          <Button size="small" onClick={onShow}>
            Receipt<span className="sr-only"> of {name}</span>
          </Button>
        )}
        {isPlanned(erasure, now) && <CallOff erasure={erasure} name={name} />}
      </td>
    </tr>
  );
}

const isPlanned = ({ status, dueAt }: Erasure, now: number) =>
  status === "waiting" && Date.parse(dueAt) > now;

function ErasureState({ erasure, now }: { erasure: Erasure; now: number }) {
  if (erasure.status === "completed") {
    return (
      <span className="flex items-center gap-1 text-sm text-good">
        <BadgeCheck aria-hidden className="size-3.5" />
        Erased and verified
      </span>
    );
  }
  if (erasure.status === "cancelled") return <span className="text-sm text-muted">Called off</span>;
  if (isPlanned(erasure, now)) {
    return <span className="text-sm text-warn">Will be erased {formatMoment(erasure.dueAt)}</span>;
  }
  if (!erasure.jobId) return <span className="text-sm text-muted">Starting</span>;
  return <JobProgress jobId={erasure.jobId} label="Erasing" />;
}

function CallOff({ erasure, name }: { erasure: Erasure; name: string }) {
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const calling = useMutation(trpc.privacy.cancelErasure.mutationOptions({ onSettled: changed }));
  return (
    <Button
      size="small"
      disabled={calling.isPending}
      onClick={() => calling.mutate({ erasureId: erasure.id })}
    >
      Call off<span className="sr-only"> the erasure of {name}</span>
    </Button>
  );
}
