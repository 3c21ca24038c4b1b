import type { ApiKey } from "@understudy/core/api-key/contract";
import { useState } from "react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";

export function KeysTable({ keys }: { keys: readonly ApiKey[] }) {
  const now = useNow();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <>
      <table className="w-full table-fixed border-t border-line">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Name</th>
            <th className={`${TABLE_HEAD} w-44 max-md:hidden`}>Begins with</th>
            <th className={`${TABLE_HEAD} w-32 max-md:hidden`}>Made</th>
            <th className={`${TABLE_HEAD} w-32`}>Last used</th>
            <th className={`${TABLE_HEAD} w-28`}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} className={TABLE_ROW}>
              <td className={`${TABLE_CELL} truncate font-medium`}>{key.name}</td>
              <td className={`${TABLE_CELL} max-md:hidden`}>
                <code className="font-mono text-sm text-muted">{key.prefix}…</code>
              </td>
              <td className={`${TABLE_CELL} text-muted max-md:hidden`}>
                <time dateTime={key.createdAt} title={formatMoment(key.createdAt)}>
                  {formatAgo(key.createdAt, now)}
                </time>
              </td>
              <td className={`${TABLE_CELL} text-muted`}>
                {key.lastUsedAt ? formatAgo(key.lastUsedAt, now) : "Never"}
              </td>
              <td className={`${TABLE_CELL} text-right`}>
                <Button size="small" onClick={() => setRevoking(key)}>
                  Revoke<span className="sr-only"> {key.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
