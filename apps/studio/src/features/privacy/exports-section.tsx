import { useMutation, useQuery } from "@tanstack/react-query";
import type { DataExport } from "@understudy/core/privacy/contract";
import { Download } from "lucide-react";
import { formatBytes } from "#lib/format-bytes.ts";
import { formatAgo } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { JobProgress } from "./job-progress.tsx";
import { useSubjectWords } from "./subject-words.ts";

const KINDS: Record<DataExport["kind"], string> = {
  conversations: "Conversations",
  visitor: "All that is kept of a visitor",
  twin: "All data of a twin",
  tenant: "All data of the workspace",
  bundle: "Bundle",
};

/** Files that were written, or are being written; each is kept for a day. */
export function ExportsSection() {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.privacy.listExports.queryOptions(
      { limit: 20 },
      {
        refetchInterval: ({ state }) =>
          state.data?.items.some(({ status }) => status === "writing") ? 1_500 : false,
      },
    ),
  );
  if (!data) return null;
  if (data.items.length === 0) {
    return (
      <p className="px-6 pb-2 text-sm text-muted max-md:px-4">
        No file has been written lately. Files are kept for a day and then removed.
      </p>
    );
  }
  return (
    <table aria-label="Exports" className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>What</th>
          <th className={`${TABLE_HEAD} w-72 max-md:w-30`}>State</th>
          <th className={`${TABLE_HEAD} w-36 max-md:hidden`}>Asked for</th>
          <th className={`${TABLE_HEAD} w-36 max-md:w-32`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((item) => (
          <ExportRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ExportRow({ item }: { item: DataExport }) {
  const now = useNow();
  const { name } = useSubjectWords()(item);
  return (
    <tr className={TABLE_ROW}>
      <td className={`${TABLE_CELL} py-1.5`}>
        <span className="block truncate font-medium">{KINDS[item.kind]}</span>
        {item.kind !== "tenant" && (
          <span className="block truncate text-xs text-muted">{name}</span>
        )}
      </td>
      <td className={TABLE_CELL}>
        <ExportState item={item} now={now} />
      </td>
      <td className={`${TABLE_CELL} text-muted max-md:hidden`}>{formatAgo(item.createdAt, now)}</td>
      <td className={`${TABLE_CELL} text-right`}>
        {item.status === "ready" && <FetchExport item={item} />}
      </td>
    </tr>
  );
}

function ExportState({ item, now }: { item: DataExport; now: number }) {
  if (item.status === "writing" && item.jobId) {
    return <JobProgress jobId={item.jobId} label={`Writing: ${KINDS[item.kind]}`} />;
  }
  if (item.status === "ready") {
    const size = item.byteSize === null ? "" : `${formatBytes(item.byteSize)}, `;
    const until = item.expiresAt ? `goes ${formatAgo(item.expiresAt, now)}` : "";
    return <span className="text-sm text-muted">{`Ready: ${size}${until}`}</span>;
  }
  if (item.status === "expired") return <span className="text-sm text-muted">Removed</span>;
  return <span className="text-sm text-bad">Could not be written</span>;
}

function FetchExport({ item }: { item: DataExport }) {
  const trpc = useTRPC();
  const linking = useMutation(
    trpc.privacy.linkExport.mutationOptions({
      onSuccess: ({ url }) => window.location.assign(url),
    }),
  );
  return (
    <Button
      size="small"
      disabled={linking.isPending}
      onClick={() => linking.mutate({ exportId: item.id })}
    >
      <Download aria-hidden />
      Download<span className="sr-only">: {KINDS[item.kind]}</span>
    </Button>
  );
}
