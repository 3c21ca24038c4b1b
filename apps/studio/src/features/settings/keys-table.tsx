import type { ApiKey } from "@understudy/core/api-key/contract";
import { useState } from "react";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { KeyGroupsDialog } from "./key-groups-dialog.tsx";
import { describeRights } from "./key-rights.ts";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { RotateKeyDialog } from "./rotate-key-dialog.tsx";

export function KeysTable({ keys }: { keys: readonly ApiKey[] }) {
  const now = useNow();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [grouping, setGrouping] = useState<ApiKey | null>(null);
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  return (
    <>
      <table className="w-full table-fixed border-t border-line">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Name</th>
            <th className={`${TABLE_HEAD} w-44 max-md:hidden`}>Begins with</th>
            <th className={`${TABLE_HEAD} w-48 max-lg:hidden`}>May</th>
            <th className={`${TABLE_HEAD} w-40 max-lg:hidden`}>Ends</th>
            <th className={`${TABLE_HEAD} w-32 max-sm:hidden`}>Last used</th>
            <th className={`${TABLE_HEAD} w-60`}>
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
              <td className={`${TABLE_CELL} truncate text-muted max-lg:hidden`}>
                {describeRights(key.scopes)}
                {key.twinIds &&
                  `, ${key.twinIds.length === 1 ? "one twin" : `${key.twinIds.length} twins`}`}
              </td>
              <td className={`${TABLE_CELL} text-muted max-lg:hidden`}>
                {key.expiresAt ? formatMoment(key.expiresAt) : "Never"}
                {key.replacedBy && <span className="block text-xs text-faint">Replaced</span>}
              </td>
              <td className={`${TABLE_CELL} text-muted max-sm:hidden`}>
                {key.lastUsedAt ? formatAgo(key.lastUsedAt, now) : "Never"}
              </td>
              <td className={`${TABLE_CELL} space-x-1 text-right`}>
                <Button size="small" onClick={() => setGrouping(key)}>
                  Groups<span className="sr-only"> of {key.name}</span>
                </Button>
                {key.replacedBy === null && (
                  <Button size="small" onClick={() => setRotating(key)}>
                    Replace<span className="sr-only"> {key.name}</span>
                  </Button>
                )}
                <Button size="small" onClick={() => setRevoking(key)}>
                  Revoke<span className="sr-only"> {key.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {grouping && <KeyGroupsDialog apiKey={grouping} onClose={() => setGrouping(null)} />}
      {rotating && <RotateKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />}
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
